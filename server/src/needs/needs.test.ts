/** Needs, by the API: entering, changing, saying in other languages, moving, and what is refused of them. */
import { randomUUID } from 'node:crypto';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { ask, testServer, UNLIMITED } from '../../test/http/harness.ts';
import { type Headers, signEverybodyIn } from '../../test/permissions/roles.ts';
import { owner } from '../registrations/world.fixture.ts';
import { move, type NeedBack, needOf, save, translate } from './needs.fixture.ts';

const server = testServer({ signInLimits: UNLIMITED });
const sql = <T = Record<string, unknown>>(text: string, values: unknown[] = []): Promise<T[]> => owner<T>(server(), text, values);
let headers: Headers;

const told = ({ outcome, faults = [], code }: NeedBack): string => code ?? [outcome, ...faults.map(({ field, fault, position }) => [field, fault, position].filter((one) => one !== null).join(' '))].join(' · ');

beforeAll(async () => {
  headers = await signEverybodyIn(server());
});
beforeEach(async () => {
  await sql('delete from need');
  await sql('delete from audit_entry');
});

describe('entering', () => {
  test('gives a need as it was said, submitted, as urgent as what makes it so', async () => {
    const back = await save(server(), headers.scac);
    expect(told(back)).toBe('DONE');
    expect(back.need).toMatchObject({
      version: 1, status: 'SUBMITTED', urgency: 'HIGH', criteria: ['NO_ANSWER', 'REGIONAL'], enteredAs: 'SCAC', title: { text: 'Nedostaje sklonište', locale: 'sr-Latn', isOutdated: false }, furtherThemes: [{ code: 'CHILD_TRAFFICKING' }],
      audiences: [{ code: 'POLICE' }, { code: 'SOCIAL_SERVICES' }], links: [{ url: 'https://example.org/izvestaj', label: 'Izveštaj' }], history: [{ byRole: 'SCAC', fromStatus: null, toStatus: 'SUBMITTED', reason: null, locale: null }],
      can: { edit: true, translate: true, moveTo: ['WITHDRAWN'] },
    });
  });

  test('twice under one key enters once, at once too', async () => {
    const key = randomUUID();
    const both = await Promise.all([save(server(), headers.scac, { key }), save(server(), headers.scac, { key })]);
    expect([...both.map(told), told(await save(server(), headers.ssi, { key }))]).toEqual(['DONE', 'DONE', 'DONE']);
    expect(await sql('select count(*)::int as n from need')).toEqual([{ n: 1 }]);
    expect(told(await save(server(), headers.scac, { key, title: 'Another' }))).toBe('CONFLICT');
    // A key of others is none.
    expect(told(await save(server(), headers.scacElsewhere, { key, country: 'AL' }))).toBe('GONE');
  });

  test.each<[string, Readonly<Record<string, unknown>>, string]>([
    ['nothing said', { title: ' ', text: '', theme: '' }, 'INVALID · THEME MISSING · TITLE MISSING · TEXT MISSING'], ['too much', { title: 'x'.repeat(201) }, 'INVALID · TITLE TOO_LONG'],
    ['a theme twice', { furtherThemes: ['ASSISTANCE'] }, 'INVALID · FURTHER_THEMES REPEATED'], ['themes that are too many', { furtherThemes: ['PROTECTION', 'PREVENTION', 'REFERRAL'] }, 'INVALID · FURTHER_THEMES TOO_LONG'],
    ['a part of another theme', { subtheme: 'NATIONAL_REFERRAL' }, 'INVALID · SUBTHEME UNKNOWN'], ['a part that there is none of', { subtheme: 'X' }, 'INVALID · SUBTHEME UNKNOWN'], ['what there is none of', { theme: 'X', audiences: ['X'] }, 'INVALID · THEME UNKNOWN · AUDIENCES UNKNOWN'], ['an address that is none', { links: [{ url: 'https://example.org', label: 'A' }, { url: 'javascript:alert(1)', label: 'B' }] }, 'INVALID · LINKS NOT_AN_ADDRESS 1'],
    ['a link without a name', { links: [{ url: 'https://example.org', label: '' }] }, 'INVALID · LINKS MISSING 0'], ['signs that are none of a text', { title: 'a\u2028b' }, 'INVALID · TITLE UNREADABLE'], ['a key that is made of the time', { key: '01990000-0000-7000-8000-0000000000ab' }, 'INVALID · KEY UNREADABLE'],
  ])('%s is refused by its field, and nothing is kept', async (_title, changes, expected) => {
    expect(told(await save(server(), headers.scac, changes))).toBe(expected);
    expect(await sql('select from need')).toEqual([]);
  });

  test('says how many further themes there may be', async () => {
    expect((await save(server(), headers.scac, { furtherThemes: ['PROTECTION', 'PREVENTION', 'REFERRAL'] })).faults).toMatchObject([{ field: 'FURTHER_THEMES', maximum: 2 }]);
  });

  test('gives no protected place away, in no text of it; with its trigger away it would: the control', async () => {
    const away = 'Maison Ébène, 12 rue des Lilas';
    await sql(`with o as (insert into organisation (slug, country_code, kind, source_locale, source, is_verified, is_published, is_protected, is_demonstration) values ('t-need-house', 'RS', 'NGO', 'fr', 'T', false, true, true, true) on conflict do nothing returning slug)
      insert into organisation_translation (organisation_slug, locale, name) select slug, 'fr', 'Maison Ébène' from o`);
    const key = await needOf(server(), headers.scac);
    await move(server(), headers.adviser, key, 'UNDER_REVIEW');
    const tries = (): Promise<NeedBack[]> => Promise.all([
      save(server(), headers.scac, { title: away }), save(server(), headers.scac, { text: away }), save(server(), headers.scac, { links: [{ url: 'https://example.org', label: away }] }), translate(server(), headers.scac, key, { version: 2, title: away }),
      move(server(), headers.adviser, key, 'DECLINED', { version: 2, reason: away }),
    ]);
    expect((await tries()).map(told)).toEqual(Array.from({ length: 5 }, () => 'PROTECTED_PLACE'));
    expect(told(await save(server(), headers.scac, { title: 'Maison Ébène' }))).toBe('DONE');
    await sql('alter table need_translation disable trigger need_translation_keeps_places');
    expect(told(await save(server(), headers.scac, { title: away }))).toBe('DONE');
    await sql('alter table need_translation enable trigger need_translation_keeps_places');
  });

  test('for another country is not a post’s; the adviser enters for any', async () => {
    expect(told(await save(server(), headers.scacElsewhere))).toBe('NOT_ALLOWED');
    expect((await save(server(), headers.assistant, { country: 'MD' })).need).toMatchObject({ enteredAs: 'ASSISTANT', can: { edit: true, moveTo: ['UNDER_REVIEW'] } });
  });
});

