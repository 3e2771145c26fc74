// @vitest-environment node
/** The page of all parts shows them all: what is not there is looked at by no picture and asked of axe in no state. */
import { globSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'vue/compiler-sfc';

const SOURCE = join(import.meta.dirname, '..');
const componentsOf = (pattern: string): Map<string, string> => new Map(globSync(pattern, { cwd: SOURCE }).map((file) => [basename(file, '.vue'), readFileSync(join(SOURCE, file), 'utf8')]));

const parts = new Map([...componentsOf('core/**/*.vue'), ['StepUpDialog', '']]);
const gallery = componentsOf('gallery/*.vue');

/** The parts that the template of a component draws. */
function drawnBy(source: string): string[] {
  const template = source.slice(source.indexOf('<template>'));
  return [...parts.keys()].filter((name) => new RegExp(`<${name}[\\s/>]`).test(template));
}

/** The parts that nobody sees on the page, in none of the parts that are there either. */
function missing(pages: Iterable<string>): string[] {
  const shown = new Set([...pages].flatMap(drawnBy));
  for (const name of shown) for (const inner of drawnBy(parts.get(name)!)) shown.add(inner);
  return [...parts.keys()].filter((name) => !shown.has(name));
}

type Child = NonNullable<NonNullable<ReturnType<typeof parse>['descriptor']['template']>['ast']>['children'][number];
type Tag = Extract<Child, { readonly tag: string }>;

const elementsOf = (nodes: readonly Child[]): Tag[] => nodes.flatMap((node) => ('tag' in node ? [node, ...elementsOf(node.children)] : []));

/** The names of the parts that are drawn with a fault. */
function faulty(pages: Iterable<string>): Set<string> {
  const elements = [...pages].flatMap((source) => elementsOf(parse(source).descriptor.template?.ast?.children ?? []));
  return new Set(elements.filter(({ props }) => props.some((prop) => 'arg' in prop && prop.arg && 'content' in prop.arg && prop.arg.content === 'fault')).map(({ tag }) => tag));
}

/** Whether a part takes a sentence that says what is wrong. */
const takesFault = (source: string): boolean => /defineProps<\{(?:(?!\}>\()[\s\S])*?[\s;{]fault\??: string/.test(source);

/** The parts that can say what is wrong, and do not on the page. */
function faultless(pages: Iterable<string>): string[] {
  const shown = faulty(pages);
  return [...parts].filter(([name, source]) => takesFault(source) && !shown.has(name)).map(([name]) => name);
}

describe('the page of all parts', () => {
  it('shows every component of core, and the dialog that asks for a key again', () => {
    expect(parts.size).toBeGreaterThan(25);
    expect(missing(gallery.values())).toEqual([]);
  });

  it('is found to lack what it does not draw', () => {
    expect(missing([...gallery].filter(([name]) => name !== 'GalleryChoices').map(([, source]) => source)).sort())
      .toEqual(['AddChoice', 'AppliedConditions', 'CheckList', 'FilterFold', 'ListLayout', 'QrCode', 'SearchLine', 'TickBox']);
  });

  it('shows what is wrong in every part that can say it', () => {
    expect([...parts.values()].filter(takesFault).length).toBeGreaterThan(8);
    expect(faultless(gallery.values())).toEqual([]);
  });

  it('is found to keep silent about what may be wrong', () => {
    expect(faultless([...gallery].filter(([name]) => name !== 'GalleryFields').map(([, source]) => source)).sort()).toEqual(['DateField', 'HourField', 'SelectField', 'TextField']);
  });
});
