import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

import { ADDRESS_MARK, escaped, FACTS_PLACE, forVisitors, inDemonstration, ofBareAddress, UNLISTED } from '@passerelle/shared/frame.ts';
import { LOCALE_TAGS, LOCALES, type Locale } from '@passerelle/shared/locales.ts';
import type { Plugin, Rolldown } from 'vite';
import { stringifyVariables } from '@urql/vue';
import { createRouterMatcher } from 'vue-router';

import { firstLookScript } from '../src/appearance/looks.ts';
import type { Messages } from '../src/core/i18n/catalogues.ts';
import type { Frame } from '../src/frame/draw.ts';
import { ASKED_AHEAD } from './askedAhead.ts';
import { readDocuments } from './documents.ts';
import { frameDrawer } from './frames.ts';
import { packed } from './packed.ts';
import { type BuiltPage, readPages } from './routes.ts';

const client = fileURLToPath(new URL('..', import.meta.url));
const LOCALE_PARAM = `:locale(${LOCALE_TAGS.join('|')})`;

/**
 * Writes the document of each page in each language, `pages/<locale>/<page>.html`: the built one with the language, a
 * title and a description, its texts, links to all that it will ask for, so that it comes at once and not one thing after
 * the other, and its frame, which is seen before any script has come. The server completes it (`@passerelle/shared/frame.ts`).
 * `pages.json` says which addresses are whose: `[name, expression]`, the first that matches counts.
 */
export function pageDocuments(): Plugin {
  return {
    name: 'page-documents',
    apply: 'build',
    enforce: 'post',
    async generateBundle(_options, bundle) {
      const document = bundle['index.html'];
      if (document?.type !== 'asset') throw new Error('There is no index.html to write the pages from');
      const pages = await readPages();
      const texts = await textsOf(bundle);
      const look = this.getFileName(this.emitFile({ type: 'asset', name: 'look.js', source: firstLookScript() }));
      const drawFrame = await frameDrawer();
      const ids = new Map((await readDocuments()).map(({ exportName, id }) => [exportName, id]));
      const files = filesOf(bundle);
      for (const locale of LOCALE_TAGS) {
        for (const page of pages) {
          const own = Object.fromEntries(partsOf(page).map((part) => [`${locale}/${part}`, texts[`${locale}/${part}`]!]));
          const frame = await drawFrame({ name: page.name, params: paramsOf(page), locale, texts: own });
          const source = documentOf(String(document.source), { page, locale, files, texts: own, frame, asked: askedBy(page, ids), look });
          this.emitFile({ type: 'asset', fileName: `pages/${locale}/${page.name}.html`, source });
        }
      }
      this.emitFile({ type: 'asset', fileName: 'pages.json', source: JSON.stringify(addresses(pages)) });
    },
  };
}

function addresses(pages: readonly BuiltPage[]): [name: string, expression: string][] {
  const { getRoutes } = createRouterMatcher(pages.map(({ route }) => ({ ...route, path: `/${LOCALE_PARAM}${route.path && '/'}${route.path}` })), { sensitive: true });
  return getRoutes().map(({ record, re }) => [String(record.name), re.source]);
}

/** What is asked of the built scripts for each page in each language: read once, since each look into the bundle crosses into the bundler. */
interface Files {
  /** The file of a module that is a chunk of its own. */
  readonly ofModule: ReadonlyMap<string, string>;
  readonly imports: ReadonlyMap<string, readonly string[]>;
  /** What the addresses of inner pages load, and the styles that come with them. */
  readonly inner: { readonly pages: ReadonlySet<string>; readonly styles: readonly string[] };
}

function filesOf(bundle: Rolldown.OutputBundle): Files {
  const chunks = Object.values(bundle).filter((file) => file.type === 'chunk');
  const inner = chunks.find(({ facadeModuleId }) => facadeModuleId === `${client}src/innerRoutes.ts`);
  if (!inner) throw new Error('The build has no addresses of inner pages');
  return {
    ofModule: new Map(chunks.flatMap(({ facadeModuleId, fileName }) => (facadeModuleId ? [[facadeModuleId, fileName]] : []))),
    imports: new Map(chunks.map(({ fileName, imports }) => [fileName, imports])),
    inner: { pages: new Set(inner.dynamicImports), styles: [...inner.viteMetadata!.importedCss] },
  };
}

interface Parts {
  readonly page: BuiltPage;
  readonly locale: Locale;
  readonly files: Files;
  /** The compiled messages, by `<locale>/<part>`. */
  readonly texts: Readonly<Record<string, Messages>>;
  readonly frame: Frame;
  /** What to ask ahead, as it stands in an address. */
  readonly asked: readonly string[];
  /** The file of the script that shows a chosen look at once. */
  readonly look: string;
}

const TEXTS = /src\/locales\/([^/]+\/[^/]+)\.json$/;

/** The compiled messages of the built catalogues. */
async function textsOf(bundle: Rolldown.OutputBundle): Promise<Record<string, Messages>> {
  const found: Record<string, Messages> = {};
  for (const chunk of Object.values(bundle)) {
    const part = chunk.type === 'chunk' ? TEXTS.exec(chunk.facadeModuleId ?? '')?.[1] : undefined;
    if (chunk.type !== 'chunk' || part === undefined) continue;
    const { default: messages } = (await import(`data:text/javascript,${encodeURIComponent(chunk.code)}`)) as { default: Messages };
    found[part] = messages;
  }
  return found;
}

/** The frame needs the style alone: scripts come after it. */
const PRELOAD = '<link rel="modulepreload" crossorigin fetchpriority="low"';

