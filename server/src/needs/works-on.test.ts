/** What works on needs, by the API: linked by who writes it, and read in both directions by who may know both. */
import { randomUUID } from 'node:crypto';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { ask, testServer, UNLIMITED } from '../../test/http/harness.ts';
import { type Headers, type Role, ROLES, signEverybodyIn } from '../../test/permissions/roles.ts';
import { createMission, editMission, keyOf, missionWith, owner, step as stepMission, told } from '../missions/world.fixture.ts';
import { missionOver, saveFinding } from '../reports/world.fixture.ts';
import { create, step, update } from '../trainings/world.fixture.ts';
import { move, needOf } from './needs.fixture.ts';
import { needsOfMission, needsOfSession, worksOn } from './works-on.fixture.ts';

const server = testServer({ signInLimits: UNLIMITED });
const NOTHING = { sessions: [], missions: [], legs: [], findings: [] };
const IN_SERBIA = { country: 'RS', town: 'Beograd', timeZone: 'Europe/Belgrade' };
const idOf = (key: string): string => `Need_${key}`;
/** Whoever sees none. */
const OUTSIDE: readonly Role[] = ROLES.filter((role) => !['scac', 'ssi', 'scacElsewhere', 'assistant', 'adviser'].includes(role));
let headers: Headers;
let serbian: string;
let albanian: string;

beforeAll(async () => {
  headers = await signEverybodyIn(server());
});
beforeEach(async () => {
  for (const table of ['need', 'mission', 'audit_entry']) await owner(server(), `delete from ${table}`);
  serbian = await needOf(server(), headers.scac);
  albanian = await needOf(server(), headers.scacElsewhere, { country: 'AL', sourceLocale: 'sq', title: 'Mungon strehimi' });
});

const seen = (role: Role, key: string) => worksOn(server(), headers[role], key);
const trail = async (object: string): Promise<unknown[]> => owner(server(), `select part, before, after from audit_entry where object = ? and part in ('need', 'finding_need') order by part, after nulls last`, [keyOf(object)]);

