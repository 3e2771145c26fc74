/** The language of an answer: who decides it, how it is said, and that caches never mix two. */
import { LOCALE_TAGS } from '@passerelle/shared/locales.ts';
import { describe, expect, test } from 'vitest';
import { acceptedLanguages } from '../../src/core/http/locale.ts';
import { type Answer, ask, get, post, send, testServer } from './harness.ts';

const server = testServer();

const QUERY = '{ service { locale } countries { name { text locale } } }';
const CODES = '{ countries { code } }';

const localeOf = ({ data }: Answer): string => (data as { service: { locale: string } }).service.locale;
const asked = async (acceptLanguage: string | undefined, query = QUERY): Promise<Answer> => get(server(), { query }, acceptLanguage === undefined ? {} : { 'accept-language': acceptLanguage });

describe('the locale in the address', () => {
  test.each(LOCALE_TAGS)('%s is the one answered in, whatever the headers ask for', async (locale) => {
    const answer = await get(server(), { query: QUERY, locale }, { 'accept-language': locale === 'tr' ? 'uk' : 'tr' });
    expect(localeOf(answer)).toBe(locale);
    expect(answer.headers.get('content-language')).toBe(locale);
    expect(answer.headers.get('vary')!.split(/, */)).not.toContain('Accept-Language');
  });

  test.each(['de', 'FR', 'fr-FR', 'sr', '', '*', 'fr,en', '__proto__', 'constructor', 'fr\0', '../fr', 'x'.repeat(5_000)])('%j is refused', async (locale) => {
    for (const answer of [await get(server(), { query: QUERY, locale }), await post(server(), JSON.stringify({ query: QUERY }), {}, `/graphql?${new URLSearchParams({ locale }).toString()}`)]) {
      expect({ status: answer.status, code: answer.code, cache: answer.headers.get('cache-control') }).toEqual({ status: 400, code: 'UNKNOWN_LOCALE', cache: 'no-store' });
      expect(answer.text).toContain('sr-Latn');
    }
  });
});

