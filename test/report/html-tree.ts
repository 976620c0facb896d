import { type DefaultTreeAdapterTypes, parse } from 'parse5';

type Element = DefaultTreeAdapterTypes.Element;
type Node = DefaultTreeAdapterTypes.Node;

/** A parsed page: what a browser makes of it. */
export interface HtmlTree {
  /** Codes of what the HTML standard calls parse errors. */
  readonly errors: readonly string[];
  /** All elements, in the order of the page. */
  readonly elements: readonly Element[];
  readonly comments: readonly string[];
}

/** Parses a page by the algorithm of the HTML standard. */
export function parseHtml(text: string): HtmlTree {
  const errors: string[] = [];
  const document = parse(text, { onParseError: ({ code }) => errors.push(code) });
  const nodes = descendants(document);
  return {
    errors,
    elements: nodes.filter((node): node is Element => 'tagName' in node),
    comments: nodes.flatMap((node) => ('data' in node ? [node.data] : [])),
  };
}

/** The elements of a name, below another element or on the whole page. */
export function byName(tree: HtmlTree | Element, name: string): Element[] {
  const elements = 'elements' in tree ? tree.elements : elementsBelow(tree);
  return elements.filter(({ tagName }) => tagName === name);
}

/** The elements with a class. */
export function byClass(tree: HtmlTree | Element, name: string): Element[] {
  const elements = 'elements' in tree ? tree.elements : elementsBelow(tree);
  return elements.filter((element) => attribute(element, 'class')?.split(' ').includes(name));
}

export function attribute({ attrs }: Element, name: string): string | undefined {
  return attrs.find((one) => one.name === name)?.value;
}

/** The text below an element, as it stands there. */
export function textOf(node: Node): string {
  if ('value' in node) return node.value;
  return 'childNodes' in node ? node.childNodes.map(textOf).join('') : '';
}

/** The text with all white space as one blank. */
export function words(node: Node): string {
  return textOf(node).replace(/\s+/g, ' ').trim();
}

function elementsBelow(element: Element): Element[] {
  return descendants(element).filter((node): node is Element => 'tagName' in node);
}

function descendants(node: Node, found: Node[] = []): Node[] {
  for (const child of 'childNodes' in node ? node.childNodes : []) {
    found.push(child);
    descendants(child, found);
  }
  return found;
}
