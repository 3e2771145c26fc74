/** Projects, by the API: proposing, changing, translating, deciding, and what is refused. */
import { randomUUID } from 'node:crypto';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { ask, post, testServer, UNLIMITED } from '../../test/http/harness.ts';
import { type Headers, signEverybodyIn } from '../../test/permissions/roles.ts';
import { groupOf, needsIn } from '../common-needs/common-needs.fixture.ts';
import { move } from '../needs/needs.fixture.ts';
import { owner } from '../registrations/world.fixture.ts';
import { decide, type ProjectBack, projectOf, save, translate } from './projects.fixture.ts';

const server = testServer({ signInLimits: UNLIMITED });
const sql = <T = Record<string, unknown>>(text: string, values: unknown[] = []): Promise<T[]> => owner<T>(server(), text, values);
let headers: Headers;

const told = ({ outcome, faults = [], code }: ProjectBack): string => code ?? [outcome, ...faults.map(({ field, fault, position }) => [field, fault, position].filter((one) => one !== null).join(' '))].join(' · ');
const ids = (keys: readonly string[]): string[] => keys.map((key) => `Need_${key}`);
const one = async (query: string, values: unknown[] = []): Promise<string> => (await sql<{ id: string }>(query, values))[0]!.id;

beforeAll(async () => {
  headers = await signEverybodyIn(server());
});
beforeEach(async () => {
  await sql('delete from project');
  await sql('delete from common_need');
  await sql('delete from need');
  await sql('delete from audit_entry');
});

describe('proposing', () => {
  test('makes a regional project of a group, with its needs and countries; the needs and the group lead back to it', async () => {
    const needs = await needsIn(server(), headers.adviser, 'RS', 'AL', 'BA');
    const other = (await needsIn(server(), headers.adviser, 'MD'))[0]!;
    const commonNeed = await groupOf(server(), headers.adviser, needs);
    const back = await save(server(), headers.assistant, { commonNeed, countries: ['RS', 'AL', 'BA'], needs: ids(needs) });
    expect(told(back)).toBe('DONE');
    expect(back.project).toMatchObject({
      version: 1, kind: 'REGIONAL', status: 'PROPOSED', proposedAs: 'ASSISTANT', isDemonstration: true, commonNeed: { id: commonNeed }, countries: [{ code: 'AL' }, { code: 'BA' }, { code: 'RS' }], needs: ids(needs).map((id) => ({ id })),
      budget: [{ label: 'Formation', locale: 'fr', cents: 1_250_000 }, { label: 'Interprétation', locale: 'fr', cents: 30_050 }], history: [{ toStatus: 'PROPOSED', byRole: 'ASSISTANT', reason: null }], can: { edit: true, translate: true, decide: ['SELECTED', 'GIVEN_UP'] },
    });
    const { data } = await ask(server(), `{ one: need(id: "Need_${needs[0]}") { version projects { id } } none: need(id: "Need_${other}") { projects { id } } commonNeed(id: "${commonNeed}") { version projects { id } } }`, {}, headers.adviser);
    const there = [{ id: back.project!.id }];
    expect(data).toEqual({ one: { version: 1, projects: there }, none: { projects: [] }, commonNeed: { version: 1, projects: there } });
  });

  test('makes a bilateral one with one country', async () => {
    expect((await save(server(), headers.adviser)).project!.kind).toBe('BILATERAL');
  });

  test('twice under one key proposes once, at once too; another under it is a conflict', async () => {
    const key = randomUUID();
    const both = await Promise.all([save(server(), headers.adviser, { key }), save(server(), headers.adviser, { key })]);
    expect([...both.map(told), told(await save(server(), headers.adviser, { key }))]).toEqual(['DONE', 'DONE', 'DONE']);
    expect(await sql('select (select count(*)::int from project) as projects, (select count(*)::int from project_step) as steps')).toEqual([{ projects: 1, steps: 1 }]);
    expect(told(await save(server(), headers.adviser, { key, title: 'Autre' }))).toBe('CONFLICT');
  });

  test.each<[string, () => Promise<ProjectBack>, string]>([
    ['no country', () => save(server(), headers.adviser, { countries: [] }), 'INVALID · COUNTRIES MISSING'],
    ['a country that is not there', () => save(server(), headers.adviser, { countries: ['FR'] }), 'INVALID · COUNTRIES UNKNOWN 0'],
    ['a need of another country', async () => save(server(), headers.adviser, { needs: ids(await needsIn(server(), headers.adviser, 'AL')) }), 'INVALID · NEEDS NOT_HERE 0'],
    ['a need that is not there', () => save(server(), headers.adviser, { needs: [`Need_${randomUUID()}`] }), 'INVALID · NEEDS UNKNOWN 0'],
    ['a group that is not there', () => save(server(), headers.adviser, { commonNeed: `CommonNeed_${randomUUID()}` }), 'INVALID · COMMON_NEED UNKNOWN'],
    ['a recommendation to another country', async () => save(server(), headers.adviser, { recommendations: [`Recommendation_${await one(`select slug as id from recommendation where country_code = 'AL' limit 1`)}`] }), 'INVALID · RECOMMENDATIONS NOT_HERE 0'],
    ['a session that is not over', async () => save(server(), headers.adviser, { sessions: [`TrainingSession_${await one('select uuid as id from training_session where ends_at > now() limit 1')}`] }), 'INVALID · SESSIONS NOT_HERE 0'],
    ['nothing said', () => save(server(), headers.adviser, { title: ' ', purpose: '', budget: [{ label: '', cents: 1 }] }), 'INVALID · TITLE MISSING · PURPOSE MISSING · BUDGET MISSING 0'],
    ['less than nothing', () => save(server(), headers.adviser, { budget: [{ label: 'X', cents: -1 }] }), 'INVALID · BUDGET OUT_OF_RANGE 0'],
    ['a key that is made of the time', () => save(server(), headers.adviser, { key: '01990000-0000-7000-8000-0000000000ab' }), 'INVALID · KEY UNREADABLE'],
    ['what tells who a person is', () => save(server(), headers.adviser, { budget: [{ label: 'Call 0612345678, maria.petrova@example.org', cents: 1 }] }), 'VICTIM_DATA'],
  ])('%s is refused, and nothing is kept', async (_title, act, expected) => {
    expect(told(await act())).toBe(expected);
    expect(await sql('select from project')).toEqual([]);
  });

  test('a need that is withdrawn does not come into a project; one that is so later stays', async () => {
    const [gone, later] = await needsIn(server(), headers.adviser, 'RS', 'RS');
    await move(server(), headers.scac, gone!, 'WITHDRAWN');
    expect(told(await save(server(), headers.adviser, { needs: ids([gone!]) }))).toBe('INVALID · NEEDS NOT_HERE 0');
    const key = randomUUID();
    await save(server(), headers.adviser, { key, needs: ids([later!]) });
    await move(server(), headers.scac, later!, 'WITHDRAWN');
    expect(told(await save(server(), headers.adviser, { key, version: 1, needs: ids([later!]), title: 'Autrement' }))).toBe('DONE');
  });

  test('an organisation of which nobody has said that it keeps no place secret is no partner', async () => {
    const slug = await one(`select slug as id from organisation where country_code = 'RS' and is_published and kind = 'NGO' order by slug limit 1`);
    const wanted = { partners: [`Organisation_${slug}`] };
    await sql('update organisation set is_protected = true where slug = ?', [slug]);
    expect(told(await save(server(), headers.adviser, wanted))).toBe('INVALID · PARTNERS NOT_HERE 0');
    await sql('update organisation set is_protected = false where slug = ?', [slug]);
    expect(told(await save(server(), headers.adviser, wanted))).toBe('DONE');
  });

  test('who is not of the adviser’s team is told so', async () => {
    for (const role of ['scac', 'ssi', 'authority', 'international', 'translator', 'expert', 'ngoCoordinator'] as const) expect([role, told(await save(server(), headers[role]))]).toEqual([role, 'NOT_ALLOWED']);
    expect(await sql('select from project')).toEqual([]);
  });
});

