/** What a session is for, how much it asks, and where in its town it is held: as it is said, changed and translated. Whom its place is for is tried with registrations. */
import { beforeAll, describe, expect, test } from 'vitest';
import { ask, post, testServer, UNLIMITED } from '../../test/http/harness.ts';
import { PEOPLE, signIn } from '../../test/permissions/roles.ts';
import type { SignInLink } from '../accounts/index.ts';
import { type Cookies, create, keyOf, owner, step, translate, update } from './world.fixture.ts';

const links: SignInLink[] = [];
const server = testServer({ sendLink: async (link) => void links.push(link), signInLimits: UNLIMITED });
const HALL = { country: 'RS', town: 'Ниш', venue: 'Дом културе', address: 'Главна 1' };
let adviser: Cookies;

beforeAll(async () => {
  adviser = await signIn(server(), links, PEOPLE.adviser);
});

const ASKED = 'level venue { name address } objectives { text locale isFallback } texts { locale objectives }';
async function read(id: string, locale = 'fr'): Promise<Record<string, unknown>> {
  return (await post(server(), JSON.stringify({ query: `query ($id: ID!) { trainingSession(id: $id) { ${ASKED} } }`, variables: { id } }), adviser, `/graphql?locale=${locale}`)).data!.trainingSession as Record<string, unknown>;
}

