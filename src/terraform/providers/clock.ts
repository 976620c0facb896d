/** Seconds since 1970 as `2024-01-01T00:00:00Z`. */
export function rfc3339(seconds: number): string {
  return new Date(seconds * 1000).toISOString().replace('.000', '');
}

/** Seconds since 1970 of `2024-01-01T00:00:00Z` or `…+02:00`; undefined for another form. https://www.rfc-editor.org/rfc/rfc3339 */
export function readTime(text: string): number | undefined {
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,9})?(?:Z|[+-]\d\d:\d\d)$/.test(text)) return undefined;
  const milliseconds = Date.parse(text);
  return Number.isNaN(milliseconds) ? undefined : Math.floor(milliseconds / 1000);
}
