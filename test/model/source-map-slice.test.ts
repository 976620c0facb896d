import { expect, test } from 'vitest';
import { mainFile } from '../../src/model/source-map-file.ts';
import { locateInMap } from '../../src/model/source-map-locate.ts';
import { concatMaps, mapToRange, sliceMap } from '../../src/model/source-map-slice.ts';
import { LineMap } from '../../src/yaml/line-map.ts';
import { RenderedBuilder } from './source-map-builder.ts';

const pod = `kind: Pod\nname: \${name}\nimage: \${image}\nend: true\n`;
const built = new RenderedBuilder()
  .value('bundle.tf', `##### \${path}`, `\${path}`, '##### a.yaml')
  .unknown('\n')
  .template('pod.yaml', pod, { name: 'kube-proxy', image: 'kube-proxy:v1' })
  .template('other.yaml', `a: \${b}\n`, { b: '1' });

test('every slice maps each of its characters as the whole text does', () => {
  const { text, map } = built;
  const whole = new LineMap(text);
  const locateWhole = locateInMap(map, text);
  for (let start = 0; start < text.length; start += 3) {
    for (let end = start + 1; end <= text.length; end += 7) {
      const part = text.slice(start, end);
      const locate = locateInMap(sliceMap(map, text, start, end), part);
      const lines = new LineMap(part);
      for (let at = start; at < end; at += 1) {
        // The map of a part knows nothing of what stood before it on the line.
        if (text[at] === '\n') continue;
        const inWhole = whole.at(at);
        const inPart = lines.at(at - start);
        expect(locate(inPart.line, inPart.column)).toEqual(locateWhole(inWhole.line, inWhole.column));
      }
    }
  }
});

test('a slice numbers its own files only', () => {
  const { text, map } = built;
  const start = text.indexOf('a: 1');
  expect(sliceMap(map, text, start, text.length)).toEqual({
    files: ['other.yaml'],
    runs: [3, 0, 1, 1, 0, 0, 0, 1, 0, 1, 4, 1, 8, 0, 1, 0, 1, 8, 0, 0, 0],
  });
  expect(sliceMap(map, text, 5, 5)).toEqual({ files: [], runs: [] });
});

test('joined maps place each text where its own map does', () => {
  const head = new RenderedBuilder().literal('head.yaml', 'x: 1\n');
  const joined = concatMaps([head.map, built.map]);
  const text = head.text + built.text;
  const locate = locateInMap(joined, text);
  expect(locate(1, 4)).toEqual({ file: 'head.yaml', line: 1, column: 4 });
  expect(locate(4, 7)).toEqual({ file: 'pod.yaml', line: 2, column: 7, endLine: 2, endColumn: 14 });
  expect(sliceMap(joined, text, head.text.length, text.length)).toEqual(
    sliceMap(built.map, built.text, 0, built.text.length),
  );
});

test('the main file is the one that most of a text stands in literally', () => {
  expect(mainFile(built.map)).toBe('pod.yaml');
  expect(mainFile(mapToRange(9, 'main.tf', { line: 2, column: 1, endLine: 4, endColumn: 2 }))).toBe(
    'main.tf',
  );
  expect(mainFile({ files: [], runs: [4, -1, 0, 0, 0, 0, 0] })).toBeUndefined();
});