describe('changing', () => {
  test('says who was first, and what it is now; what is so already stays so', async () => {
    const key = await needOf(server(), headers.scac);
    expect((await save(server(), headers.ssi, { key, version: 1, title: 'Nema skloništa', criteria: [] })).need).toMatchObject({ version: 2, urgency: 'LOW', links: [{ label: 'Izveštaj' }] });
    const late = await save(server(), headers.scac, { key, version: 1, title: 'Treba sklonište' });
    expect([told(late), late.need?.title.text]).toEqual(['CONFLICT', 'Nema skloništa']);
    expect(told(await save(server(), headers.scac, { key, version: 1, title: 'Nema skloništa', criteria: [] }))).toBe('DONE');
    expect(told(await save(server(), headers.scac, { key, version: 2, links: [], country: 'AL' }))).toBe('INVALID · COUNTRY SETTLED');
    expect((await save(server(), headers.scac, { key, version: 2, title: 'Nema skloništa', links: [], audiences: [], furtherThemes: ['REFERRAL'] })).need).toMatchObject({ links: [], audiences: [], furtherThemes: [{ code: 'REFERRAL' }] });
  });

  test('a part of its theme is said, told of in the trail, and gone with its theme; one that belongs to another theme is refused, and nothing is changed', async () => {
    const key = await needOf(server(), headers.scac, { subtheme: 'SHELTER' });
    expect((await save(server(), headers.scac, { key, version: 1, subtheme: 'SHELTER' })).need?.subtheme).toEqual({ code: 'SHELTER', name: { text: 'Hébergement sécurisé', locale: 'fr' } });
    const late = await save(server(), headers.scac, { key, version: 1, theme: 'REFERRAL', subtheme: 'SHELTER' });
    expect([told(late), await sql('select theme_code, subtheme_code, version from need where uuid = ?', [key])]).toEqual(['INVALID · SUBTHEME UNKNOWN', [{ theme_code: 'ASSISTANCE', subtheme_code: 'SHELTER', version: 1 }]]);
    expect((await save(server(), headers.scac, { key, version: 1, subtheme: 'HOTLINE' })).need).toMatchObject({ version: 2, subtheme: { code: 'HOTLINE' } });
    // Whoever knows nothing of sub-themes says none.
    expect((await save(server(), headers.scac, { key, version: 2, theme: 'REFERRAL' })).need).toMatchObject({ version: 3, subtheme: null });
    const lines = await sql<{ line: string }>(`select concat_ws(' ', action, part, coalesce(before, '') || ' > ' || coalesce(after, '')) as line from audit_entry where subject = 'NEED' and object = ? and part = 'subtheme_code' order by at`, [key]);
    expect(lines.map(({ line }) => line)).toEqual(['CHANGED subtheme_code SHELTER > HOTLINE', 'CHANGED subtheme_code HOTLINE > ']);
  });

  test('ends once somebody looks into it; the adviser does not write anew what a post has written', async () => {
    const key = await needOf(server(), headers.scac);
    expect(told(await save(server(), headers.adviser, { key, version: 1, title: 'N' }))).toBe('NOT_ALLOWED');
    await move(server(), headers.adviser, key, 'UNDER_REVIEW');
    const late = await save(server(), headers.scac, { key, version: 1, title: 'N' });
    expect([told(late), late.need?.status, late.need?.can]).toEqual(['TOO_LATE', 'UNDER_REVIEW', { edit: false, translate: true, moveTo: [] }]);
  });

  test('said in another language than was thought, it leaves nothing under the first', async () => {
    const key = await needOf(server(), headers.scac, { sourceLocale: 'fr' });
    expect(told(await save(server(), headers.scac, { key, version: 1 }))).toBe('DONE');
    expect(await sql('select locale, title from need_translation where need_uuid = ?', [key])).toEqual([{ locale: 'sr-Latn', title: 'Nedostaje sklonište' }]);
  });

  test('a translation says the source as it was: it is outdated once that changes, and empty texts are missing', async () => {
    const key = await needOf(server(), headers.scac);
    expect((await translate(server(), headers.adviser, key)).need?.version).toBe(2);
    expect(told(await translate(server(), headers.adviser, key))).toBe('DONE');
    expect(told(await translate(server(), headers.scac, key, { title: 'Un refuge' }))).toBe('CONFLICT');
    expect(told(await translate(server(), headers.scac, key, { locale: 'sr-Latn' }))).toBe('INVALID · LOCALE NOT_HERE');
    await save(server(), headers.scac, { key, version: 2, text: 'Anew' });
    const { data } = await ask(server(), `{ need(id: "Need_${key}") { title { text locale isFallback isOutdated } text { text locale isFallback } texts { locale isSource isOutdated text } } }`, {}, { ...headers.adviser, 'accept-language': 'fr' });
    expect(data!.need).toEqual({
      title: { text: 'Il manque un refuge', locale: 'fr', isFallback: false, isOutdated: true }, text: { text: 'Anew', locale: 'sr-Latn', isFallback: true },
      texts: [{ locale: 'fr', isSource: false, isOutdated: true, text: null }, { locale: 'sr-Latn', isSource: true, isOutdated: false, text: 'Anew' }],
    });
  });
});

