import { hostname, parseQuery, parseRequestUri, port } from '../golang/request-uri.ts';
import { compareSemver, normalizeSemver, parseSemver } from '../golang/semver.ts';
import { compareQuantities, parseQuantity, type Quantity, signOf } from '../meta/quantity.ts';
import { asBool, asInt, asOpaque, asText } from './arguments.ts';
import type { Library } from './overload.ts';
import { CelError, type CelValue, ListValue, MapValue, type OpaqueValue } from './value.ts';

// https://kubernetes.io/docs/reference/using-api/cel/#cel-options-language-features-and-libraries

function urlOf(text: string): OpaqueValue {
  const whole = parseRequestUri(text);
  // What stands behind # is no part of the path here, though the check above takes it for one.
  const url = whole && parseRequestUri(text.replace(/#.*$/s, ''));
  if (!url) throw new CelError('URL parse error during conversion from string');
  return { opaque: 'kubernetes.URL', url, text };
}

const url = (value: CelValue | undefined) => asOpaque('kubernetes.URL', value).url;

function queryOf(value: CelValue | undefined): MapValue {
  const entries = [...parseQuery(url(value).query)];
  return new MapValue(entries.map(([key, values]) => [key, new ListValue(values)]));
}

export const urls: Library = {
  'url(string): url': (text) => urlOf(asText(text)),
  'isURL(string): bool': (text) => parseRequestUri(asText(text)) !== undefined,
  'url.getScheme(): string': (value) => url(value).scheme,
  'url.getHost(): string': (value) => url(value).host,
  'url.getHostname(): string': (value) => hostname(url(value).host),
  'url.getPort(): string': (value) => port(url(value).host),
  'url.getEscapedPath(): string': (value) => url(value).escapedPath,
  'url.getQuery(): map<string, list<string>>': queryOf,
};

const quantity = (value: CelValue | undefined) => asOpaque('kubernetes.Quantity', value).quantity;

function quantityOf(text: string): OpaqueValue {
  const parsed = isQuantityText(text) ? parseQuantity(text) : undefined;
  if (!parsed) throw new CelError('quantity parse error during conversion from string');
  return { opaque: 'kubernetes.Quantity', quantity: parsed };
}

/** Surrounding space is cut in JSON, and not here. */
function isQuantityText(text: string): boolean {
  return !/^\s|\s$/.test(text) && parseQuantity(text) !== undefined;
}

/** The whole number that it is exactly. */
function wholeOf({ unscaled, scale }: Quantity): bigint | undefined {
  const value = scale >= 0 ? unscaled * 10n ** BigInt(Math.min(scale, 40)) : unscaled / 10n ** BigInt(-scale);
  const isExact = scale >= 0 || value * 10n ** BigInt(-scale) === unscaled;
  return isExact && BigInt.asIntN(64, value) === value ? value : undefined;
}

function asWhole(value: Quantity): bigint {
  const whole = wholeOf(value);
  if (whole === undefined) throw new CelError('cannot convert value to integer');
  return whole;
}

function add(a: Quantity, b: Quantity, sign: bigint): OpaqueValue {
  const scale = Math.min(a.scale, b.scale);
  const on = ({ unscaled, scale: own }: Quantity) => unscaled * 10n ** BigInt(own - scale);
  const unscaled = on(a) + sign * on(b);
  const int64 = BigInt.asIntN(64, unscaled) === unscaled;
  return { opaque: 'kubernetes.Quantity', quantity: { unscaled, scale, int64 } };
}

const plain = (value: CelValue | undefined): Quantity => ({ unscaled: asInt(value), scale: 0, int64: true });

export const quantities: Library = {
  'quantity(string): quantity': (text) => quantityOf(asText(text)),
  'isQuantity(string): bool': (text) => isQuantityText(asText(text)),
  'sign(quantity): int': (a) => BigInt(signOf(quantity(a))),
  'quantity.isGreaterThan(quantity): bool': (a, b) => compareQuantities(quantity(a), quantity(b)) > 0,
  'quantity.isLessThan(quantity): bool': (a, b) => compareQuantities(quantity(a), quantity(b)) < 0,
  'quantity.compareTo(quantity): int': (a, b) =>
    BigInt(Math.sign(compareQuantities(quantity(a), quantity(b)))),
  'quantity.asApproximateFloat(): double': (a) => Number(`${quantity(a).unscaled}e${quantity(a).scale}`),
  'quantity.asInteger(): int': (a) => asWhole(quantity(a)),
  'quantity.isInteger(): bool': (a) => wholeOf(quantity(a)) !== undefined,
  'quantity.add(quantity): quantity': (a, b) => add(quantity(a), quantity(b), 1n),
  'quantity.add(int): quantity': (a, b) => add(quantity(a), plain(b), 1n),
  'quantity.sub(quantity): quantity': (a, b) => add(quantity(a), quantity(b), -1n),
  'quantity.sub(int): quantity': (a, b) => add(quantity(a), plain(b), -1n),
};

const semver = (value: CelValue | undefined) => asOpaque('kubernetes.Semver', value).semver;

function readSemver(text: string, normalize: boolean): OpaqueValue | undefined {
  const cleaned = normalize ? normalizeSemver(text) : text;
  const parsed = cleaned === undefined ? undefined : parseSemver(cleaned);
  return parsed && { opaque: 'kubernetes.Semver', semver: parsed };
}

function semverOf(text: string, normalize: boolean): OpaqueValue {
  const value = readSemver(text, normalize);
  if (!value) throw new CelError('semver parse error during conversion from string');
  return value;
}

export const semvers: Library = {
  'semver(string): semver': (text) => semverOf(asText(text), false),
  'semver(string, bool): semver': (text, normalize) => semverOf(asText(text), asBool(normalize)),
  'isSemver(string): bool': (text) => readSemver(asText(text), false) !== undefined,
  'isSemver(string, bool): bool': (text, normalize) =>
    readSemver(asText(text), asBool(normalize)) !== undefined,
  'semver.isGreaterThan(semver): bool': (a, b) => compareSemver(semver(a), semver(b)) > 0,
  'semver.isLessThan(semver): bool': (a, b) => compareSemver(semver(a), semver(b)) < 0,
  'semver.compareTo(semver): int': (a, b) => BigInt(Math.sign(compareSemver(semver(a), semver(b)))),
  'semver.major(): int': (a) => BigInt.asIntN(64, semver(a).numbers[0]),
  'semver.minor(): int': (a) => BigInt.asIntN(64, semver(a).numbers[1]),
  'semver.patch(): int': (a) => BigInt.asIntN(64, semver(a).numbers[2]),
};
