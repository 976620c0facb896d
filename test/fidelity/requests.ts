import { bases, butaneConfigs, clcConfigs, clcPlatforms, ignitionConfigs, shellScripts } from './corpus.ts';
import { ignitionDocuments } from './ignition-documents.ts';

/** A call to the core, in the shape of its protocol. */
export interface Request {
  readonly name: string;
  readonly method:
    | 'butane.translate'
    | 'clc.convert'
    | 'ignition.validate'
    | 'ignition.merge'
    | 'shell.parse';
  readonly params: Readonly<Record<string, unknown>>;
}

/**
 * Every request of the comparison, in a fixed order.
 *
 * @param filesDir what `butane.translate` is told of the folder of local files
 */
export function allRequests(filesDir: string): Request[] {
  return [...translations(filesDir), ...conversions(), ...validations(), ...merges(), ...shellParses()];
}

function translations(filesDir: string): Request[] {
  const each = butaneConfigs().flatMap(({ name, source }) =>
    [true, false].map((strict) =>
      request('butane.translate', name, { source, strict, filesDir, pretty: strict }),
    ),
  );
  const withoutFiles = bases('butane').map(({ name, source }) =>
    request('butane.translate', `${name} without files`, { source, raw: true }),
  );
  return [...each, ...withoutFiles];
}

function conversions(): Request[] {
  const each = clcConfigs().flatMap(({ name, source }) =>
    [true, false].map((strict) =>
      request('clc.convert', name, { source, strict, platform: 'ec2', pretty: strict }),
    ),
  );
  const platforms = bases('clc').flatMap(({ name, source }) =>
    clcPlatforms.map((platform) => request('clc.convert', `${name} on ${platform}`, { source, platform })),
  );
  return [...each, ...platforms];
}

function validations(): Request[] {
  return ignitionConfigs().map(({ name, source }) => request('ignition.validate', name, { source }));
}

/** Pairs of documents, some with a version to merge in, and a few longer rows. */
function merges(): Request[] {
  const documents = ignitionDocuments();
  const targets = [undefined, '3.4.0', '3.6.0', undefined, '2.4.0', '9.9.9'];
  const pairs = documents.flatMap((base, row) =>
    documents.flatMap((snippet, column) => {
      // Documents of one major can be merged; of the others, a few tell how they are refused.
      const kept = base.major === snippet.major ? (row + column) % 2 === 0 : (row + column) % 9 === 0;
      const target = targets[(row + 5 * column) % targets.length];
      const params = { base: base.source, snippets: [snippet.source], ...(target && { target }) };
      return kept ? [request('ignition.merge', `${base.name} + ${snippet.name}`, params)] : [];
    }),
  );
  const modern = documents
    .filter(({ major, name }) => major === 3 && name !== 'invalid')
    .map(({ source }) => source);
  const rows = modern.map((base, index) =>
    request('ignition.merge', `row ${index}`, { base, snippets: modern.slice(index), pretty: true }),
  );
  return [...pairs, ...rows];
}

function shellParses(): Request[] {
  return shellScripts().flatMap(({ name, source }) =>
    ['bash', 'posix'].map((dialect) => request('shell.parse', `${name} as ${dialect}`, { source, dialect })),
  );
}

function request(method: Request['method'], name: string, params: Request['params']): Request {
  return { name: `${method}: ${name}${params.strict === true ? ' (strict)' : ''}`, method, params };
}