describe('moving', () => {
  test('goes from one place to the next; whoever declines says why, in their language, and that stays', async () => {
    const key = await needOf(server(), headers.scac);
    expect(told(await move(server(), headers.adviser, key, 'DECLINED', { reason: 'R' }))).toBe('TOO_LATE');
    expect((await move(server(), headers.adviser, key, 'UNDER_REVIEW')).need?.can.moveTo).toEqual(['TAKEN_UP', 'ADDRESSED', 'DECLINED']);
    expect(told(await move(server(), headers.adviser, key, 'DECLINED', { version: 2, reason: ' ' }))).toBe('INVALID · REASON MISSING');
    expect(told(await move(server(), headers.adviser, key, 'DECLINED', { version: 1, reason: 'Déjà couvert' }))).toBe('CONFLICT');
    const { need } = await move(server(), { ...headers.adviser, 'accept-language': 'fr' }, key, 'DECLINED', { version: 2, reason: 'Déjà couvert' });
    expect(need?.history.at(-1)).toEqual({ byRole: 'ADVISER', fromStatus: 'UNDER_REVIEW', toStatus: 'DECLINED', reason: 'Déjà couvert', locale: 'fr' });
    expect(told(await move(server(), headers.assistant, key, 'DECLINED', { version: 2, reason: 'Déjà couvert' }))).toBe('DONE');
    expect(told(await move(server(), headers.assistant, key, 'DECLINED', { version: 3, reason: 'Other' }))).toBe('CONFLICT');
    expect((await move(server(), headers.adviser, key, 'UNDER_REVIEW', { version: 3 })).need?.history).toHaveLength(4);
    expect((await sql<{ line: string }>(`select concat_ws(' ', action, part, before || ' > ' || after) as line from audit_entry where subject = 'NEED' and object = ? order by at`, [key])).map(({ line }) => line))
      .toEqual(['ADDED', 'CHANGED status SUBMITTED > UNDER_REVIEW', 'CHANGED status UNDER_REVIEW > DECLINED', 'CHANGED status DECLINED > UNDER_REVIEW']);
  });

  test('a post withdraws what nobody looks into yet, and nobody else does', async () => {
    const key = await needOf(server(), headers.scac);
    expect(told(await move(server(), headers.adviser, key, 'WITHDRAWN'))).toBe('NOT_ALLOWED');
    expect(told(await move(server(), headers.scacElsewhere, key, 'WITHDRAWN'))).toBe('GONE');
    const { need } = await move(server(), headers.ssi, key, 'WITHDRAWN', { reason: 'Rešeno' });
    expect([need?.status, need?.history.at(-1)?.byRole, need?.can]).toEqual(['WITHDRAWN', 'SSI', { edit: false, translate: false, moveTo: [] }]);
    expect(told(await move(server(), headers.adviser, key, 'UNDER_REVIEW', { version: 2 }))).toBe('TOO_LATE');
  });

  test('two at once: the second is told what it is now', async () => {
    const key = await needOf(server(), headers.scac);
    const both = await Promise.all([move(server(), headers.adviser, key, 'UNDER_REVIEW'), save(server(), headers.scac, { key, version: 1, title: 'Anew' })]);
    expect([['DONE', 'TOO_LATE'], ['CONFLICT', 'DONE']]).toContainEqual(both.map(told));
    expect(both.every(({ need }) => need !== null)).toBe(true);
  });
});