describe('the locale of the headers', () => {
  test.each<[string | undefined, string]>([
    [undefined, 'en'], ['', 'en'], ['sr-ME', 'cnr'], ['sr-Latn-ME', 'cnr'], ['sr-Cyrl-ME', 'sr-Cyrl'], ['sr-Latn-ME, en;q=0.8', 'cnr'], ['hr-BA', 'hr'], ['bs-BA', 'bs'], ['sr-Latn-RS', 'sr-Latn'], ['sr-Cyrl-BA', 'sr-Cyrl'], ['sr-RS', 'sr-Cyrl'],
    ['sh', 'sr-Latn'], ['mo', 'ro'], ['fr-CA, en;q=0.8', 'fr'], ['de, uk;q=0.5', 'uk'], ['en;q=0.1, el;q=0.9', 'el'], ['fr;q=0, sq;q=0.1', 'sq'], ['xx, yy', 'en'], ['*', 'en'], ['*, tr;q=0.1', 'tr'],
    ['hu;q=1.5, sl', 'sl'], ['hu;q=abc, sl;q=0.2', 'sl'], ['hu;q=-1, sl;q=0.2', 'sl'], [';q=1, bg;q=0.3', 'bg'], ['mk;q=0.9;x=1, ro;q=0.2', 'ro'], ['UK-ua', 'uk'], ['fr_FR', 'fr'], [',,,hr,,', 'hr'],
    ['hu ; q = 0.5, el ;q=0.7', 'el'], ['a'.repeat(500), 'en'], ['__proto__, constructor', 'en'],
    // As browsers send them, each in the manner of its maker.
    ['fr,fr-FR;q=0.8,en-US;q=0.5,en;q=0.3', 'fr'], ['fr-FR,fr;q=0.9,en-US;q=0.8,en;q=0.7', 'fr'], ['sq,sq-AL;q=0.8,en-US;q=0.5,en;q=0.3', 'sq'], ['sq-XK,sq;q=0.9,sr;q=0.8,en;q=0.7', 'sq'],
    ['bs-BA,bs;q=0.8,en-US;q=0.5,en;q=0.3', 'bs'], ['bg,en-US;q=0.7,en;q=0.3', 'bg'], ['bg-BG,bg;q=0.9,en;q=0.8,tr;q=0.7', 'bg'], ['hr,hr-HR;q=0.8,en-US;q=0.5,en;q=0.3', 'hr'], ['hr-HR,hr;q=0.9,bs;q=0.8,sr;q=0.7,en;q=0.6', 'hr'],
    ['el-GR,el;q=0.8,en-US;q=0.5,en;q=0.3', 'el'], ['hu-HU,hu;q=0.9,en-US;q=0.8,en;q=0.7', 'hu'], ['mk-MK,mk;q=0.9,sr;q=0.8,en;q=0.7', 'mk'], ['ro-RO,ro;q=0.8,en-US;q=0.6,en-GB;q=0.4,en;q=0.2', 'ro'], ['ro-MD,ro;q=0.9,ru;q=0.8,en;q=0.7', 'ro'],
    ['sr,sr-RS;q=0.8,sr-CS;q=0.6,en-US;q=0.4,en;q=0.2', 'sr-Cyrl'], ['sr-Latn-RS,sr;q=0.9,en-US;q=0.8,en;q=0.7', 'sr-Latn'], ['sr-Latn-ME,sr-ME;q=0.9,sr;q=0.8,en;q=0.7', 'cnr'], ['sl,en-GB;q=0.7,en;q=0.3', 'sl'], ['sl-SI,sl;q=0.9,it;q=0.8,en;q=0.7', 'sl'],
    ['tr-TR,tr;q=0.9,en-US;q=0.8,en;q=0.7', 'tr'], ['uk-UA,uk;q=0.8,en-US;q=0.5,en;q=0.3', 'uk'], ['ru-UA,ru;q=0.9,uk;q=0.8,en;q=0.7', 'uk'], ['de-AT,de;q=0.9,en-US;q=0.8,en;q=0.7', 'en'], ['en-GB,en-US;q=0.9,en;q=0.8', 'en'], ['de-AT,de;q=0.9,hr;q=0.8,en;q=0.7', 'hr'],
  ])('%j gives %s', async (header, locale) => {
    const answer = await asked(header);
    expect({ locale: localeOf(answer), said: answer.headers.get('content-language') }).toEqual({ locale, said: locale });
    expect(answer.headers.get('vary')!.split(/, */)).toContain('Accept-Language');
  });

  test('5,000 tags are answered as fast as one', async () => {
    for (const header of [Array.from({ length: 5_000 }, () => 'xx').join(','), `${'fr;q=0.1,'.repeat(1_500)}en`, 'q'.repeat(15_000), `fr${' '.repeat(14_000)};x`, ';'.repeat(15_000), `${'a-'.repeat(7_000)}a`]) {
      const begun = performance.now();
      expect((await asked(header)).status).toBe(200);
      expect(performance.now() - begun).toBeLessThan(10_000);
    }
    const begun = performance.now();
    acceptedLanguages(`${' '.repeat(1_000)};${' '.repeat(100_000)}`);
    expect(performance.now() - begun).toBeLessThan(2_000);
  });
});