describe('changing', () => {
  test('writes it anew, whole; who has read less is shown what it is now, and writes nothing', async () => {
    const key = randomUUID();
    await save(server(), headers.adviser, { key });
    const changed = await save(server(), headers.adviser, { key, version: 1, countries: ['RS', 'AL'], budget: [{ label: 'Étude', cents: 5 }] });
    expect([told(changed), changed.project!.kind, changed.project!.version, changed.project!.budget.length]).toEqual(['DONE', 'REGIONAL', 2, 1]);
    const late = await save(server(), headers.assistant, { key, version: 1, title: 'Autre' });
    expect([told(late), late.project!.version, late.project!.title.text]).toEqual(['CONFLICT', 2, 'Accueil des mineurs']);
  });

  test('at once, two with what the same version was: one of them writes', async () => {
    const key = randomUUID();
    await save(server(), headers.adviser, { key });
    const both = await Promise.all([save(server(), headers.adviser, { key, version: 1, title: 'Un' }), save(server(), headers.assistant, { key, version: 1, title: 'Deux' })]);
    expect(both.map(told).sort()).toEqual(['CONFLICT', 'DONE']);
  });

  test('a country does not go while a need of it stays', async () => {
    const needs = await needsIn(server(), headers.adviser, 'RS', 'AL');
    const key = randomUUID();
    await save(server(), headers.adviser, { key, countries: ['RS', 'AL'], needs: ids(needs) });
    expect(told(await save(server(), headers.adviser, { key, version: 1, countries: ['RS'], needs: ids(needs) }))).toMatch(/^INVALID · NEEDS NOT_HERE \d$/);
    expect(told(await save(server(), headers.adviser, { key, version: 1, countries: ['RS'], needs: ids([needs[0]!]) }))).toBe('DONE');
  });

  test('what it came from stays', async () => {
    const key = randomUUID();
    await save(server(), headers.adviser, { key });
    const commonNeed = await groupOf(server(), headers.adviser, await needsIn(server(), headers.adviser, 'RS', 'AL'));
    expect(told(await save(server(), headers.adviser, { key, version: 1, commonNeed }))).toBe('INVALID · COMMON_NEED SETTLED');
  });

  test('it is said in other languages, each told when the first has changed since; never in the first as a translation', async () => {
    const key = randomUUID();
    const id = await projectOf(server(), headers.adviser, { key });
    expect(told(await translate(server(), headers.adviser, id))).toBe('DONE');
    expect(told(await translate(server(), headers.adviser, id, { version: 2, locale: 'fr' }))).toBe('INVALID · LOCALE NOT_HERE');
    const titleIn = async (locale: string): Promise<unknown> => (await post(server(), JSON.stringify({ query: `{ project(id: "${id}") { title { text locale isFallback isOutdated } } }` }), headers.adviser, `/graphql?locale=${locale}`)).data!.project;
    expect(await titleIn('el')).toEqual({ title: { text: 'Φιλοξενία ανηλίκων', locale: 'el', isFallback: false, isOutdated: false } });
    expect(await titleIn('tr')).toEqual({ title: { text: 'Accueil des mineurs', locale: 'fr', isFallback: true, isOutdated: false } });
    await save(server(), headers.adviser, { key, version: 2, title: 'Accueil' });
    expect(await titleIn('el')).toEqual({ title: { text: 'Φιλοξενία ανηλίκων', locale: 'el', isFallback: false, isOutdated: true } });
  });
});

