import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

import { LOCALE_TAGS, LOCALES, type Locale } from '@passerelle/shared/locales.ts';
import type { Plugin, Rolldown } from 'vite';
import { createRouterMatcher } from 'vue-router';

import { readDocuments } from './documents.ts';
import { type BuiltPage, readPages } from './routes.ts';

const client = fileURLToPath(new URL('..', import.meta.url));
const LOCALE_PARAM = `:locale(${LOCALE_TAGS.join('|')})`;

/**
 * Writes the document of each page in each language, `pages/<locale>/<page>.html`: the built one with the language, a
 * description, its texts, and links to all that it will ask for, so that it comes at once and not one thing after the other.
 * `pages.json` says, for the server, which addresses are whose: `[name, expression]`, the first that matches counts.
 */
export function pageHeads(): Plugin {
  return {
    name: 'page-heads',
    apply: 'build',
    enforce: 'post',
    async generateBundle(_options, bundle) {
      const document = bundle['index.html'];
      if (document?.type !== 'asset') throw new Error('There is no index.html to write the pages from');
      const pages = await readPages();
      const service = (await readDocuments()).find(({ exportName }) => exportName === 'ServiceQuery');
      if (!service) throw new Error('There is no ServiceQuery to ask ahead');
      const texts = await textsOf(bundle);
      for (const page of pages) {
        for (const locale of LOCALE_TAGS) {
          const source = documentOf(String(document.source), { page, locale, bundle, texts, service: service.id });
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

interface Parts {
  readonly page: BuiltPage;
  readonly locale: Locale;
  readonly bundle: Rolldown.OutputBundle;
  /** The compiled messages, by `<locale>/<part>`. */
  readonly texts: Readonly<Record<string, unknown>>;
  /** The id of the query that the frame of every page asks. */
  readonly service: string;
}

const TEXTS = /src\/locales\/([^/]+\/[^/]+)\.json$/;

/** The compiled messages of the built catalogues. */
async function textsOf(bundle: Rolldown.OutputBundle): Promise<Record<string, unknown>> {
  const found: Record<string, unknown> = {};
  for (const chunk of Object.values(bundle)) {
    const part = chunk.type === 'chunk' ? TEXTS.exec(chunk.facadeModuleId ?? '')?.[1] : undefined;
    if (chunk.type !== 'chunk' || part === undefined) continue;
    const { default: messages } = (await import(`data:text/javascript,${encodeURIComponent(chunk.code)}`)) as { default: unknown };
    found[part] = messages;
  }
  return found;
}

const partsOf = ({ route }: BuiltPage): string[] => ['core', ...(route.meta?.texts ?? [])];
const dataOf = (value: unknown): string => JSON.stringify(value).replaceAll('<', '\\u003c');

function documentOf(document: string, { page, locale, bundle, texts, service }: Parts): string {
  const links = [...scriptsOf(page, locale, bundle)].filter((file) => !document.includes(`/${file}"`))
    .map((file) => `<link rel="modulepreload" crossorigin href="/${file}">`);
  const description = descriptionOf(page, locale);
  const lines = [
    ...(description ? [`<meta name="description" content="${escaped(description)}" />`] : []),
    ...links,
    `<link rel="preload" as="fetch" crossorigin href="/graphql?locale=${locale}&amp;documentId=${service}&amp;variables=%7B%7D">`,
    `<script id="texts" type="application/json">${dataOf(Object.fromEntries(partsOf(page).map((part) => [`${locale}/${part}`, texts[`${locale}/${part}`]])))}</script>`,
  ];
  return document.replace('<html lang="en">', `<html lang="${locale}">`).replace('</head>', `${lines.map((line) => `  ${line}\n`).join('  ')}  </head>`);
}

/** The files of what the page shows first: its component and the locale's formats, with all that they import. */
function scriptsOf({ component }: BuiltPage, locale: Locale, bundle: Rolldown.OutputBundle): Set<string> {
  const tag = LOCALES[locale].intl;
  const wanted = new Set([
    component,
    `src/core/i18n/generated/${tag}.generated.ts`,
  ].map((file) => client + file));
  const chunks = Object.values(bundle).filter((file) => file.type === 'chunk');
  const files = new Set<string>();
  const add = (name: string): void => {
    if (files.has(name)) return;
    files.add(name);
    const chunk = bundle[name];
    if (chunk?.type === 'chunk') chunk.imports.forEach(add);
  };
  for (const chunk of chunks) if (chunk.facadeModuleId && wanted.has(chunk.facadeModuleId)) add(chunk.fileName);
  return files;
}

function descriptionOf({ name, route }: BuiltPage, locale: Locale): string | undefined {
  const key = route.meta?.description;
  if (key === undefined) return undefined;
  const text = [...(route.meta?.texts ?? [])]
    .map((part) => key.split('.').reduce<unknown>((found, word) => (found as Record<string, unknown> | undefined)?.[word], JSON.parse(readFileSync(`${client}src/locales/${locale}/${part}.json`, 'utf8'))))
    .find((found) => typeof found === 'string');
  if (text === undefined || /[{}|@]/.test(text)) throw new Error(`The description of ${name} in ${locale} is no plain sentence: ${key}`);
  return text;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
}