describe('a training session', () => {
  const sessionOn = async (needs: readonly string[], changes = {}): Promise<string> => {
    const { session, outcome, faults } = await create(server(), headers.adviser, { ...IN_SERBIA, needs: needs.map(idOf), ...changes });
    if (outcome !== 'DONE') throw new Error(JSON.stringify(faults));
    return session!.id;
  };

  test('names the needs that its reader sees, and theirs name it once it is theirs to see', async () => {
    const id = await sessionOn([serbian, albanian]);
    expect(await needsOfSession(server(), headers.adviser, id)).toEqual([albanian, serbian]);
    expect([await needsOfSession(server(), headers.ssi, id), await needsOfSession(server(), headers.scacElsewhere, id)]).toEqual([[serbian], null]);
    // A draft is its own post's.
    expect([await seen('scac', serbian), await seen('scacElsewhere', albanian), await seen('scacElsewhere', serbian)]).toEqual([{ ...NOTHING, sessions: [id] }, NOTHING, null]);
    await step(server(), headers.adviser, 'openSession', id);
    expect([await needsOfSession(server(), headers.scacElsewhere, id), await seen('scacElsewhere', albanian)]).toEqual([[albanian], { ...NOTHING, sessions: [id] }]);
    for (const role of OUTSIDE) expect([role, await needsOfSession(server(), headers[role], id), await seen(role, serbian)]).toEqual([role, [], null]);
  });

  test('is linked by a post to needs of its own country alone, and keeps the others that the post does not see', async () => {
    const id = await sessionOn([serbian, albanian]);
    expect(told(await create(server(), headers.scac, { ...IN_SERBIA, needs: [idOf(albanian)] }))).toBe('INVALID NEEDS UNKNOWN');
    expect(told(await update(server(), headers.scac, id, 1, { ...IN_SERBIA, needs: [], needsRead: [idOf(serbian)] }))).toBe('DONE');
    expect([await needsOfSession(server(), headers.scac, id), await needsOfSession(server(), headers.adviser, id)]).toEqual([[], [albanian]]);
    // Who may not prepare it links nothing, whosever the need is.
    expect(told(await update(server(), headers.scacElsewhere, id, 2, { ...IN_SERBIA, needs: [idOf(albanian)] }))).toBe('GONE');
  });

  test('has the version that its post has read when needs of other countries are linked or no longer: nothing tells the post of it', async () => {
    const id = await sessionOn([serbian]);
    const read = async (role: Role): Promise<unknown> => (await ask(server(), 'query ($id: ID!) { trainingSession(id: $id) { version needs { id } } }', { id }, headers[role])).data!.trainingSession;
    const before = await read('scac');
    let known = [serbian];
    for (const needs of [[serbian, albanian], [serbian], [albanian, serbian]]) {
      expect(told(await update(server(), headers.adviser, id, 1, { ...IN_SERBIA, needs: needs.map(idOf), needsRead: known.map(idOf) }))).toBe('DONE');
      known = needs;
      expect([await read('scac'), (await needsOfSession(server(), headers.adviser, id))!.toSorted()]).toEqual([before, needs.toSorted()]);
    }
    // The trail has all of it, and not what the session was made with.
    expect(await trail(id)).toEqual([...[1, 2].map(() => ({ part: 'need', before: null, after: albanian })), { part: 'need', before: albanian, after: null }]);
    expect([told(await update(server(), headers.scac, id, 1, { ...IN_SERBIA, title: 'Autre' })), (await needsOfSession(server(), headers.adviser, id))!.toSorted()]).toEqual(['DONE', [albanian, serbian].toSorted()]);
    // The control: what the post sees raises it, alone or with what it does not see.
    expect(told(await update(server(), headers.adviser, id, 2, { ...IN_SERBIA, title: 'Autre', needs: [], needsRead: known.map(idOf) }))).toBe('DONE');
    expect([await read('scac'), told(await update(server(), headers.scac, id, 2, { ...IN_SERBIA, title: 'Une autre' }))]).toEqual([{ version: 3, needs: [] }, 'CONFLICT']);
  });

  test('keeps them where they are not sent; what is so already is so, and of two the second is told', async () => {
    const id = await sessionOn([serbian]);
    expect(told(await update(server(), headers.adviser, id, 1, { ...IN_SERBIA, title: 'Autre' }))).toBe('DONE');
    expect(await needsOfSession(server(), headers.adviser, id)).toEqual([serbian]);
    expect(told(await update(server(), headers.assistant, id, 2, { ...IN_SERBIA, title: 'Autre', needs: [idOf(albanian)], needsRead: [idOf(serbian)] }))).toBe('DONE');
    expect(told(await update(server(), headers.assistant, id, 2, { ...IN_SERBIA, title: 'Autre', needs: [idOf(albanian)] }))).toBe('DONE');
    expect(told(await update(server(), headers.adviser, id, 2, { ...IN_SERBIA, title: 'Autre', needs: [] }))).toBe('CONFLICT');
    expect(await trail(id)).toEqual([{ part: 'need', before: null, after: albanian }, { part: 'need', before: serbian, after: null }]);
  });

  test('is linked by two at once to what both have read: the second is told, though its version is the same, and nothing that the first has linked is lost', async () => {
    const id = await sessionOn([]);
    const other = await needOf(server(), headers.scacElsewhere, { country: 'AL', sourceLocale: 'sq', title: 'Mungojnë përkthyesit' });
    const link = async (role: 'adviser' | 'assistant', needs: readonly string[], read: readonly string[]) => told(await update(server(), headers[role], id, 1, { ...IN_SERBIA, needs: needs.map(idOf), needsRead: read.map(idOf) }));
    const outcomes = await Promise.all([link('adviser', [albanian], []), link('assistant', [other], [])]);
    expect(outcomes.toSorted()).toEqual(['CONFLICT', 'DONE']);
    const [first, second] = outcomes[0] === 'DONE' ? [albanian, other] as const : [other, albanian] as const;
    expect(await needsOfSession(server(), headers.adviser, id)).toEqual([first]);
    // Whoever says nothing of what they have read has read none.
    expect(told(await update(server(), headers.assistant, id, 1, { ...IN_SERBIA, needs: [idOf(second)] }))).toBe('CONFLICT');
    // What somebody else has linked is no conflict for who leaves the links alone, or wants the same.
    expect([told(await update(server(), headers.assistant, id, 1, IN_SERBIA)), await link('assistant', [first], [])]).toEqual(['DONE', 'DONE']);
    expect([await link('assistant', [first, second], [first]), (await needsOfSession(server(), headers.adviser, id))!.toSorted()]).toEqual(['DONE', [first, second].toSorted()]);
    // The control: who pretends to have read what is there takes away what they had not seen.
    expect([await link('adviser', [], [first, second]), await needsOfSession(server(), headers.adviser, id)]).toEqual(['DONE', []]);
  });

  test('takes up no need that is withdrawn, or is not there; one that is withdrawn later stays', async () => {
    const id = await sessionOn([serbian]);
    await move(server(), headers.scac, serbian, 'WITHDRAWN');
    expect([told(await update(server(), headers.adviser, id, 1, { ...IN_SERBIA, title: 'Autre', needs: [idOf(serbian)] })), await needsOfSession(server(), headers.adviser, id)]).toEqual(['DONE', [serbian]]);
    expect(await seen('scac', serbian)).toEqual({ ...NOTHING, sessions: [id] });
    const other = { ...IN_SERBIA, needs: [serbian, randomUUID()].map(idOf) };
    expect(told(await create(server(), headers.adviser, other))).toBe('INVALID NEEDS UNKNOWN NEEDS WITHDRAWN');
    expect(told(await create(server(), headers.adviser, { ...IN_SERBIA, needs: [idOf(albanian), idOf(albanian)] }))).toBe('INVALID NEEDS REPEATED');
  });
});

