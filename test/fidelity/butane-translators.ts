const versions: Readonly<Record<string, readonly string[]>> = {
  fcos: ['1.0.0', '1.1.0', '1.2.0', '1.3.0', '1.4.0', '1.5.0', '1.6.0', '1.7.0', '1.8.0-experimental'],
  fiot: ['1.0.0', '1.1.0-experimental'],
  flatcar: ['1.0.0', '1.1.0', '1.2.0-experimental'],
  openshift: [...Array.from({ length: 15 }, (_, minor) => `4.${minor + 8}.0`), '4.23.0-experimental'],
  r4e: ['1.0.0', '1.1.0', '1.2.0-experimental'],
  rhcos: ['0.1.0'],
};

/** Every variant and version that the linked Butane knows; a test compares the list with Butane's own. */
export const butaneTranslators: readonly { readonly variant: string; readonly version: string }[] =
  Object.entries(versions).flatMap(([variant, known]) => known.map((version) => ({ variant, version })));
