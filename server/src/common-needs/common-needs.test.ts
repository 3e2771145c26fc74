/** Groups of needs, by the API: accepting, adding, taking out, splitting, merging, saying apart, changing, closing, and what is refused. */
import { randomUUID } from 'node:crypto';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { ask, post, testServer, UNLIMITED } from '../../test/http/harness.ts';
import { type Headers, signEverybodyIn } from '../../test/permissions/roles.ts';
import { untilWaiting } from '../../test/waiting.ts';
import { move as moveNeed, save as saveNeed } from '../needs/needs.fixture.ts';
import { owner } from '../registrations/world.fixture.ts';
import { accept, add, close, edit, type GroupBack, groupOf, merge, needsIn, sayApart, split, takeBack, takeOut, translate } from './common-needs.fixture.ts';

const server = testServer({ signInLimits: UNLIMITED });
const sql = <T = Record<string, unknown>>(text: string, values: unknown[] = []): Promise<T[]> => owner<T>(server(), text, values);
let headers: Headers;

const told = ({ outcome, faults = [], code }: GroupBack): string => code ?? [outcome, ...faults.map(({ field, fault, position }) => [field, fault, position].filter((one) => one !== null).join(' '))].join(' · ');
const countries = ({ commonNeed }: GroupBack): string => commonNeed!.countries.map(({ code }) => code).join(' ');
const acts = ({ commonNeed }: GroupBack): string => commonNeed!.history.map(({ act }) => act).join(' ');
const needs = (...codes: readonly string[]): Promise<string[]> => needsIn(server(), headers.adviser, ...codes);
const apartPairs = async (): Promise<number> => (await sql<{ n: number }>('select count(*)::int as n from needs_apart'))[0]!.n;

beforeAll(async () => {
  headers = await signEverybodyIn(server());
});
beforeEach(async () => {
  await sql('delete from common_need');
  await sql('delete from need');
  await sql('delete from audit_entry');
});

