import { describe, expect, test } from 'vitest';
import { ask, problemsOf } from './ask.ts';

describe('time stands still', () => {
  test('time_static is the constant clock, or what it is given', () => {
    expect(ask('time_static.a', {}).values).toEqual({
      id: '2020-01-01T00:00:00Z',
      rfc3339: '2020-01-01T00:00:00Z',
      unix: 1_577_836_800,
      year: 2020,
      month: 1,
      day: 1,
      hour: 0,
      minute: 0,
      second: 0,
    });
    expect(ask('time_static.a', { rfc3339: '2024-02-29T12:30:45+02:00' }).values).toMatchObject({
      rfc3339: '2024-02-29T10:30:45Z',
      hour: 10,
    });
  });

  test.each([
    [{ offset_days: '7' }, '2020-01-08T00:00:00Z'],
    [{ offset_hours: -1 }, '2019-12-31T23:00:00Z'],
    [{ offset_months: 1, base_rfc3339: '2021-01-31T00:00:00Z' }, '2021-03-03T00:00:00Z'],
    [{ offset_years: 1, offset_days: 1, offset_minutes: 1, offset_seconds: 1 }, '2021-01-02T00:01:01Z'],
  ])('time_offset %j', (config, rfc3339) => {
    expect(ask('time_offset.a', config).values).toMatchObject({ rfc3339 });
  });

  test('time_rotating', () => {
    const { values } = ask('time_rotating.a', { rotation_days: 30 });
    expect(values).toMatchObject({
      rfc3339: '2020-01-01T00:00:00Z',
      rotation_rfc3339: '2020-01-31T00:00:00Z',
    });
  });

  test.each([
    ['time_static.a', { rfc3339: 'tomorrow' }, 'RFC 3339'],
    ['time_offset.a', {}, 'At least one of offset_years'],
    ['time_offset.a', { offset_years: 1e12 }, 'beyond the year 9999'],
    ['time_sleep.a', { create_duration: '30' }, 'as in "30s"'],
  ])('%s %j is refused', (address, config, message) => {
    expect(problemsOf(ask(address, config))).toEqual([expect.stringContaining(message)]);
  });

  test('time_sleep does not wait', () => {
    expect(ask('time_sleep.a', { create_duration: '2h' }).values).toEqual({ id: '2020-01-01T00:00:00Z' });
  });
});

describe('local_file', () => {
  test('hashes its content', () => {
    const { values, placeholders } = ask('local_file.a', { filename: 'out/a', content: 'hello\n' });
    expect(values).toMatchObject({
      id: 'f572d396fae9206628714fb2ce00f72e94f2258f',
      content_md5: 'b1946ac92492d2347c6235b4d2611184',
      content_sha256: '5891b5b522d5df086d0ff0b110fbd9d21bb4fc7163af34d08286a2e846f6be03',
      content_base64sha256: 'WJG1tSLV3whtD/CxEPvZ0hu0/HFjrzTQgoai6Eb2vgM=',
      file_permission: '0777',
    });
    expect(placeholders).toBeUndefined();
    const encoded = ask('local_file.a', { filename: 'out/a', content_base64: 'aGVsbG8K' });
    expect(encoded.values['id']).toBe(values['id']);
  });

  test('of a file that is not read is made up', () => {
    const { placeholders } = ask('local_sensitive_file.a', { filename: 'a', source: 'b' });
    expect(placeholders).toContain('content_sha256');
  });

  test.each([
    [{ content: 'a' }, '"filename" of local_file is required'],
    [{ filename: 'a' }, 'none is'],
    [{ filename: 'a', content: '', source: 'b' }, 'content and source are'],
  ])('%j is refused', (config, message) => {
    expect(problemsOf(ask('local_file.a', config))).toEqual([expect.stringContaining(message)]);
  });
});

describe('resources that only hold values', () => {
  test('terraform_data gives its input', () => {
    const { values } = ask('terraform_data.a', { input: { a: [1] } });
    expect(values['output']).toEqual({ a: [1] });
    expect(values['id']).toMatch(/^[0-9a-f-]{36}$/);
    expect(ask('terraform_data.b', {}).values['output']).toBeNull();
  });

  test('null_resource has an identifier of its own', () => {
    const id = (address: string) => ask(address, { triggers: { a: 'b' } }).values['id'];
    expect(id('null_resource.a')).toMatch(/^\d+$/);
    expect(id('null_resource.a')).not.toBe(id('null_resource.b'));
    expect(ask('data.null_data_source.a', { inputs: { a: 'b' } }).values['outputs']).toEqual({ a: 'b' });
  });
});

