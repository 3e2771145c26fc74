import type { Locale } from '@passerelle/shared/locales.ts';
import type pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { at, testEngine } from '../../../test/reader/engine.ts';
import { putBasics, putSession, putTerm, uuid } from '../../../test/reader/fixture.ts';
import { openClient } from '../../../test/reader/rows.ts';

const engine = testEngine('empty');
let client: pg.Client;

beforeAll(async () => {
  client = await openClient(engine().database.owner);
  await putBasics(client);
});

afterAll(async () => {
  await client.end();
});

/** Where each reader's texts come from, nearest first: [stored, shown]. Written out, so that a changed table is noticed. */
const SERBIAN: readonly (readonly [Locale, Locale])[] = [['sr-Latn', 'sr-Latn'], ['sr-Cyrl', 'sr-Latn']];
const same = (...locales: Locale[]): (readonly [Locale, Locale])[] => locales.map((locale) => [locale, locale]);
const CHAINS: Readonly<Record<Locale, readonly (readonly [Locale, Locale])[]>> = {
  fr: same('fr', 'en'), en: same('en', 'fr'), sq: same('sq', 'en', 'fr'), bg: same('bg', 'en', 'fr'), el: same('el', 'en', 'fr'), hu: same('hu', 'en', 'fr'),
  mk: same('mk', 'en', 'fr'), ro: same('ro', 'en', 'fr'), sl: same('sl', 'en', 'fr'), tr: same('tr', 'en', 'fr'), uk: same('uk', 'en', 'fr'),
  bs: [...same('bs', 'hr'), ...SERBIAN, ...same('en', 'fr')], hr: [...same('hr', 'bs'), ...SERBIAN, ...same('en', 'fr')],
  'sr-Cyrl': same('sr-Cyrl', 'sr-Latn', 'en', 'fr'), 'sr-Latn': [...SERBIAN, ...same('bs', 'en', 'fr')], cnr: [...same('cnr'), ...SERBIAN, ...same('bs', 'hr', 'en', 'fr')],
};

let serial = 0;

/** A session with those texts, as a reader of `locale` sees its fields. */
async function seen(locale: Locale, texts: Parameters<typeof putSession>[2], own: Parameters<typeof putSession>[3], fields: string): Promise<unknown> {
  const id = await putSession(client, (serial += 1), texts, own);
  const { data } = await engine().ask('query ($id: ID!) { trainingSession(id: $id) {'.concat(fields, '} }'), { locale, variables: { id } });
  return data.trainingSession;
}

const text = (locale: Locale): string => (locale === 'sr-Cyrl' ? 'Љубав и Његош' : `a text in ${locale}`);