describe('accepting', () => {
  test('makes a group of needs of several countries, as it was said, and tells who did it', async () => {
    const [serbian, albanian, bosnian] = await needs('RS', 'AL', 'BA');
    const back = await accept(server(), headers.adviser, [serbian!, albanian!]);
    expect([told(back), countries(back)]).toEqual(['DONE', 'AL RS']);
    expect(back.commonNeed).toMatchObject({ version: 1, status: 'ACCEPTED', acceptedAs: 'ADVISER', isDemonstration: true, title: { text: 'Hébergement des mineurs', locale: 'fr' }, history: [{ act: 'ACCEPTED', byRole: 'ADVISER', reason: null }], can: { edit: true, translate: true, regroup: true, close: true } });
    const { data } = await ask(server(), `{ one: need(id: "Need_${serbian}") { version commonNeed { id } } none: need(id: "Need_${bosnian}") { commonNeed { id } } }`, {}, headers.assistant);
    expect(data).toEqual({ one: { version: 1, commonNeed: { id: back.commonNeed!.id } }, none: { commonNeed: null } });
  });

  test('twice under one key accepts once, at once too; another under it, or needs that are grouped by now, are a conflict', async () => {
    const three = await needs('RS', 'AL', 'BA');
    const two = three.slice(0, 2);
    const key = randomUUID();
    const both = await Promise.all([accept(server(), headers.adviser, two, { key }), accept(server(), headers.assistant, [...two].reverse(), { key })]);
    expect([...both.map(told), told(await accept(server(), headers.adviser, two, { key }))]).toEqual(['DONE', 'DONE', 'DONE']);
    expect(await sql('select count(*)::int as n from common_need')).toEqual([{ n: 1 }]);
    expect(told(await accept(server(), headers.adviser, two, { key, title: 'Autre' }))).toBe('CONFLICT');
    expect(told(await accept(server(), headers.adviser, three))).toBe('CONFLICT');
  });

  test('at once, two groups with one need in both: one of them is made', async () => {
    const [one, two, three] = await needs('RS', 'AL', 'BA');
    const both = await Promise.all([accept(server(), headers.adviser, [one!, two!]), accept(server(), headers.assistant, [two!, three!])]);
    expect(both.map(told).sort()).toEqual(['CONFLICT', 'DONE']);
    expect(await sql('select count(*)::int as n from common_need_member')).toEqual([{ n: 2 }]);
  });

  test('a need that has changed since it was read is a conflict', async () => {
    const two = await needs('RS', 'AL');
    await saveNeed(server(), headers.scac, { key: two[0]!, version: 1, country: 'RS', sourceLocale: 'fr', title: 'Anew' });
    expect(told(await accept(server(), headers.adviser, two))).toBe('CONFLICT');
  });

  test.each<[string, () => Promise<GroupBack>, string]>([
    ['needs of one country', async () => accept(server(), headers.adviser, await needs('RS', 'RS')), 'INVALID · NEEDS TOO_FEW'],
    ['one that is not there', async () => accept(server(), headers.adviser, [...(await needs('RS')), randomUUID()]), 'INVALID · NEEDS UNKNOWN 1'],
    ['none', async () => accept(server(), headers.adviser, []), 'INVALID · NEEDS MISSING'],
    ['nothing said', async () => accept(server(), headers.adviser, await needs('RS', 'AL'), { title: ' ', why: '' }), 'INVALID · TITLE MISSING · WHY MISSING'],
    ['too much', async () => accept(server(), headers.adviser, await needs('RS', 'AL'), { title: 'x'.repeat(201) }), 'INVALID · TITLE TOO_LONG'],
    ['a key that is made of the time', async () => accept(server(), headers.adviser, await needs('RS', 'AL'), { key: '01990000-0000-7000-8000-0000000000ab' }), 'INVALID · KEY UNREADABLE'],
    ['one twice', async () => { const [one, two] = await needs('RS', 'AL'); return accept(server(), headers.adviser, [one!, two!, one!]); }, 'INVALID · NEEDS REPEATED'],
    ['what tells who a person is', async () => accept(server(), headers.adviser, await needs('RS', 'AL'), { why: 'Call 0612345678, maria.petrova@example.org' }), 'VICTIM_DATA'],
  ])('%s is refused, and nothing is kept', async (_title, act, expected) => {
    expect(told(await act())).toBe(expected);
    expect(await sql('select from common_need')).toEqual([]);
  });

  test('one that is withdrawn or declined is refused; one that is so later stays to be seen', async () => {
    const [albanian, gone, serbian] = await needs('AL', 'RS', 'RS');
    await moveNeed(server(), headers.scac, gone!, 'WITHDRAWN');
    expect(told(await accept(server(), headers.adviser, [albanian!, gone!]))).toBe('INVALID · NEEDS NOT_OPEN 1');
    const id = await groupOf(server(), headers.adviser, [albanian!, serbian!]);
    await moveNeed(server(), headers.scac, serbian!, 'WITHDRAWN');
    const { data } = await ask(server(), `{ commonNeed(id: "${id}") { version needs { status } } }`, {}, headers.adviser);
    expect(data!.commonNeed).toEqual({ version: 1, needs: [{ status: 'SUBMITTED' }, { status: 'WITHDRAWN' }] });
  });

  test('invented and real needs are never in one group', async () => {
    const two = await needs('RS', 'AL');
    await sql('alter table need disable trigger need_moves');
    await sql('update need set is_demonstration = false where uuid = ?', [two[1]]);
    await sql('alter table need enable trigger need_moves');
    // An invented adviser sees no real one.
    expect(told(await accept(server(), headers.adviser, two))).toBe('INVALID · NEEDS UNKNOWN 1');
  });
});