describe('what a session is for, and how much it asks', () => {
  test('is said with it, changed with it, and found by its level', async () => {
    const { session } = await create(server(), adviser, { ...HALL, level: 'ADVANCED', objectives: ['Repérer', '', 'Orienter '] });
    expect(await read(session!.id)).toMatchObject({ level: 'ADVANCED', objectives: { text: 'Repérer\n\nOrienter', locale: 'fr', isFallback: false } });
    await update(server(), adviser, session!.id, 1, { ...HALL, level: null, objectives: [] });
    expect(await read(session!.id)).toMatchObject({ level: null, objectives: null });
    await update(server(), adviser, session!.id, 2, { ...HALL, level: 'INTRODUCTORY', objectives: ['Repérer'] });
    await step(server(), adviser, 'openSession', session!.id);
    const found = async (level: string): Promise<string[]> => {
      const { data } = await ask(server(), `{ trainingSessions(first: 100, filter: { level: ${level}, from: "2099-01-01T00:00:00Z" }) { nodes { id } } }`);
      return (data!.trainingSessions as { nodes: { id: string }[] }).nodes.map(({ id }) => id);
    };
    expect([(await found('INTRODUCTORY')).includes(session!.id), (await found('ADVANCED')).includes(session!.id)]).toEqual([true, false]);
    await update(server(), adviser, session!.id, 4, { ...HALL, level: 'INTRODUCTORY', objectives: ['Repérer'], address: null });
    expect((await read(session!.id)).venue).toEqual({ name: 'Дом културе', address: null });
    const told = await owner<{ part: string; before: string | null; after: string | null }>(server(), `select part, before, after from audit_entry where object = ? and part in ('level', 'objectives.fr', 'venue') order by at, part`, [keyOf(session!.id)]);
    expect(told).toEqual([
      { part: 'level', before: 'ADVANCED', after: null }, { part: 'objectives.fr', before: 'Repérer\n\nOrienter', after: null },
      { part: 'level', before: null, after: 'INTRODUCTORY' }, { part: 'objectives.fr', before: null, after: 'Repérer' },
      { part: 'venue', before: 'Дом културе, Главна 1', after: 'Дом културе' },
    ]);
  });

  test('is said in other languages; what it was first said in stands where it is not', async () => {
    const { session } = await create(server(), adviser, { ...HALL, objectives: ['Repérer'] });
    expect((await translate(server(), adviser, session!.id, 1, { locale: 'mk', title: 'Наслов', objectives: ['Препознавање'] })).outcome).toBe('DONE');
    expect((await read(session!.id, 'mk')).objectives).toEqual({ text: 'Препознавање', locale: 'mk', isFallback: false });
    expect((await read(session!.id, 'hu')).objectives).toEqual({ text: 'Repérer', locale: 'fr', isFallback: true });
    const tooLong = await translate(server(), adviser, session!.id, 2, { locale: 'mk', title: 'Наслов', objectives: ['x'.repeat(1_000), 'x'.repeat(1_000)] });
    expect(tooLong.faults).toEqual([{ field: 'OBJECTIVES', fault: 'TOO_LONG', maximum: 2_000 }]);
  });

  test('stays where it is not sent, like all that may be missing; null and an empty list take it away', async () => {
    const [{ slug }] = (await owner<{ slug: string }>(server(), 'select slug from recommendation order by slug limit 1')) as [{ slug: string }];
    const said = { ...HALL, level: 'ADVANCED', objectives: ['Repérer'], recommendations: [`Recommendation_${slug}`] };
    const { session } = await create(server(), adviser, said);
    const all = async (): Promise<unknown> => (await ask(server(), `query ($id: ID!) { trainingSession(id: $id) { title { text } level town country { code } venue { name address } registrationUntil objectives { text } recommendations { id } } }`, { id: session!.id }, adviser)).data!.trainingSession;
    const before = (await all()) as object;
    expect(before).toMatchObject({ level: 'ADVANCED', town: 'Ниш', venue: { name: 'Дом културе', address: 'Главна 1' }, registrationUntil: expect.any(String), objectives: { text: 'Repérer' }, recommendations: [{ id: `Recommendation_${slug}` }] });
    const unsent = Object.fromEntries(['country', 'town', 'registrationUntil'].map((name) => [name, undefined]));
    expect((await update(server(), adviser, session!.id, 1, { ...unsent, title: 'Autre titre' })).outcome).toBe('DONE');
    expect(await all()).toEqual({ ...before, title: { text: 'Autre titre' } });
    await update(server(), adviser, session!.id, 2, { ...HALL, level: null, venue: null, address: null, registrationUntil: null, objectives: null, recommendations: null });
    expect(await all()).toMatchObject({ level: null, venue: null, registrationUntil: null, objectives: null, recommendations: [] });
  });

  test('stays as far as the session has it: one that is held online from now on keeps no place', async () => {
    const { session } = await create(server(), adviser, HALL);
    expect((await update(server(), adviser, session!.id, 1, { format: 'ONLINE', country: 'RS', town: null })).outcome).toBe('DONE');
    expect(await read(session!.id)).toMatchObject({ venue: null });
  });

  test('stays in another language too where it is not sent', async () => {
    const { session } = await create(server(), adviser, { ...HALL, objectives: ['Repérer'] });
    await translate(server(), adviser, session!.id, 1, { locale: 'mk', title: 'Наслов', objectives: ['Препознавање'] });
    expect((await translate(server(), adviser, session!.id, 2, { locale: 'mk', title: 'Друг наслов' })).outcome).toBe('DONE');
    expect((await read(session!.id, 'mk')).objectives).toMatchObject({ text: 'Препознавање', locale: 'mk' });
    await translate(server(), adviser, session!.id, 3, { locale: 'mk', title: 'Друг наслов', objectives: [] });
    expect((await read(session!.id, 'mk')).objectives).toMatchObject({ locale: 'fr' });
  });

  test('tells nobody’s story', async () => {
    for (const field of ['venue', 'address'] as const) await expect(create(server(), adviser, { ...HALL, [field]: 'Ana, 17 ans, +355 69 234 5678' })).rejects.toThrow('VICTIM_DATA');
    await expect(create(server(), adviser, { ...HALL, objectives: ['Ana, 17 ans, +355 69 234 5678'] })).rejects.toThrow('VICTIM_DATA');
  });
});

describe('where in its town a session is held', () => {
  test('is of one line, and nowhere where it is online', async () => {
    expect((await create(server(), adviser, { ...HALL, venue: 'a\nb', address: 'x'.repeat(201) })).faults.map(({ field, fault }) => [field, fault])).toEqual([['VENUE', 'UNREADABLE'], ['ADDRESS', 'TOO_LONG']]);
    expect((await create(server(), adviser, { ...HALL, format: 'ONLINE', town: null })).faults.map(({ field, fault }) => [field, fault])).toEqual([['VENUE', 'NOT_HERE'], ['ADDRESS', 'NOT_HERE']]);
  });
});
