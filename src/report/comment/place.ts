import { formatOrigin, type Origin } from '../../model/origin.ts';
import { escapeMarkdown } from '../escape-markdown.ts';
import { showInvisible } from '../invisible.ts';
import { clip } from '../wording.ts';
import type { CommentContext } from './context.ts';

const longestPlace = 300;
/** Longer paths get no link. */
const longestPath = 1000;

/** A place with a link to its lines at the head commit; plain text where it is no path of the repository. */
export function placeLink(origin: Origin, context: CommentContext): string {
  const text = escapeMarkdown(clip(showInvisible(formatOrigin(origin)), longestPlace));
  const url = lineUrl(origin, context);
  return url === undefined || text === '' ? text : `[${text}](${url})`;
}

/** Form: https://docs.github.com/en/repositories/working-with-files/using-files/getting-permanent-links-to-files */
function lineUrl({ file, line, endLine }: Origin, context: CommentContext): string | undefined {
  const segments = [context.folder ?? '', file].filter(Boolean).join('/').split('/');
  // A browser would follow dots to another page than the text of the link says.
  if (segments.some((segment) => segment === '' || segment === '.' || segment === '..')) return undefined;
  const path = segments.map(encodeSegment).join('/');
  if (path.length > longestPath) return undefined;
  const last = endLine !== undefined && endLine > line ? `-L${endLine}` : '';
  const lines = line > 0 ? `?plain=1#L${line}${last}` : '';
  return `${context.repositoryUrl}/blob/${context.marker.head}/${path}${lines}`;
}

/** One part of a path for the address of a Markdown link, which parentheses and quotes could end. */
function encodeSegment(segment: string): string {
  // A surrogate alone has no UTF-8.
  return encodeURIComponent(segment.replace(/\p{Cs}/gu, '\ufffd')).replace(
    /[!'()*~_]/g,
    (character) => `%${character.charCodeAt(0).toString(16)}`,
  );
}
