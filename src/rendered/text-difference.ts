import type { RenderedChange } from '../model/rendered-difference.ts';

/** How one text became another. */
export type TextDifference = Pick<RenderedChange, 'lines' | 'added' | 'removed' | 'leftOut'>;