describe('regrouping', () => {
  test('a need is added as it was read; sent again it is there', async () => {
    const [one, two, three] = await needs('RS', 'AL', 'BA');
    const id = await groupOf(server(), headers.adviser, [one!, two!]);
    const back = await add(server(), headers.assistant, id, three!);
    expect([told(back), countries(back), acts(back), back.commonNeed!.version]).toEqual(['DONE', 'AL BA RS', 'ACCEPTED ADDED', 2]);
    expect(told(await add(server(), headers.adviser, id, three!))).toBe('DONE');
    expect(told(await add(server(), headers.adviser, id, (await needs('BG'))[0]!))).toBe('CONFLICT');
  });

  test('one that does not belong is taken out, and is apart from the others from then on, until it is added again', async () => {
    const [one, two, three] = await needs('RS', 'AL', 'BA');
    const id = await groupOf(server(), headers.adviser, [one!, two!, three!]);
    const back = await takeOut(server(), headers.adviser, id, three!, { reason: 'Un autre sujet' });
    expect([told(back), countries(back), acts(back)]).toEqual(['DONE', 'AL RS', 'ACCEPTED TAKEN_OUT']);
    expect(back.commonNeed!.history.at(-1)).toEqual({ act: 'TAKEN_OUT', byRole: 'ADVISER', reason: 'Un autre sujet', locale: 'fr', need: { id: `Need_${three}` }, other: null });
    expect([await apartPairs(), told(await takeOut(server(), headers.adviser, id, three!))]).toEqual([2, 'DONE']);
    expect(told(await takeOut(server(), headers.adviser, id, two!, { version: 2 }))).toBe('INVALID · NEEDS TOO_FEW');
    expect([told(await add(server(), headers.adviser, id, three!, 2)), await apartPairs()]).toEqual(['DONE', 0]);
  });

  test('a group is split in two of two countries each, which are apart, and merged again, which they are not', async () => {
    const four = await needs('RS', 'AL', 'BA', 'BG');
    const id = await groupOf(server(), headers.adviser, four);
    expect(told(await split(server(), headers.adviser, id, four.slice(0, 1)))).toBe('INVALID · NEEDS TOO_FEW');
    expect(told(await split(server(), headers.adviser, id, [randomUUID()]))).toBe('INVALID · NEEDS UNKNOWN 0');
    const key = randomUUID();
    const back = await split(server(), headers.adviser, id, four.slice(2), { key });
    expect([told(back), countries(back), acts(back), await apartPairs()]).toEqual(['DONE', 'AL RS', 'ACCEPTED SPLIT_OFF', 4]);
    expect(told(await split(server(), headers.adviser, id, four.slice(2), { key }))).toBe('DONE');
    const merged = await merge(server(), headers.adviser, id, `CommonNeed_${key}`, { version: 2, otherVersion: 2 });
    expect([told(merged), countries(merged), acts(merged), await apartPairs()]).toEqual(['DONE', 'AL BA BG RS', 'ACCEPTED SPLIT_OFF MERGED', 0]);
    expect(told(await merge(server(), headers.adviser, id, `CommonNeed_${key}`, { version: 2, otherVersion: 2 }))).toBe('DONE');
    const { data } = await ask(server(), `{ commonNeed(id: "CommonNeed_${key}") { status needs { id } history { act other { id } } can { regroup } } }`, {}, headers.adviser);
    expect(data!.commonNeed).toEqual({ status: 'CLOSED', needs: [], history: [{ act: 'ACCEPTED', other: null }, { act: 'SPLIT_FROM', other: { id } }, { act: 'MERGED_INTO', other: { id } }], can: { regroup: false } });
  });

  test('needs are said to be apart, twice as once, and that is taken back; of one group they are not', async () => {
    const [one, two, three] = await needs('RS', 'AL', 'BA');
    expect([told(await sayApart(server(), headers.adviser, three!, [one!, two!], 'Autre sujet')), told(await sayApart(server(), headers.assistant, one!, [three!])), await apartPairs()]).toEqual(['DONE', 'DONE', 2]);
    const { data } = await ask(server(), '{ needsApart { totalCount nodes { id reason one { id } other { id } } } }', {}, headers.assistant);
    const { nodes } = data!.needsApart as { nodes: { id: string; reason: string }[] };
    expect(nodes.map(({ reason }) => reason)).toEqual(['Autre sujet', 'Autre sujet']);
    expect([told(await takeBack(server(), headers.assistant, nodes[0]!.id)), told(await takeBack(server(), headers.adviser, nodes[0]!.id)), await apartPairs()]).toEqual(['DONE', 'DONE', 1]);
    await groupOf(server(), headers.adviser, [one!, two!]);
    expect(told(await sayApart(server(), headers.adviser, one!, [two!]))).toBe('INVALID · NEEDS TOGETHER 0');
    expect([told(await sayApart(server(), headers.adviser, one!, [one!])), told(await sayApart(server(), headers.adviser, randomUUID(), [one!]))]).toEqual(['INVALID · NEEDS REPEATED', 'GONE']);
  });

  test('two at once lose nothing: the second is told what it is now', async () => {
    const [one, two, three, four] = await needs('RS', 'AL', 'BA', 'BG');
    const id = await groupOf(server(), headers.adviser, [one!, two!, three!]);
    const both = await Promise.all([add(server(), headers.adviser, id, four!), takeOut(server(), headers.assistant, id, three!)]);
    expect(both.map(told).sort()).toEqual(['CONFLICT', 'DONE']);
    expect(both.find(({ outcome }) => outcome === 'CONFLICT')!.commonNeed!.version).toBe(2);
  });
});