describe('what would leave the machine is made up, and says so', () => {
  test('external, http, remote state, archives, charts', () => {
    const reads = ['result.token', 'outputs.network', 'outputs.zone'];
    const external = ask('data.external.a', { program: ['sh', '-c', 'id'] }, { reads });
    expect(external).toMatchObject({
      values: { result: { token: 'placeholder-token' } },
      placeholders: ['result'],
    });
    const http = ask('data.http.a', { url: 'https://discovery.example/new' });
    expect(http.unknown).toContain('response_body');
    const state = (paths: readonly string[]) =>
      ask('data.terraform_remote_state.a', { defaults: { zone: 'b' } }, { reads: paths });
    expect(state(reads).unknown).toEqual(['outputs']);
    expect(state(['outputs.zone']).values['outputs']).toEqual({ zone: 'b' });
    const archive = ask('data.archive_file.a', { type: 'zip', output_path: 'a.zip' });
    expect(archive.placeholders).toContain('output_base64sha256');
    const chart = ask('helm_release.a', { name: 'cilium', chart: 'cilium', version: '1.2.3' });
    expect(chart).toMatchObject({ values: { id: 'cilium', status: 'deployed', version: '1.2.3' } });
  });

  test('names that every object has are only names', () => {
    const reads = ['result.__proto__', 'result.constructor'];
    const { values } = ask('data.external.a', {}, { reads });
    expect(JSON.stringify(values['result'])).toBe(
      '{"__proto__":"placeholder-__proto__","constructor":"placeholder-constructor"}',
    );
    const config = JSON.parse('{"input":{"__proto__":1},"__proto__":{"length":5}}') as object;
    expect(problemsOf(ask('random_string.a', { ...config }))).toHaveLength(1);
    expect(JSON.stringify(ask('terraform_data.a', { ...config }).values['output'])).toBe('{"__proto__":1}');
  });

  test('values nested beyond all measure', () => {
    const depth = 100_000;
    const deep = JSON.parse(`${'['.repeat(depth)}${']'.repeat(depth)}`) as object;
    for (const address of ['random_pet.a', 'tls_private_key.a', 'kubernetes_manifest.a', 'aws_instance.a']) {
      const answer = ask(address, { keepers: deep, algorithm: 'ED25519', manifest: {} });
      expect(Object.keys(answer.values).length + problemsOf(answer).length).toBeGreaterThan(0);
    }
  });
});

describe('what is not known, or secret, stays so', () => {
  test('names that are not known yet are left out of a request', () => {
    const answer = ask(
      'tls_cert_request.a',
      {
        private_key_pem: ask('tls_private_key.a', { algorithm: 'ED25519' }).values['private_key_pem'],
        dns_names: ['a', null],
      },
      { unknown: ['dns_names'] },
    );
    expect(problemsOf(answer)).toEqual([]);
    expect(answer.placeholders).toEqual(['id', 'cert_request_pem']);
  });

  test.each([
    ['terraform_data.a', { input: 'a' }, 'input', 'output'],
    ['data.null_data_source.a', { inputs: { a: 'b' } }, 'inputs', 'outputs'],
    ['data.cloudinit_config.a', { gzip: false, part: [{ content: 'a' }] }, 'part', 'rendered'],
    ['data.kubectl_file_documents.a', { content: 'a: b' }, 'content', 'documents'],
    ['kubectl_manifest.a', { yaml_body: 'kind: Pod' }, 'yaml_body', 'yaml_incluster'],
    ['kubernetes_manifest.a', { manifest: { kind: 'Pod' } }, 'manifest', 'object'],
  ])('%s', (address, config, input, output) => {
    expect(ask(address, config).secret ?? []).not.toContain(output);
    expect(ask(address, config, { secrets: [input] }).secret).toContain(output);
    expect(ask(address, config, { unknown: [input] }).placeholders).toContain(output);
  });
});
