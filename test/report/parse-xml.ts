import { DOMParser, type Document } from '@xmldom/xmldom';

/** Parses XML; a warning of the parser is an error here. */
export function parseXml(text: string): Document {
  const parser = new DOMParser({
    onError: (level, message) => {
      throw new Error(`${level}: ${message}`);
    },
  });
  return parser.parseFromString(text, 'text/xml');
}
