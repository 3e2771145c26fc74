// @vitest-environment node
/** Every route loads the texts of all that its page can show: what is forgotten is seen only by whoever opens that page first. */
import { globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';

const SOURCE = fileURLToPath(new URL('../', import.meta.url));
/** The text of a file; what the build is asked to do with it stands behind its name. */
const source = (file: string): string => readFileSync(file.replace(/\?.*$/, ''), 'utf8');

/** The groups of texts in each part of the English catalogue. */
const partOf = new Map(globSync('locales/en/*.json', { cwd: SOURCE }).flatMap((file) =>
  Object.keys(JSON.parse(source(join(SOURCE, file))) as object).map((group) => [group, /(\w[\w-]*)\.json$/.exec(file)![1]!] as const)));

interface Import {
  readonly file: string;
  /** The names that are taken; undefined for the default. */
  readonly names: readonly string[] | undefined;
  /** Whether it comes later than the page. */
  readonly isLater: boolean;
}

const named = (list: string): string[] => [...list.matchAll(/'([^']+)'/g)].map((match) => match[1]!);

function importsOf(file: string): Import[] {
  const found: Import[] = [];
  for (const [, type, clause, from] of source(file).matchAll(/^(?:import|export)\s+(type\s)?([^;'"]*?)\s*from\s+'(\.[^']+)'/gm)) {
    const names = /\{([^}]*)\}/.exec(clause!)?.[1]?.split(',').map((name) => name.trim()).filter((name) => name !== '' && !name.startsWith('type '));
    if (type === undefined && !(names?.length === 0)) found.push({ file: join(dirname(file), from!), names: names?.map((name) => name.replace(/^.*\sas\s/, '')), isLater: false });
  }
  for (const [, from] of source(file).matchAll(/\bimport\('(\.[^']+)'\)/g)) found.push({ file: join(dirname(file), from!), names: undefined, isLater: true });
  return found;
}

/** What a file shows at once: itself and all that it imports; of a feature's door only what is taken through it. */
function reach(file: string, seen = new Set<string>()): Set<string> {
  if (seen.has(file)) return seen;
  seen.add(file);
  for (const imported of importsOf(file)) if (!imported.isLater) follow(imported, seen);
  return seen;
}

function follow({ file, names }: Import, seen: Set<string>): Set<string> {
  if (!file.endsWith('/index.ts')) return reach(file, seen);
  for (const inner of importsOf(file)) if (!inner.isLater && (!names || inner.names?.some((name) => names.includes(name)))) reach(inner.file, seen);
  return seen;
}

/** The parts that files use, but those that a file loads by itself when it needs them. */
function partsOf(files: Iterable<string>): string[] {
  return [...files].flatMap((name) => {
    const groups = [...source(name).matchAll(/\bt\(\s*[`'"]([\w-]+)\.|keypath="([\w-]+)\./g)].map((match) => match[1] ?? match[2]!);
    const brought = broughtBy(name);
    return groups.map((group) => partOf.get(group) ?? `no part has ${group}`).filter((part) => part !== 'core' && !brought.includes(part));
  });
}

const broughtBy = (file: string): string[] => [...source(file).matchAll(/loadMessages\([^)]*\[([^\]]*)\]/g)].flatMap((match) => named(match[1]!));

/** The parts that a page needs: those of what it shows at once, and of what comes later those that do not come with it. */
function partsShownBy(page: string): Set<string> {
  const atOnce = reach(page);
  const later = [...atOnce].flatMap((file) => {
    const brought = broughtBy(file);
    return importsOf(file).filter(({ isLater }) => isLater).flatMap((imported) => partsOf(follow(imported, new Set()))).filter((part) => !brought.includes(part));
  });
  return new Set([...partsOf(atOnce), ...later]);
}

const routes = globSync('*/{,*.}routes.ts', { cwd: SOURCE }).flatMap((file) =>
  source(join(SOURCE, file)).split(/(?=\bpath: ')/).flatMap((record) => {
    const page = /import\('([^']+)'\)/.exec(record)?.[1];
    const texts = named(/texts: \[([^\]]*)\]/.exec(/, meta \}/.test(record) ? source(join(SOURCE, file)) : record)?.[1] ?? '');
    return page ? [{ name: /name: '([^']+)'/.exec(record)?.[1] ?? page, page: join(SOURCE, dirname(file), page), texts }] : [];
  }));

describe('the texts of a route', () => {
  test.each(routes)('of $name are those that its page can show', ({ page, texts }) => {
    expect([...texts].sort()).toEqual([...partsShownBy(page)].sort());
  });

  test('are looked for in every page', () => {
    expect(routes).toHaveLength(globSync('*/{,*.}routes.ts', { cwd: SOURCE }).flatMap((file) => [...source(join(SOURCE, file)).matchAll(/component: \(\) =>/g)]).length);
  });
});