describe('at once', () => {
  test('a need that its post is changing is waited for, and is a conflict then; nothing of a group is there', async () => {
    const [serbian, albanian] = await needs('RS', 'AL');
    const accepting = await server().database.orm.em.fork().transactional(async (changing) => {
      await changing.execute('update need set version = version + 1 where uuid = ?', [serbian]);
      const comes = accept(server(), headers.adviser, [serbian!, albanian!]);
      await untilWaiting(server().database);
      return { comes };
    });
    expect(told(await accepting.comes)).toBe('CONFLICT');
    expect(await sql('select from common_need')).toEqual([]);
  });

  test('two groups that are merged into each other are one; each need is in it once', async () => {
    const four = await needs('RS', 'AL', 'BA', 'BG');
    const [one, other] = [await groupOf(server(), headers.adviser, four.slice(0, 2)), await groupOf(server(), headers.adviser, four.slice(2))];
    const both = await Promise.all([merge(server(), headers.adviser, one, other), merge(server(), headers.assistant, other, one)]);
    expect(both.map(told).sort()).toEqual(['DONE', 'TOO_LATE']);
    expect(await sql('select count(*)::int as n, count(distinct common_need_uuid)::int as groups from common_need_member')).toEqual([{ n: 4, groups: 1 }]);
  });

  test('a group that is split while a need is taken out, closed or merged is what one of them made of it', async () => {
    const six = await needs('RS', 'AL', 'BA', 'BG', 'RS', 'AL');
    const id = await groupOf(server(), headers.adviser, six);
    const all = await Promise.all([split(server(), headers.adviser, id, six.slice(0, 2)), takeOut(server(), headers.assistant, id, six[0]!), close(server(), headers.adviser, id), edit(server(), headers.assistant, id, { title: 'Foyers' })]);
    const [first, ...others] = all.map(told).sort((one, other) => Number(other === 'DONE') - Number(one === 'DONE'));
    expect([first, others.filter((one) => one !== 'CONFLICT' && one !== 'TOO_LATE')]).toEqual(['DONE', []]);
    // What was not the first, because the need went with the part that was split off, is no fault of whoever sent it.
    const whole = await groupOf(server(), headers.adviser, await needs('RS', 'AL', 'BA', 'BG'));
    const in4 = (await sql<{ need: string }>('select need_uuid::text as need from common_need_member where common_need_uuid = ?', [whole.slice('CommonNeed_'.length)])).map(({ need }) => need);
    await split(server(), headers.adviser, whole, in4.slice(0, 2));
    expect([told(await takeOut(server(), headers.assistant, whole, in4[0]!)), told(await takeOut(server(), headers.assistant, whole, in4[0]!, { version: 2 }))]).toEqual(['CONFLICT', 'INVALID · NEEDS UNKNOWN 0']);
  });
});