describe('what may be kept', () => {
  test('a whole answer to GET may be, and is asked for again with its tag', async () => {
    const first = await get(server(), { query: QUERY, locale: 'hu' });
    expect(first.headers.get('cache-control')).toBe('public, no-cache');
    const tag = first.headers.get('etag')!;
    expect(tag).toMatch(/^W\/"hu:application\/[\w.+-]+:[\w-]{27}"$/);
    for (const known of [tag, tag.replace('W/', ''), `"other", ${tag}`, '*']) {
      const again = await get(server(), { query: QUERY, locale: 'hu' }, { 'if-none-match': known });
      expect({ status: again.status, text: again.text, etag: again.headers.get('etag') }).toEqual({ status: 304, text: '', etag: tag });
      for (const name of ['cache-control', 'vary', 'content-language']) expect([name, again.headers.get(name)]).toEqual([name, first.headers.get(name)]);
      expect(again.headers.get('content-length')).toBeNull();
    }
    for (const unknown of ['W/"other"', 'nonsense', `x${tag}`]) expect((await get(server(), { query: QUERY, locale: 'hu' }, { 'if-none-match': unknown })).status).toBe(200);
  });

  test('the tag changes with the answer', async () => {
    const { em } = server().database.orm;
    const before = await get(server(), { query: QUERY, locale: 'fr' });
    await em.fork().execute(`update country_translation set name = name || '!' where locale = 'fr' and country_code = 'RO'`);
    const after = await get(server(), { query: QUERY, locale: 'fr' }, { 'if-none-match': before.headers.get('etag')! });
    await em.fork().execute(`update country_translation set name = rtrim(name, '!') where locale = 'fr' and country_code = 'RO'`);
    expect(after.status).toBe(200);
    expect(after.headers.get('etag')).not.toBe(before.headers.get('etag'));
  });

  test('no two locales share a tag, even where they share the answer', async () => {
    const byAddress = await Promise.all(LOCALE_TAGS.map((locale) => get(server(), { query: CODES, locale })));
    expect(new Set(byAddress.map(({ text }) => text)).size).toBeLessThan(LOCALE_TAGS.length);
    expect(new Set(byAddress.map(({ headers }) => headers.get('etag'))).size).toBe(LOCALE_TAGS.length);
    const [french, turkish] = [await asked('fr', CODES), await asked('tr', CODES)];
    expect((await send(server(), `/graphql?${new URLSearchParams({ query: CODES }).toString()}`, { headers: { 'accept-language': 'tr', 'if-none-match': french.headers.get('etag')! } })).status).toBe(200);
    expect(french.headers.get('vary')).toBe(turkish.headers.get('vary'));
  });

  test('two media types do not share a tag', async () => {
    const [json, response] = [await get(server(), { query: CODES }, { accept: 'application/json' }), await get(server(), { query: CODES }, { accept: 'application/graphql-response+json' })];
    expect(json.headers.get('etag')).not.toBe(response.headers.get('etag'));
    expect(json.headers.get('vary')!.split(/, */)).toEqual(['Accept', 'Accept-Encoding', 'Accept-Language', 'Cookie']);
  });

  test('a long answer travels compressed where it may, with the same tag and the same text', async () => {
    const long = { query: '{ countries { code name { text locale isFallback } capital { text locale } } }', locale: 'el' };
    const [packed, plain] = [await get(server(), long, { 'accept-encoding': 'gzip' }), await get(server(), long, { 'accept-encoding': 'identity' })];
    expect([packed.headers.get('content-encoding'), plain.headers.get('content-encoding')]).toEqual(['gzip', null]);
    expect(packed.text).toBe(plain.text);
    expect(packed.headers.get('etag')).toBe(plain.headers.get('etag'));
    expect(packed.headers.get('vary')).toBe('Accept, Accept-Encoding, Cookie');
  });

  test('an answer to POST, an error and half an answer may not', async () => {
    const half = '{ countries { code } __type(name: "Query") { name } }';
    expect((await get(server(), { query: half })).headers.get('cache-control')).toBe('public, no-cache');
    const broken = `query ($name: String = "Query") { countries { code } __type(name: $name) { name } }`;
    for (const answer of [
      await ask(server(), QUERY), await get(server(), { query: '{' }), await get(server(), { query: QUERY, locale: 'de' }), await get(server(), { query: broken, variables: '{"name":null}' }),
      await get(server(), { documentId: 'x' }), await post(server(), '{'),
    ]) {
      expect([answer.headers.get('cache-control'), answer.headers.get('etag')]).toEqual(['no-store', null]);
    }
  });
});
