import { describe, expect, test } from 'vitest';
import { ask, problemsOf, textOf } from './ask.ts';

describe('random_password and random_string', () => {
  test.each([
    [{ length: 16 }, /^[A-Za-z0-9!@#$%&*()\-_=+[\]{}<>:?]{16}$/],
    [{ length: '32', special: false }, /^[A-Za-z0-9]{32}$/],
    [{ length: 40, special: false, upper: false, number: false }, /^[a-z]{40}$/],
    [{ length: 40, special: false, upper: false, numeric: false }, /^[a-z]{40}$/],
    [{ length: 30, lower: false, upper: false, numeric: false, override_special: '_-' }, /^[_-]{30}$/],
    [{ length: 6, min_lower: 6 }, /^[a-z]{6}$/],
    [
      { length: 4, min_lower: 1, min_upper: 1, min_numeric: 1, min_special: 1 },
      /^(?=.*[a-z])(?=.*[A-Z])(?=.*\d)(?=.*[^a-zA-Z\d]).{4}$/,
    ],
  ])('%j has its length and alphabet', (config, pattern) => {
    const password = ask('random_password.a', config);
    expect(password.values['result']).toMatch(pattern);
    expect(password.secret).toContain('result');
    const string = ask('random_string.a', config);
    expect(string.values['result']).toMatch(pattern);
    expect(string.secret).toBeUndefined();
  });

  test('all of an alphabet occurs', () => {
    const result = textOf(ask('random_string.a', { length: 2000, special: false }), 'result');
    expect(new Set(result).size).toBe(62);
  });

  test('a password keeps what looks like its hash from reports', () => {
    const { values, secret, placeholders } = ask('random_password.a', { length: 8 });
    expect(values['bcrypt_hash']).toMatch(/^\$2a\$10\$[./A-Za-z0-9]{53}$/);
    expect([secret, placeholders]).toEqual([['result', 'bcrypt_hash'], ['bcrypt_hash']]);
  });

  test.each([
    [{}, '"length" of random_string is required'],
    [{ length: 0 }, '"length" must be at least 1'],
    [{ length: 3, min_lower: 2, min_upper: 2 }, 'at least the sum of min_upper, min_lower'],
    [{ length: 3, lower: false, upper: false, numeric: false, special: false }, 'At least one of upper'],
    [{ length: 1e12 }, 'at most'],
    [{ length: 'many' }, 'must be a whole number'],
  ])('%j is refused', (config, message) => {
    expect(problemsOf(ask('random_string.a', config))).toEqual([expect.stringContaining(message)]);
  });
});

test('random_id in its forms', () => {
  const { values } = ask('random_id.a', { byte_length: 8, prefix: 'node-' });
  const bytes = Buffer.from(textOf({ values }, 'id'), 'base64url');
  expect(bytes).toHaveLength(8);
  expect(values).toEqual({
    id: bytes.toString('base64url'),
    hex: `node-${bytes.toString('hex')}`,
    dec: `node-${bytes.readBigUInt64BE()}`,
    b64_url: `node-${bytes.toString('base64url')}`,
    b64_std: `node-${bytes.toString('base64')}`,
  });
});

test('random_id had b64 in version 2', () => {
  const of = (providerVersion: string) =>
    Object.keys(ask('random_id.a', { byte_length: 4 }, { providerVersion }).values);
  expect(of('~> 2.2')).toContain('b64');
  expect(of('~> 3.1')).not.toContain('b64');
});

test('equal addresses and keepers give equal values, others give others', () => {
  const hex = (address: string, keepers: object) => textOf(ask(address, { byte_length: 16, keepers }), 'hex');
  const first = hex('random_id.a', { image: '1', zone: 'b' });
  expect(hex('random_id.a', { zone: 'b', image: '1' })).toBe(first);
  expect(hex('random_id.a', { image: '2', zone: 'b' })).not.toBe(first);
  expect(hex('random_id.b', { image: '1', zone: 'b' })).not.toBe(first);
  expect(hex('random_id.a[0]', { image: '1', zone: 'b' })).not.toBe(first);
});

test('values of this version of the program are those of every other', () => {
  expect(ask('random_id.a', { byte_length: 4 }).values['hex']).toBe('a55dd71f');
  expect(ask('random_string.a', { length: 12, special: false }).values['result']).toBe('tDrvDHAfOCGu');
  expect(ask('random_pet.a', {}).values['id']).toBe('happy-yak');
});

test('random_integer is between its bounds, and reaches both', () => {
  const results = Array.from({ length: 200 }, (_, index) =>
    Number(ask(`random_integer.a[${index}]`, { min: -1, max: 2 }).values['result']),
  );
  expect([...new Set(results)].sort((a, b) => a - b)).toEqual([-1, 0, 1, 2]);
  expect(problemsOf(ask('random_integer.a', { min: 3, max: 2 }))).toHaveLength(1);
});

test('random_shuffle keeps what it is given', () => {
  const input = ['a', 'b', 'c', 'd', 'e'];
  const shuffled = (config: object) => ask('random_shuffle.a', { input, ...config }).values['result'];
  expect([...(shuffled({}) as string[])].sort()).toEqual(input);
  expect(shuffled({ result_count: 2 })).toHaveLength(2);
  expect(shuffled({ result_count: 12 })).toHaveLength(12);
  expect(shuffled({ input: [], result_count: 3 })).toEqual([]);
});

test('random_pet and random_uuid look like theirs', () => {
  expect(ask('random_pet.a', { prefix: 'web', length: 3, separator: '_' }).values['id']).toMatch(
    /^web_[a-z]+ly_[a-z]+_[a-z]+$/,
  );
  expect(ask('random_uuid.a', {}).values['result']).toMatch(
    /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/,
  );
  // The first 48 bits are the time, here that of the constant clock.
  expect(ask('random_uuid7.a', {}).values['result']).toMatch(/^016f5e66-e800-7[0-9a-f]{3}-/);
});

test('random_bytes are secret', () => {
  const { values, secret } = ask('random_bytes.a', { length: 24 });
  expect(Buffer.from(String(values['base64']), 'base64').toString('hex')).toBe(values['hex']);
  expect(secret).toEqual(['base64', 'hex']);
});
