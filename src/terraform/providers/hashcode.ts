import { crc32 } from 'node:zlib';

/** Identifier that older providers give a text: https://pkg.go.dev/github.com/hashicorp/terraform-plugin-sdk/helper/hashcode */
export function hashcode(text: string): string {
  return String(crc32(text));
}
