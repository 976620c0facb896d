import type { Core } from '../../core/host.ts';
import type { ResourceRequest } from '../../core/terraform-protocol.ts';
import type { Values } from '../rendered-values.ts';
import { cached } from './cached.ts';
import { Configuration } from './configuration.ts';
import { type Emulate, family } from './family.ts';
import { hashcode } from './hashcode.ts';

/**
 * The multi-part text that cloud-init reads, byte for byte as the provider writes it.
 * https://registry.terraform.io/providers/hashicorp/cloudinit/latest/docs/data-sources/config
 */
export const cloudinitConfig: Emulate = cached((request, { core }) => {
  const config = new Configuration(request);
  const gzip = config.flag('gzip', true);
  const base64 = config.flag('base64_encode', true);
  const boundary = config.text('boundary') ?? 'MIMEBOUNDARY';
  checkConfig(config, { gzip, base64, boundary }, request);
  if (config.problems.length > 0) return { values: {}, problems: config.problems };
  const text = multipart(config.blocks('part'), boundary);
  const rendered = gzip ? gzipped(core, text) : base64 ? Buffer.from(text).toString('base64') : text;
  const values = { id: hashcode(rendered), rendered };
  return {
    values,
    ...(config.isSecret('part') && { secret: ['rendered'] }),
    ...(!config.isKnown('part', 'boundary') && { placeholders: ['id', 'rendered'] }),
  };
});

export const cloudinit = family(['cloudinit'], {
  cloudinit_config: cloudinitConfig,
  'data.cloudinit_config': cloudinitConfig,
});

function checkConfig(
  config: Configuration,
  { gzip, base64, boundary }: { gzip: boolean; base64: boolean; boundary: string },
  { type }: ResourceRequest,
): void {
  if (!config.isSet('part')) config.refuse(`At least one "part" block of ${type} is required.`, 'part');
  if (gzip && !base64) {
    config.refuse(
      `The attribute "base64_encode" of ${type} must be true when "gzip" is true.`,
      'base64_encode',
      'Set "gzip" to false, too.',
    );
  }
  // https://www.rfc-editor.org/rfc/rfc2046#section-5.1.1
  if (!/^[A-Za-z0-9'()+_,\-./:=? ]{1,70}$/.test(boundary) || boundary.endsWith(' ')) {
    config.refuse(
      `The attribute "boundary" of ${type} must be at most 70 letters, digits or characters of '()+_,-./:=?.`,
      'boundary',
    );
  }
}

function multipart(parts: readonly Values[], boundary: string): string {
  const start = `Content-Type: multipart/mixed; boundary="${boundary}"\nMIME-Version: 1.0\r\n\r\n`;
  const bodies = parts.map((part) => `--${boundary}\r\n${header(part)}\r\n${textOf(part, 'content')}\r\n`);
  // A part begins with the line end that closes the one before it; without parts there is none before the end.
  return `${start}${bodies.join('')}${bodies.length === 0 ? '\r\n' : ''}--${boundary}--\r\n`;
}

/** Go sorts them: https://pkg.go.dev/mime/multipart#Writer.CreatePart */
function header(part: Values): string {
  const filename = textOf(part, 'filename');
  const mergeType = textOf(part, 'merge_type');
  const lines = [
    ...(filename === '' ? [] : [`Content-Disposition: attachment; filename="${filename}"`]),
    'Content-Transfer-Encoding: 7bit',
    `Content-Type: ${textOf(part, 'content_type') || 'text/plain'}`,
    'Mime-Version: 1.0',
    ...(mergeType === '' ? [] : [`X-Merge-Type: ${mergeType}`]),
  ];
  return lines.map((line) => `${line}\r\n`).join('');
}

function textOf(part: Values, name: string): string {
  return new Configuration({ config: part, unknown: [], type: 'part' }).text(name) ?? '';
}

/** By Go's compressor, as the provider: zlib gives other bytes, and other ones in each version of Node. */
function gzipped(core: Core, text: string): string {
  // Characters that begin something in a template are written by their numbers.
  const quoted = JSON.stringify(text).replace(/\\[\s\S]|[$%]/g, (part) => escapes.get(part) ?? part);
  const [evaluated] = core.call('terraform.evaluate', { expressions: [`base64gzip(${quoted})`] }).values;
  const value: unknown = JSON.parse(evaluated?.json ?? '""');
  return typeof value === 'string' ? value : '';
}

const escapes: ReadonlyMap<string, string> = new Map([
  ['$', '\\u0024'],
  ['%', '\\u0025'],
  ['\\b', '\\u0008'],
  ['\\f', '\\u000c'],
]);
