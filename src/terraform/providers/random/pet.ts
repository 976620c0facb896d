import { Configuration } from '../configuration.ts';
import { DerivedNumbers } from '../derive.ts';
import type { Emulate } from '../family.ts';
import { seedOf } from './seed.ts';

const adverbs =
  'barely boldly calmly clearly deeply early easily fairly freely gently gladly hardly kindly lightly mildly neatly nearly openly partly plainly poorly quickly rarely really safely simply slowly softly surely warmly widely wildly'.split(
    ' ',
  );
const adjectives =
  'amber brave bright brisk calm civil clever cool crisp dark eager fair fine fresh gentle grand green happy keen kind light lively lucky mild neat noble plain proud quick quiet ready rich round sharp short silent silver smooth soft solid steady still strong sunny swift tall tender tidy warm wise'.split(
    ' ',
  );
const names =
  'ant badger bat bear beaver bee bison boar buck cat cod crab crane crow deer dog dove duck eagle eel elk falcon finch fox frog gnat goat goose grouse gull hare hawk heron hornet jay kite lark lion lynx mole moose mouse newt otter owl ox panda perch pike pony quail ram raven robin seal shrew skunk sloth snail stork swan tiger toad trout vole wasp whale wolf wren yak'.split(
    ' ',
  );

const most = 1000;

/** `random_pet`: https://registry.terraform.io/providers/hashicorp/random/latest/docs/resources/pet */
export const randomPet: Emulate = (request) => {
  const config = new Configuration(request);
  const length = config.wholeNumber('length') ?? 2;
  const separator = config.text('separator') ?? '-';
  const prefix = config.text('prefix') ?? '';
  if (length < 1 || length > most)
    config.refuse(`The attribute "length" of random_pet must be at least 1 and at most ${most}.`, 'length');
  if (config.problems.length > 0) return { values: {}, problems: config.problems };
  const numbers = new DerivedNumbers(seedOf(request, config));
  const words = Array.from({ length }, (_, index) => {
    const behind = length - 1 - index;
    return numbers.pick(behind === 0 ? names : behind === 1 ? adjectives : adverbs) ?? '';
  });
  const id = [...(prefix === '' ? [] : [prefix]), ...words].join(separator);
  return { values: { id, length, separator } };
};
