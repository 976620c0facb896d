/** The style sheet of the page. Colours only repeat what signs and words say. */
export const pageStyle = `
:root {
  --ground: #ffffff; --raised: #f6f8fa; --text: #1f2328; --dim: #59636e; --line: #d0d7de; --link: #0550ae;
  --failed: #8b2c00; --error: #b3141d; --warning: #7a4d00; --note: #0b57a4; --skipped: #59636e; --passed: #116329;
  --marked: #fff0b3;
}
@media (prefers-color-scheme: dark) {
  :root {
    --ground: #0d1117; --raised: #161b22; --text: #e6edf3; --dim: #9da7b3; --line: #3d444d; --link: #79b8ff;
    --failed: #ffab70; --error: #ff8a80; --warning: #e8b339; --note: #79b8ff; --skipped: #9da7b3; --passed: #56d364;
    --marked: #3d3100;
  }
}
* { box-sizing: border-box; }
html { color-scheme: light dark; }
body {
  margin: 0 auto; max-width: 72rem; padding: 0 1rem 3rem; background: var(--ground); color: var(--text);
  font: 1rem/1.5 system-ui, sans-serif; overflow-wrap: anywhere;
}
h1, h2, h3, h4 { line-height: 1.25; margin: 0 0 .5rem; }
h1 { font-size: 1.6rem; margin-top: 1.5rem; }
h2 { font-size: 1.3rem; margin-top: 2.5rem; padding-bottom: .3rem; border-bottom: 1px solid var(--line); }
h3 { font-size: 1.1rem; }
h4 { font-size: 1rem; }
p, ul, dl { margin: .5rem 0; }
a { color: var(--link); }
code, pre, bdi { unicode-bidi: isolate; }
code, pre { font: .875rem/1.5 ui-monospace, SFMono-Regular, Menlo, Consolas, "DejaVu Sans Mono", monospace; }
:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; }
.skip { position: absolute; left: -100vw; padding: .5rem 1rem; background: var(--ground); }
.skip:focus { left: 0; top: 0; z-index: 1; }
.dim { color: var(--dim); }
.mark { font-weight: 600; }
td .mark { white-space: nowrap; }
.failed { color: var(--failed); } .error { color: var(--error); } .warning { color: var(--warning); }
.note { color: var(--note); } .skipped { color: var(--skipped); } .passed { color: var(--passed); }
.changed { color: var(--note); } .added { color: var(--passed); } .removed { color: var(--error); }
.result { font-size: 1.2rem; }
.row { display: flex; flex-wrap: wrap; gap: .25rem 1.5rem; padding: 0; list-style: none; }
.scroll { overflow-x: auto; }
table { border-collapse: collapse; }
caption { text-align: start; color: var(--dim); padding-bottom: .25rem; }
th, td { border: 1px solid var(--line); padding: .35rem .6rem; text-align: start; vertical-align: top; }
th { background: var(--raised); overflow-wrap: normal; }
td.number { text-align: end; font-variant-numeric: tabular-nums; }
td ul { margin: 0; padding: 0; list-style: none; }
td li + li { margin-top: .35rem; }
.grid td, .grid th { min-width: 6rem; overflow-wrap: normal; }
.long { display: block; font-size: .8rem; overflow-wrap: anywhere; max-width: 24rem; }
.filters { background: var(--raised); border: 1px solid var(--line); border-radius: .4rem; padding: .75rem 1rem; }
.filters:not([hidden]) { display: flex; flex-wrap: wrap; gap: .75rem 1.5rem; align-items: end; }
.filters label { display: block; }
.filters fieldset { display: flex; flex-wrap: wrap; gap: 0 1rem; border: 0; margin: 0; padding: 0; }
.filters .box { display: flex; align-items: center; gap: .35rem; min-height: 2.25rem; }
.filters legend { padding: 0; }
.filters input, .filters select, .filters button { font: inherit; max-width: 100%; }
.filters select, .filters input[type=search], .filters button {
  min-height: 2.25rem; padding: .2rem .5rem; color: var(--text); background: var(--ground);
  border: 1px solid var(--dim); border-radius: .3rem;
}
.filters select { max-width: min(100%, 20rem); }
.filters input[type=checkbox] { width: 1.15rem; height: 1.15rem; accent-color: var(--link); }
.group { margin-top: 1.75rem; }
.finding {
  border: 1px solid var(--line); border-radius: .4rem; padding: .75rem 1rem; margin-top: .75rem;
  content-visibility: auto; contain-intrinsic-size: auto 11rem;
}
.finding:target { outline: 3px solid var(--link); }
.finding p { margin: .25rem 0; }
.age { font-weight: 600; border: 1px solid currentcolor; border-radius: .3rem; padding: 0 .35rem; margin-inline-end: .35rem; }
.age.new { color: var(--link); } .age.old { color: var(--dim); }
.change, .listing, .machine { border-top: 1px solid var(--line); }
.machine { padding-inline-start: .75rem; }
.change[open], .listing[open] { padding-bottom: .75rem; }
dt { font-weight: 600; }
dd { margin: 0 0 .25rem 1rem; }
@media (min-width: 40rem) {
  dl { display: grid; grid-template-columns: minmax(6rem, max-content) 1fr; gap: .15rem 1rem; }
  dd { margin: 0; }
}
summary { cursor: pointer; padding: .25rem 0; }
pre { margin: .25rem 0; padding: .5rem .75rem; background: var(--raised); white-space: pre-wrap; }
pre .line { color: var(--dim); user-select: none; }
pre ins { color: var(--passed); text-decoration: none; }
pre del { color: var(--error); text-decoration: none; }
pre mark { background: var(--marked); color: inherit; text-decoration: underline 2px; }
footer { margin-top: 3rem; border-top: 1px solid var(--line); color: var(--dim); }
@media print {
  .filters:not([hidden]), .skip, #shown { display: none; }
  .scroll { overflow: visible; }
  .finding { content-visibility: visible; break-inside: avoid; }
  h2, h3, h4 { break-after: avoid; }
  details::details-content { content-visibility: visible; display: block; block-size: auto; }
}
@media (forced-colors: active) {
  .mark { forced-color-adjust: auto; }
}
`;