describe('deciding', () => {
  test('selects or gives up, each with who, as what and why; what is given up stays as it is, unless it is proposed again', async () => {
    const key = randomUUID();
    const id = await projectOf(server(), headers.adviser, { key });
    expect(told(await decide(server(), headers.adviser, id, 'GIVEN_UP'))).toBe('INVALID · REASON MISSING');
    expect(told(await decide(server(), headers.assistant, id, 'SELECTED'))).toBe('DONE');
    const given = await decide(server(), headers.adviser, id, 'GIVEN_UP', { version: 2, reason: 'Un autre programme y répond.' });
    expect(given.project).toMatchObject({ status: 'GIVEN_UP', version: 3, can: { edit: false, translate: false, decide: ['PROPOSED'] }, history: [{ toStatus: 'PROPOSED' }, { toStatus: 'SELECTED', byRole: 'ASSISTANT' }, { toStatus: 'GIVEN_UP', byRole: 'ADVISER', reason: 'Un autre programme y répond.' }] });
    expect(told(await save(server(), headers.adviser, { key, version: 3, title: 'Autre' }))).toBe('TOO_LATE');
    expect(told(await decide(server(), headers.adviser, id, 'SELECTED', { version: 3 }))).toBe('TOO_LATE');
    expect(told(await decide(server(), headers.adviser, id, 'PROPOSED', { version: 3 }))).toBe('DONE');
  });

  test('sent again it is so already; for another reason it is a conflict, and so is what was read before', async () => {
    const id = await projectOf(server(), headers.adviser);
    const give = (reason: string, version = 1): Promise<ProjectBack> => decide(server(), headers.adviser, id, 'GIVEN_UP', { reason, version });
    expect([told(await give('R')), told(await give('R')), told(await give('Une autre'))]).toEqual(['DONE', 'DONE', 'CONFLICT']);
    expect(told(await decide(server(), headers.adviser, id, 'PROPOSED'))).toBe('CONFLICT');
  });
});

test('the trail tells what was done with it: what came, what was said anew, and what was decided', async () => {
  const [need] = await needsIn(server(), headers.adviser, 'RS');
  await sql('delete from audit_entry');
  const key = randomUUID();
  await save(server(), headers.adviser, { key, needs: ids([need!]) });
  await save(server(), headers.adviser, { key, version: 1, title: 'Autre', budget: [{ label: 'Formation', cents: 1 }] });
  await decide(server(), headers.adviser, `Project_${key}`, 'SELECTED', { version: 2 });
  const trail = await sql(`select action, part, before, after from audit_entry where subject = 'PROJECT' and object = ?`, [key]);
  expect(trail).toEqual(expect.arrayContaining([
    { action: 'ADDED', part: null, before: null, after: null }, { action: 'CHANGED', part: 'need', before: null, after: need }, { action: 'CHANGED', part: 'need', before: need, after: null }, { action: 'CHANGED', part: 'title.fr', before: 'Accueil des mineurs', after: 'Autre' },
    { action: 'CHANGED', part: 'budget.1', before: 'Formation 1250000', after: 'Formation 1' }, { action: 'CHANGED', part: 'budget.2', before: 'Interprétation 30050', after: null }, { action: 'CHANGED', part: 'status', before: 'PROPOSED', after: 'SELECTED' },
  ]));
});
