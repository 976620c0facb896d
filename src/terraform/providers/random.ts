import { family } from './family.ts';
import { randomBytes, randomId } from './random/bytes.ts';
import { randomInteger, randomShuffle, randomUuid, randomUuid7 } from './random/choices.ts';
import { randomPet } from './random/pet.ts';
import { randomPassword, randomString } from './random/string.ts';

/** https://registry.terraform.io/providers/hashicorp/random/latest/docs */
export const random = family(['random'], {
  random_bytes: randomBytes,
  random_id: randomId,
  random_integer: randomInteger,
  random_password: randomPassword,
  random_pet: randomPet,
  random_shuffle: randomShuffle,
  random_string: randomString,
  random_uuid: randomUuid,
  random_uuid4: randomUuid,
  random_uuid7: randomUuid7,
});