describe('a text in several languages', () => {
  for (const [locale, chain] of Object.entries(CHAINS) as [Locale, (typeof CHAINS)[Locale]][]) {
    it(`reaches a reader of ${locale} along the chain, nearest first`, async () => {
      for (const [first, [stored, shown]] of chain.entries()) {
        const there = Object.fromEntries(chain.slice(first).map(([tag]) => [tag, { title: text(tag) }]));
        const rest = locale === 'sl' || locale === 'hu' ? 'uk' : 'hu';
        const answer = await seen(locale, { [rest]: { title: 'from the source' }, ...there }, { source_locale: rest }, 'title { text locale isFallback isOutdated }');
        const expected = stored === shown ? text(stored) : 'Ljubav i Njegoš';
        expect(answer).toEqual({ title: { text: expected, locale: shown, isFallback: shown !== locale, isOutdated: false } });
      }
    });
  }

  it('comes from its source language when the whole chain lacks it, in the letters it was written in', async () => {
    expect(await seen('fr', { 'sr-Cyrl': { title: 'Љубав' } }, { source_locale: 'sr-Cyrl' }, 'title { text locale isFallback }')).toEqual({ title: { text: 'Љубав', locale: 'sr-Cyrl', isFallback: true } });
    expect(await seen('hr', { mk: { title: 'Љубов' } }, { source_locale: 'mk' }, 'title { text locale isFallback }')).toEqual({ title: { text: 'Љубов', locale: 'mk', isFallback: true } });
  });

  it('falls back field by field, an empty text being a missing one', async () => {
    const texts = { sq: { title: 'titull', summary: '' }, en: { title: 'title', summary: 'summary', programme: '' }, fr: { title: 'titre', summary: 'résumé', programme: 'programme' } };
    expect(await seen('sq', texts, {}, 'title { text locale } summary { text locale isFallback } programme { text locale }')).toEqual({
      title: { text: 'titull', locale: 'sq' }, summary: { text: 'summary', locale: 'en', isFallback: true }, programme: { text: 'programme', locale: 'fr' },
    });
  });

  it('is null when no language has it, where it may be missing', async () => {
    expect(await seen('sq', { en: { title: 'title', summary: '' } }, {}, 'summary { text } programme { locale }')).toEqual({ summary: null, programme: null });
  });

  it.each(['sr-Latn', 'bs', 'hr', 'cnr'] as const)('in Serbian Cyrillic only is shown in Latin letters, marked sr-Latn, to a reader of %s', async (locale) => {
    const title = 'ЉУДИ, Људи и људи: Ђорђе, Џеп, џеп, ЏЕП, Његуши, Шћепан, Жаба. Љ!';
    const answer = await seen(locale, { 'sr-Cyrl': { title } }, { source_locale: 'sr-Cyrl' }, 'title { text locale isFallback }');
    expect(answer).toEqual({ title: { text: 'LJUDI, Ljudi i ljudi: Đorđe, Džep, džep, DŽEP, Njeguši, Šćepan, Žaba. Lj!', locale: 'sr-Latn', isFallback: locale !== 'sr-Latn' } });
  });

  it('in Serbian Latin only stays Latin for a reader of Cyrillic', async () => {
    expect(await seen('sr-Cyrl', { 'sr-Latn': { title: 'ljubav' } }, { source_locale: 'sr-Latn' }, 'title { text locale isFallback }')).toEqual({ title: { text: 'ljubav', locale: 'sr-Latn', isFallback: true } });
  });

  it('is outdated when it says an older version of the source, in the reader’s language or another', async () => {
    const texts = { en: { title: 'title', source_version: 3 }, fr: { title: 'titre', source_version: 2 }, sq: { title: 'titull', source_version: 3 }, hr: { title: 'naslov', source_version: 1 } };
    for (const [locale, isOutdated] of [['en', false], ['fr', true], ['sq', false], ['hr', true], ['bs', true], ['tr', false]] as const) {
      expect(await seen(locale, texts, { source_version: 3 }, 'title { isOutdated }'), locale).toEqual({ title: { isOutdated } });
    }
  });

  it('is read under aliases, through fragments and merged, as any object is', async () => {
    const fields = 'a: title { t: text l: locale } title { ...T } title { isFallback } ... on TrainingSession { title { kind: __typename } }';
    const id = await putSession(client, (serial += 1), { en: { title: 'title' } });
    const { data } = await engine().ask(`query ($id: ID!) { trainingSession(id: $id) { ${fields} } } fragment T on LocalizedText { text }`, { variables: { id } });
    expect(JSON.stringify(data.trainingSession)).toBe('{"a":{"t":"title","l":"en"},"title":{"text":"title","isFallback":false,"kind":"LocalizedText"}}');
  });

  it('gives every reader the order of what that reader sees', async () => {
    await putTerm(client, 'ONE', { en: 'zebra', sq: 'arbër' });
    await putTerm(client, 'TWO', { en: 'apple', sq: 'xhep' });
    await putTerm(client, 'THREE', { en: 'mango' });
    const order = async (locale: Locale): Promise<string[]> => at<{ code: string }[]>((await engine().ask('{ terms { nodes { code } } }', { locale })).data, 'terms.nodes').map(({ code }) => code);
    expect(await order('en')).toEqual(['TWO', 'THREE', 'ONE']);
    expect(await order('sq')).toEqual(['ONE', 'THREE', 'TWO']);
  });

  it('has a row of its own language wherever the trigger lets a row be', async () => {
    await expect(putSession(client, 900, { fr: { title: 'titre' } })).rejects.toThrow(/source language/);
    await client.query('rollback');
    expect((await engine().ask('query ($id: ID!) { node(id: $id) { id } }', { variables: { id: `TrainingSession_${uuid(900)}` } })).data).toEqual({ node: null });
  });
});
