import type { ModuleNode, Range, RenderedResource, RenderResult } from '../../core/terraform-protocol.ts';
import type { Origin } from '../../model/origin.ts';

/** What extraction needs to know beside the result of rendering. */
export interface ExtractContext {
  readonly originOf: (range: Range) => Origin;
  /** Turns a path of the mounts into what people call the file. */
  readonly displayPath: (file: string) => string;
  /** The tree that was rendered: where each module's files are. */
  readonly modules: readonly ModuleNode[];
}

/** What was rendered of one matrix entry, as the parts of extraction see it. */
export interface Evaluated {
  readonly result: RenderResult;
  readonly context: ExtractContext;
}

/** Anything that holds evaluated values: a resource or one of its provisioners. */
export type Holder = Pick<RenderedResource, 'values' | 'unknown' | 'texts' | 'range'>;