describe('what is said of a group', () => {
  test('is changed at the version that was read, and its translation is outdated then', async () => {
    const id = await groupOf(server(), headers.adviser, await needs('RS', 'AL'));
    expect((await translate(server(), headers.adviser, id)).commonNeed!.version).toBe(2);
    expect([told(await translate(server(), headers.adviser, id)), told(await translate(server(), headers.adviser, id, { locale: 'fr' })), told(await translate(server(), headers.adviser, id, { title: 'Άλλο' }))]).toEqual(['DONE', 'INVALID · LOCALE NOT_HERE', 'CONFLICT']);
    expect([told(await edit(server(), headers.assistant, id, { version: 1, title: 'Foyers' })), told(await edit(server(), headers.assistant, id, { version: 2, title: 'Foyers' })), told(await edit(server(), headers.adviser, id, { version: 2, title: 'Foyers' }))]).toEqual(['CONFLICT', 'DONE', 'DONE']);
    const { data } = await post(server(), JSON.stringify({ query: `{ commonNeed(id: "${id}") { title { text locale isOutdated } why { locale isFallback } texts { locale isSource isOutdated } } }` }), headers.adviser, '/graphql?locale=el');
    expect(data!.commonNeed).toEqual({ title: { text: 'Στέγαση ανηλίκων', locale: 'el', isOutdated: true }, why: { locale: 'fr', isFallback: true }, texts: [{ locale: 'el', isSource: false, isOutdated: true }, { locale: 'fr', isSource: true, isOutdated: false }] });
  });

  test('stays once it is closed, for a reason; its needs stay in it, or are let go', async () => {
    const [one, two, three, four] = await needs('RS', 'AL', 'BA', 'BG');
    const [kept, left] = [await groupOf(server(), headers.adviser, [one!, two!]), await groupOf(server(), headers.adviser, [three!, four!])];
    expect(told(await close(server(), headers.adviser, kept, { reason: ' ' }))).toBe('INVALID · REASON MISSING');
    const closed = await close(server(), headers.adviser, kept);
    expect([told(closed), closed.commonNeed!.needs.length, closed.commonNeed!.can, closed.commonNeed!.history.at(-1)!.reason]).toEqual(['DONE', 2, { edit: false, translate: false, regroup: false, close: false }, 'Un programme y répond']);
    expect([told(await close(server(), headers.adviser, kept)), told(await close(server(), headers.adviser, kept, { reason: 'Autre', version: 2 })), told(await edit(server(), headers.adviser, kept, { version: 2, title: 'X' })), told(await add(server(), headers.adviser, kept, three!, 2))])
      .toEqual(['DONE', 'CONFLICT', 'TOO_LATE', 'TOO_LATE']);
    expect(acts(await close(server(), headers.adviser, left, { keepsNeeds: false }))).toBe('ACCEPTED TAKEN_OUT TAKEN_OUT CLOSED');
    expect(told(await accept(server(), headers.adviser, [three!, four!]))).toBe('DONE');
  });

  test('is in the trail, with every need that comes and goes', async () => {
    const [one, two, three] = await needs('RS', 'AL', 'BA');
    const id = await groupOf(server(), headers.adviser, [one!, two!, three!]);
    await sql('delete from audit_entry');
    await edit(server(), headers.adviser, id, { title: 'Foyers' });
    await takeOut(server(), headers.adviser, id, three!, { version: 2 });
    await close(server(), headers.adviser, id, { version: 3 });
    const lines = await sql<{ line: string }>(`select concat_ws(' ', subject, action, part, before || ' >', '> ' || after) as line from audit_entry where subject in ('NEED', 'COMMON_NEED') order by at, part`);
    const [low, high] = [one!, two!].sort();
    const pairs = [low!, high!].map((other) => [three!, other].sort()).map(([a, b]) => [`NEED CHANGED apart > ${b}`, a!] as const);
    expect(lines.map(({ line }) => line).sort()).toEqual(['COMMON_NEED CHANGED title.fr Hébergement des mineurs > > Foyers', `COMMON_NEED CHANGED needs ${three} >`, 'COMMON_NEED CHANGED status ACCEPTED > > CLOSED', ...pairs.map(([line]) => line)].sort());
  });

  test('gives no protected place away, in no text of it; with its trigger away it would: the control', async () => {
    const away = 'Maison Ébène, 12 rue des Lilas';
    await sql(`with o as (insert into organisation (slug, country_code, kind, source_locale, source, is_verified, is_published, is_protected, is_demonstration) values ('t-group-house', 'RS', 'NGO', 'fr', 'T', false, true, true, true) on conflict do nothing returning slug)
      insert into organisation_translation (organisation_slug, locale, name) select slug, 'fr', 'Maison Ébène' from o`);
    const [one, two, three] = await needs('RS', 'AL', 'BA');
    const id = await groupOf(server(), headers.adviser, [one!, two!, three!]);
    const tries = await Promise.all([
      edit(server(), headers.adviser, id, { why: away }), translate(server(), headers.adviser, id, { title: away }), takeOut(server(), headers.adviser, id, three!, { reason: away }), close(server(), headers.adviser, id, { reason: away }),
      sayApart(server(), headers.adviser, (await needs('BG'))[0]!, [one!], away),
    ]);
    expect(tries.map(told)).toEqual(Array.from({ length: 5 }, () => 'PROTECTED_PLACE'));
    await sql('alter table common_need_translation disable trigger common_need_translation_keeps_places');
    expect(told(await edit(server(), headers.adviser, id, { why: away }))).toBe('DONE');
    await sql('alter table common_need_translation enable trigger common_need_translation_keeps_places');
  });
});
