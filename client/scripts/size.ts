/**
 * Prints what each page of the build weighs in KB (1,000 bytes) after gzip, and fails above the budgets: the scripts and the
 * texts of the first page together, in any locale, at once and with what it loads by itself once it is shown (what a browser loads is
 * held to the same number by `e2e/tests/home.spec.ts`), the scripts that any page asks for at once and those with all that it can
 * load later, the drawing of the map, the texts that its document brings, and the styles. Pages that no visitor finds have some more scripts, at once and in all,
 * and styles. The guard is held apart: it comes once somebody types into a form, and is the same file for all of them. Pages are those of the routes, their files those of the build's manifest.
 */
import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';

import { LOCALES, LOCALE_TAGS, type Locale } from '@passerelle/shared/locales.ts';

import MOST from './budgets.json' with { type: 'json' };
import { readPages } from './routes.ts';

interface Chunk {
  readonly file: string;
  readonly imports?: readonly string[];
  readonly dynamicImports?: readonly string[];
  readonly css?: readonly string[];
}

interface Page {
  readonly name: string;
  /** The key of its component in the manifest. */
  readonly key: string;
}

const ENTRY = 'index.html';
const INNER = 'src/innerRoutes.ts';
const GUARD = '../shared/src/guard/index.ts';
/** The texts that the first page asks for by itself once its first picture is there, with the map. */
const LATER_TEXTS = ['map', 'labels'];
const client = fileURLToPath(new URL('..', import.meta.url));
const manifestFile = join(client, 'dist/.vite/manifest.json');
if (!existsSync(manifestFile)) throw new Error('There is no build to weigh: run `pnpm --filter @passerelle/client build`');
const manifest = JSON.parse(readFileSync(manifestFile, 'utf8')) as Record<string, Chunk>;

function chunk(key: string): Chunk {
  const found = manifest[key];
  if (!found) throw new Error(`The build has no ${key}`);
  return found;
}

/** The keys with all that they import at once, and what is already in `found`. */
function withImports(keys: readonly string[], found = new Set<string>()): Set<string> {
  for (const key of keys) {
    if (found.has(key)) continue;
    found.add(key);
    withImports(chunk(key).imports ?? [], found);
  }
  return found;
}

/** The table of formats that the locale needs, as `core/i18n/format` loads it. */
function tableOf(locale: Locale): string[] {
  const table = `src/core/i18n/generated/${LOCALES[locale].intl}.generated.ts`;
  return manifest[table] ? [table, 'src/core/i18n/format/tableFormat.ts'] : [];
}

const weights = new Map<string, number>();

function weightOf(file: string): number {
  const known = weights.get(file) ?? gzipSync(readFileSync(join(client, 'dist', file))).length;
  weights.set(file, known);
  return known;
}

const sum = (files: Iterable<string>): number => [...new Set(files)].reduce((total, file) => total + weightOf(file), 0);
const scripts = (keys: ReadonlySet<string>): number => sum([...keys].map((key) => chunk(key).file));
const styles = (keys: Iterable<string>): number => sum([...keys].flatMap((key) => chunk(key).css ?? []));

const pages: Page[] = (await readPages()).map(({ name, component }) => ({ name, key: component }));
/** What is imported later, but not by the page that is shown: other pages and tables of other locales. */
const elsewhere = new Set([...pages.map(({ key }) => key), ...LOCALE_TAGS.flatMap(tableOf)]);

/** What a page that no visitor finds asks for beside its own: their addresses, and the styles that only they have. */
const innerOf = ({ key }: Page): string[] => ((chunk(INNER).dynamicImports ?? []).includes(key) ? [INNER] : []);

/** The page on which the adviser plans: a timeline, a map, a curve and what each asks for, loaded as they are opened. */
const isPlan = ({ name }: Page): boolean => name === 'mission-plan';

/** What the scripts of a page may weigh in all. The page of all parts shows each of them in every state, to those who build the site. */
function mostOf(page: Page): number {
  if (isPlan(page)) return MOST.plan;
  if (page.name === 'components') return MOST.parts;
  return innerOf(page).length > 0 ? MOST.innerPage : MOST.page;
}