const partsOf = ({ route }: BuiltPage): string[] => ['core', ...(route.meta?.texts ?? [])];

function documentOf(document: string, { page, locale, files, texts, frame, asked, look }: Parts): string {
  const links = [...scriptsOf(page, locale, files)].filter((file) => !document.includes(`/${file}"`))
    .map((file) => `${PRELOAD} href="/${file}">`);
  const description = descriptionOf(page, locale);
  const lines = [
    ...(page.route.meta?.isUnlisted ? [UNLISTED] : []),
    ...(description ? [`<meta name="description" content="${escaped(description)}" />`] : []),
    ...stylesOf(page, files).map((file) => `<link rel="stylesheet" crossorigin href="/${file}">`),
    ...links,
    ...asked.map((words) => ofBareAddress(`<link rel="preload" as="fetch" crossorigin href="/graphql?locale=${locale}&amp;${words}">`)),
    `<script id="texts" type="application/json">${packed(texts).replaceAll('<', '\\u003c')}</script>`,
    FACTS_PLACE,
  ];
  return filled(withNotice(document, locale).replaceAll('<link rel="modulepreload" crossorigin', PRELOAD), [
    ['<script type="module" crossorigin', '<script type="module" crossorigin fetchpriority="low"'],
    ['<html lang="en">', `<html lang="${locale}">`],
    ['<title>Passerelle</title>', `<title>${escaped(frame.title ?? 'Passerelle')}</title>`],
    ['<script type="module"', `<script src="/${look}"></script>\n    <script type="module"`],
    ['</head>', `${lines.map((line) => `  ${line}\n`).join('  ')}  </head>`],
    ['<div id="app"></div>', `<div id="app">${frameOf(frame)}</div>`],
  ]);
}

/** The files of what the page shows first: its component and the locale's formats, with all that they import. */
function scriptsOf({ component }: BuiltPage, locale: Locale, { ofModule, imports }: Files): Set<string> {
  const found = new Set<string>();
  const add = (file: string | undefined): void => {
    if (file === undefined || found.has(file)) return;
    found.add(file);
    imports.get(file)?.forEach(add);
  };
  for (const module of [component, `src/core/i18n/generated/${LOCALES[locale].intl}.generated.ts`]) add(ofModule.get(client + module));
  return found;
}

/** The styles of a page that no visitor finds, beside those of all pages: they come with its address, and its frame is drawn in them. */
function stylesOf({ component }: BuiltPage, { ofModule, inner }: Files): readonly string[] {
  const own = ofModule.get(client + component);
  return own !== undefined && inner.pages.has(own) ? inner.styles : [];
}

function descriptionOf({ name, route }: BuiltPage, locale: Locale): string | undefined {
  const key = route.meta?.description;
  if (key === undefined) return undefined;
  const text = [...(route.meta?.texts ?? [])].map((part) => messageOf(locale, part, key)).find((found) => typeof found === 'string');
  if (text === undefined || /[{}|@]/.test(text)) throw new Error(`The description of ${name} in ${locale} is no plain sentence: ${key}`);
  return text;
}

function messageOf(locale: Locale, part: string, key: string): unknown {
  const catalogue: unknown = JSON.parse(readFileSync(`${client}src/locales/${locale}/${part}.json`, 'utf8'));
  return key.split('.').reduce((found, word) => (found as Record<string, unknown> | undefined)?.[word], catalogue);
}

const NOTICE = /<noscript>.*?<\/noscript>/s;

/** A document that says, where no script may run, what is seen without one: as the accessibility statement says it. */
function withNotice(document: string, locale: Locale): string {
  const text = messageOf(locale, 'pages', 'pages.accessibility.known.item3');
  if (typeof text !== 'string' || !NOTICE.test(document)) throw new Error(`There is no notice, or no place for it, in ${locale}`);
  return document.replace(NOTICE, () => `<noscript><p class="banner">${escaped(text)}</p></noscript>`);
}

/** A document with places in it replaced, each of which must be there. */
function filled(document: string, places: readonly (readonly [place: string, content: string])[]): string {
  return places.reduce((text, [place, content]) => {
    if (!text.includes(place)) throw new Error(`The document has no ${place}`);
    return text.replace(place, () => content);
  }, document);
}

/** What a page asks ahead, as its client writes it: names of variables stand in the order of the alphabet. */
function askedBy({ name }: BuiltPage, ids: ReadonlyMap<string, string>): string[] {
  return (ASKED_AHEAD[name] ?? []).map(({ query, variables = {} }) => {
    const id = ids.get(query);
    if (id === undefined) throw new Error(`The page ${name} asks for ${query}, which is no document`);
    return `documentId=${id}&amp;variables=${encodeURIComponent(stringifyVariables(variables))}`;
  });
}

const BANNER = /<p class="banner".*?<\/p>/s;

const SIGN_IN = /<li class="menu-work".*?<\/li>/s;

/** A frame, with what is said of invented data and what is for visitors marked as such. */
function frameOf({ html }: Frame): string {
  if (!BANNER.test(html)) throw new Error('The frame does not say that invented data is shown: see service/DemonstrationBanner.vue');
  if (!SIGN_IN.test(html)) throw new Error('The frame has no way to sign in: see MainMenu.vue');
  return html.replace(BANNER, inDemonstration).replace(SIGN_IN, forVisitors);
}

/** The variable parts of an address, which the server puts in. */
function paramsOf({ route }: BuiltPage): Record<string, string> {
  return Object.fromEntries([...route.path.matchAll(/:(\w+)/g)].map(([, name]) => [name!, ADDRESS_MARK]));
}
