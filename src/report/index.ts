import { github } from './github.ts';
import { html } from './html.ts';
import { json } from './json.ts';
import { junit } from './junit.ts';
import { markdown } from './markdown.ts';
import type { Reporter } from './reporter.ts';
import { sarif } from './sarif.ts';
import { terminal } from './terminal.ts';

/** All formats, in the order in which the help names them; the first is what one gets unasked. */
export const reporters: readonly Reporter[] = [terminal, json, sarif, junit, github, markdown, html];
