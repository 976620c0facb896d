// The ASN.1 part of node-forge alone: the whole package takes four times as long to load, and its types know no
// `decodeBitStrings`. Bytes are strings of characters below 256.
declare module 'node-forge/lib/asn1.js' {
  import type { asn1 } from 'node-forge';

  const forgeAsn1: Pick<typeof asn1, 'create' | 'toDer' | 'oidToDer' | 'derToOid'> & {
    fromDer(bytes: string, options: { readonly decodeBitStrings: boolean }): asn1.Asn1;
  };
  export default forgeAsn1;
}
