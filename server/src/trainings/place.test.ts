/** Sessions by where they are held: in a country, in a town, or nowhere but online. */
import type pg from 'pg';
import { type Locale, LOCALE_TAGS } from '@passerelle/shared/locales.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { at, testEngine } from '../../test/reader/engine.ts';
import { putBasics, putSession } from '../../test/reader/fixture.ts';
import { openClient } from '../../test/reader/rows.ts';

const engine = testEngine('empty');
let client: pg.Client;
const names = new Map<string, string>();

beforeAll(async () => {
  client = await openClient(engine().database.owner);
  await putBasics(client);
  const sessions = {
    inNish: [{ en: { title: 'Interviewing' } }, { country_code: 'RS', town: 'Ниш' }],
    inNishAndOnline: [{ fr: { title: 'Repérer' } }, { country_code: 'RS', town: 'Ниш', format: 'HYBRID', source_locale: 'fr' }],
    inTirana: [{ en: { title: 'Sheltering' } }, { country_code: 'AL', town: 'Tiranë' }],
    online: [{ en: { title: 'Reporting' } }, { country_code: null, town: null, format: 'ONLINE' }],
    onlineForSerbia: [{ en: { title: 'Referring' } }, { country_code: 'RS', town: null, format: 'ONLINE' }],
  } as const;
  for (const [n, [name, [texts, own]]] of Object.entries(sessions).entries()) names.set(await putSession(client, n + 1, texts, own), name);
});

afterAll(async () => {
  await client.end();
});

async function found(filter: Readonly<Record<string, unknown>>, locale: Locale = 'en'): Promise<string[]> {
  const { data } = await engine().ask('query ($filter: TrainingSessionFilter) { trainingSessions(first: 100, filter: $filter) { nodes { id } } }', { variables: { filter }, locale });
  return at<{ id: string }[]>(data, 'trainingSessions.nodes').map(({ id }) => names.get(id)!).sort();
}

describe('a session is found', () => {
  it.each(LOCALE_TAGS)('by its town, however it is written, whatever its texts say, by who reads %s', async (locale) => {
    for (const town of ['Ниш', 'ниш', 'НИШ', 'Niš', 'nis', 'NIS']) expect(await found({ search: town }, locale), town).toEqual(['inNish', 'inNishAndOnline']);
    for (const town of ['Tiranë', 'tirane', 'TIRANË']) expect(await found({ search: town }, locale), town).toEqual(['inTirana']);
    expect(await found({ search: 'nis interviewing' }, locale)).toEqual(['inNish']);
    expect(await found({ search: 'Скопје' }, locale)).toEqual([]);
  });

  it('by its country, and by its town in it', async () => {
    expect(await found({ country: 'RS' })).toEqual(['inNish', 'inNishAndOnline', 'onlineForSerbia']);
    expect(await found({ country: 'RS', search: 'nis' })).toEqual(['inNish', 'inNishAndOnline']);
    expect(await found({ country: 'AL', search: 'nis' })).toEqual([]);
  });

  it('as one online, in a place, or both', async () => {
    expect(await found({ formats: ['ONLINE'] })).toEqual(['online', 'onlineForSerbia']);
    expect(await found({ formats: ['ONLINE', 'HYBRID'] })).toEqual(['inNishAndOnline', 'online', 'onlineForSerbia']);
    expect(await found({ formats: ['ON_SITE', 'HYBRID'], search: 'nis' })).toEqual(['inNish', 'inNishAndOnline']);
    expect(await found({ formats: ['ONLINE'], search: 'nis' })).toEqual([]);
  });
});