describe('an objective of a mission', () => {
  const objective = (needs: readonly string[] | undefined, key: string = randomUUID()) => ({ key, text: 'Former', recommendations: [], ...(needs && { needs: needs.map(idOf) }) });
  const LEGS = [{}, { country: 'AL', city: 'tirana', startsOn: '2098-11-11', endsOn: '2098-11-12' }];

  test('names its needs to the adviser; on its own need a post finds its leg once that is shown, and no mission', async () => {
    const mission = await missionWith(server(), headers.adviser, LEGS, ['planMission'], { objectives: [objective([serbian, albanian])] });
    const [inSerbia, inAlbania] = mission.legs.map(({ id }) => id);
    expect(await needsOfMission(server(), headers.assistant, mission.id)).toEqual({ objectives: [[albanian, serbian]], findings: [] });
    expect(await seen('adviser', albanian)).toEqual({ ...NOTHING, missions: [mission.id], legs: [inAlbania] });
    expect([await seen('scac', serbian), await seen('scacElsewhere', albanian)]).toEqual([NOTHING, NOTHING]);
    await stepMission(server(), headers.adviser, 'consultPosts', mission.id);
    expect([await seen('scac', serbian), await seen('ssi', serbian), await seen('scacElsewhere', albanian), await seen('scacElsewhere', serbian)]).toEqual([{ ...NOTHING, legs: [inSerbia] }, { ...NOTHING, legs: [inSerbia] }, { ...NOTHING, legs: [inAlbania] }, null]);
    for (const role of OUTSIDE) expect([role, await seen(role, serbian), await needsOfMission(server(), headers[role], mission.id)]).toEqual([role, null, null]);
    // Without the view that says which leg it is a post finds none; it is not seen by the rule of legs alone.
    for (const role of ['scac', 'scacElsewhere'] as const) expect(await needsOfMission(server(), headers[role], mission.id)).toBe(null);
  });

  test('of a mission that does not go there tells a post nothing, and so does another need of its country', async () => {
    const other = await needOf(server(), headers.scac, { title: 'Drugo' });
    const mission = await missionWith(server(), headers.adviser, [{}], ['planMission', 'consultPosts'], { objectives: [objective([albanian, serbian])] });
    expect([await seen('scacElsewhere', albanian), await seen('scac', other)]).toEqual([NOTHING, NOTHING]);
    expect(await seen('adviser', albanian)).toEqual({ ...NOTHING, missions: [mission.id] });
  });

  test('names the recommendations that it works towards; these name its mission to the adviser, and to nobody else', async () => {
    const [{ slug }] = (await owner<{ slug: string }>(server(), 'select slug from recommendation order by slug limit 1')) as [{ slug: string }];
    const { mission } = await createMission(server(), headers.adviser, { objectives: [{ ...objective([]), recommendations: [`Recommendation_${slug}`] }] });
    for (const role of ROLES) {
      const { data } = await ask(server(), 'query ($id: ID!) { recommendation(id: $id) { missions(first: 5) { totalCount nodes { id } } } }', { id: `Recommendation_${slug}` }, headers[role]);
      const isTheirs = role === 'adviser' || role === 'assistant';
      expect([role, (data!.recommendation as { missions: unknown }).missions]).toEqual([role, { totalCount: isTheirs ? 1 : 0, nodes: isTheirs ? [{ id: mission!.id }] : [] }]);
    }
  });

  test('keeps them where they are not sent; what is so already is so, of two the second is told, and the trail tells which', async () => {
    const key = randomUUID();
    const { mission } = await createMission(server(), headers.adviser, { objectives: [objective([serbian], key)] });
    const edit = async (version: number, needs: readonly string[] | undefined, changes = {}) => told(await editMission(server(), headers.adviser, mission!.id, version, { objectives: [objective(needs, key)], ...changes }));
    expect([await edit(1, undefined, { title: 'Autre' }), await needsOfMission(server(), headers.adviser, mission!.id)]).toEqual(['DONE', { objectives: [[serbian]], findings: [] }]);
    expect([await edit(2, [albanian], { title: 'Autre' }), await edit(2, [albanian], { title: 'Autre' }), await edit(2, [], { title: 'Autre' })]).toEqual(['DONE', 'DONE', 'CONFLICT']);
    expect(await trail(mission!.id)).toEqual([{ part: 'need', before: null, after: albanian }, { part: 'need', before: serbian, after: null }]);
  });

  test('takes up no need that is withdrawn or is not there, nor eleven; one that is withdrawn later stays', async () => {
    const key = randomUUID();
    const { mission } = await createMission(server(), headers.adviser, { objectives: [objective([serbian], key)] });
    await move(server(), headers.scac, serbian, 'WITHDRAWN');
    expect(told(await editMission(server(), headers.adviser, mission!.id, 1, { title: 'Autre', objectives: [objective([serbian, albanian], key)] }))).toBe('DONE');
    expect(told(await createMission(server(), headers.adviser, { objectives: [objective([serbian, randomUUID()])] }))).toBe('INVALID NEEDS UNKNOWN NEEDS WITHDRAWN');
    expect(told(await createMission(server(), headers.adviser, { objectives: [objective(Array.from({ length: 11 }, () => randomUUID()))] }))).toBe('INVALID NEEDS TOO_LONG');
    // To a post there is no mission, whosever the need.
    expect((await editMission(server(), headers.scac, mission!.id, 2, { objectives: [objective([serbian], key)] })).mission).toBe(null);
  });
});

