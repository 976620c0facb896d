import type { LeftOut } from '../../model/report.ts';
import { templateReasons } from './template.ts';

/** Whether it is a template that the files source left to the terraform source, which rendered it: no gap after all. */
export function isRenderedTemplate({ file, reason }: LeftOut, rendered: ReadonlySet<string>): boolean {
  return reason === templateReasons.terraform && rendered.has(file);
}