/** The chunks of a page in a locale, and those with all that it can load later. */
function chunksOf({ key }: Page, locale: Locale): { first: Set<string>; all: Set<string> } {
  const first = withImports([ENTRY, key, ...tableOf(locale)]);
  const all = new Set(first);
  for (const from of all) withImports((chunk(from).dynamicImports ?? []).filter((later) => !elsewhere.has(later)), all);
  return { first, all };
}

/** What the texts weigh that the document of a page brings along. */
function textsOf({ name }: Page, locale: Locale): number {
  const texts = /<script id="texts"[^>]*>(.+)<\/script>/.exec(readFileSync(join(client, 'dist/pages', locale, `${name}.html`), 'utf8'))?.[1];
  if (!texts) throw new Error(`The document of ${name} in ${locale} brings no texts`);
  return gzipSync(texts).length;
}

const kilobytes = (bytes: number): number => Number((bytes / 1000).toFixed(1));
const tooHeavy: string[] = [];

function hold(what: string, bytes: number, most: number): number {
  if (bytes > most) tooHeavy.push(`${what}: ${kilobytes(bytes)} KB, at most ${kilobytes(most)}`);
  return kilobytes(bytes);
}

console.table(Object.fromEntries(pages.map((page) => {
  const byLocale = LOCALE_TAGS.map((locale) => {
    const { first, all } = chunksOf(page, locale);
    const texts = textsOf(page, locale);
    return { locale, first: scripts(first), all: scripts(new Set([...all].filter((key) => key !== GUARD))), texts, style: styles([...first, ...innerOf(page)]) };
  });
  const longest = byLocale.reduce((most, one) => (one.texts > most.texts ? one : most));
  const [heaviest] = byLocale.sort((a, b) => b.all - a.all);
  if (!heaviest) throw new Error('There is no locale');
  return [page.name, {
    'heaviest in': heaviest.locale,
    'scripts first': hold(`${page.name} in ${heaviest.locale}, at once`, heaviest.first, innerOf(page).length > 0 ? MOST.innerFirst : MOST.first),
    'scripts in all': hold(`${page.name} in ${heaviest.locale}`, heaviest.all, mostOf(page)),
    'longest texts in': longest.locale,
    texts: hold(`${page.name} in ${longest.locale}, texts`, longest.texts, isPlan(page) ? MOST.planTexts : MOST.texts),
    styles: hold(`${page.name}, styles`, heaviest.style, innerOf(page).length > 0 ? MOST.innerStyle : MOST.style),
  }];
})));

hold('the guard', weightOf(chunk(GUARD).file), MOST.guard);
const [drawing] = globSync('assets/region.generated-*.json', { cwd: join(client, 'dist') });
if (!drawing) throw new Error('The build has no map');
console.log(`the map: ${hold('the drawing of the map', weightOf(drawing), MOST.map)}`);
const home = pages.find(({ name }) => name === 'home');
if (!home) throw new Error('No route is called home');
const homes = LOCALE_TAGS.map((locale) => {
  const { first } = chunksOf(home, locale);
  const byItself = [...chunk(home.key).dynamicImports ?? [], ...LATER_TEXTS.map((part) => `src/locales/${locale}/${part}.json`)];
  const texts = textsOf(home, locale);
  const [atOnce, inAll] = [scripts(first) + texts, scripts(withImports(byItself, new Set(first))) + texts];
  return { locale, atOnce: hold(`home in ${locale}, scripts and texts`, atOnce, MOST.home), inAll: hold(`home in ${locale}, with all that it loads by itself`, inAll, MOST.homeInAll) };
});
const told = (of: 'atOnce' | 'inAll'): string => homes.map(({ locale, [of]: weight }) => `${locale} ${weight}`).join(', ');
console.log(`home, scripts and texts: ${told('atOnce')}; the entry alone ${kilobytes(scripts(withImports([ENTRY])))}`);
console.log(`home in all, with what it loads by itself: ${told('inAll')}`);
for (const line of tooHeavy) console.error(`Too heavy: ${line}`);
if (tooHeavy.length > 0) process.exitCode = 1;