describe('a finding', () => {
  test('names its needs to the adviser, and theirs name it; a post learns nothing of it', async () => {
    const mission = await missionOver(server(), headers.adviser);
    const key = randomUUID();
    expect(await saveFinding(server(), headers.adviser, mission.id, { key, needs: [idOf(serbian)] })).toBe('DONE');
    expect(await needsOfMission(server(), headers.adviser, mission.id)).toEqual({ objectives: [[], []], findings: [[serbian]] });
    expect([await seen('assistant', serbian), await seen('scac', serbian)]).toEqual([{ ...NOTHING, findings: [key] }, NOTHING]);
    expect(await saveFinding(server(), headers.adviser, mission.id, { key, version: 1, text: 'Autre.' })).toBe('DONE');
    expect((await needsOfMission(server(), headers.adviser, mission.id))!.findings).toEqual([[serbian]]);
    expect([await saveFinding(server(), headers.adviser, mission.id, { key, version: 2, text: 'Autre.', needs: [idOf(albanian)] }), await saveFinding(server(), headers.adviser, mission.id, { key, version: 2, text: 'Autre.', needs: [idOf(albanian)] })]).toEqual(['DONE', 'DONE']);
    expect(await saveFinding(server(), headers.assistant, mission.id, { key, version: 2, text: 'Autre.', needs: [] })).toBe('CONFLICT');
    const lines = await trail(mission.id);
    expect([lines.length, lines]).toEqual([3, expect.arrayContaining([{ part: 'finding_need', before: null, after: serbian }, { part: 'finding_need', before: null, after: albanian }, { part: 'finding_need', before: serbian, after: null }])]);
    await move(server(), headers.scac, serbian, 'WITHDRAWN');
    expect(await saveFinding(server(), headers.adviser, mission.id, { needs: [idOf(serbian)] })).toBe('INVALID NEEDS WITHDRAWN');
  });
});
