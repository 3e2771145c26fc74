// @vitest-environment node
/** All styles share one page: what one file says of a class, another file would say over again of somebody else's. */
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const FOLDER = fileURLToPath(new URL('.', import.meta.url));

/** The selectors that stand alone before a block, outside of every condition. */
function selectors(css: string): string[] {
  const text = css.replaceAll(/\/\*[\s\S]*?\*\//g, '');
  return [...text.matchAll(/(?<!,\n)^(\.[^{},@]+?) \{$/gm)].map((match) => match[1]!);
}

/** The selectors that several files have a rule for, with the files. */
function shared(files: ReadonlyMap<string, string>): string[] {
  const owners = new Map<string, Set<string>>();
  for (const [file, css] of files) for (const selector of selectors(css)) owners.set(selector, (owners.get(selector) ?? new Set()).add(file));
  return [...owners].filter(([, found]) => found.size > 1).map(([selector, found]) => `${selector}: ${[...found].join(', ')}`);
}

const files = new Map(globSync('*.css', { cwd: FOLDER }).map((file) => [file, readFileSync(join(FOLDER, file), 'utf8')]));

test('no two files have a rule for the same selector', () => {
  expect(shared(files)).toEqual([]);
});

test('two rules for one selector are found', () => {
  expect(shared(new Map([['a.css', '.bridge {\n  color: red;\n}\n'], ['b.css', '/* other */\n.bridge {\n  display: flex;\n}\n']]))).toEqual(['.bridge: a.css, b.css']);
});
