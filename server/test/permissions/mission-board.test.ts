/** The document of the board of a mission × every role: the adviser's circle reads all of it, nobody else learns anything, not even that there is a mission. */
import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import { owner } from '../../src/missions/world.fixture.ts';
import { type Answer, ask, post, testServer, UNLIMITED } from '../http/harness.ts';
import { ADVISERS, type Headers, type Role, ROLES, signEverybodyIn } from './roles.ts';

/** The invented mission through three countries, and one that does not exist. */
const KEY = '6f1c8b3e-52d7-4c0a-9e41-7ab0d2c95e10';
const MISSION = `Mission_${KEY}`;
const NONE = 'Mission_00000000-0000-4000-8000-000000000000';

const documents = JSON.parse(readFileSync(new URL('../../../shared/trusted-documents.json', import.meta.url), 'utf8')) as Readonly<Record<string, string>>;
/** What the page asks, as it asks it. */
const [id, BOARD] = Object.entries(documents).find(([, text]) => /query MissionBoard\(/.test(text))!;

const server = testServer({ signInLimits: UNLIMITED, documents: { [id]: BOARD } });
let headers: Headers;
let words: readonly string[];

beforeAll(async () => {
  headers = await signEverybodyIn(server());
  // Somebody cleared, so that there is a clearance to be seen.
  await owner(server(), `insert into clearance (uuid, expert_uuid, from_on, until_on, given_by, given_on, locale) select gen_random_uuid(), expert_uuid, '2027-11-01', '2027-11-30', 'AN AUTHORITY', '2026-01-01', 'fr' from mission_member where mission_uuid = ? and expert_uuid is not null`, [KEY]);
  const found = await owner<{ word: string }>(server(), `
    select title as word from mission_translation where mission_uuid = ? union select m.name from leg_person m join mission_leg l on l.uuid = m.leg_uuid where l.mission_uuid = ? union select host_name from meeting t join mission_leg l on l.uuid = t.leg_uuid where l.mission_uuid = ?`, [KEY, KEY, KEY]);
  words = [...found.map(({ word }) => word), '2027-11-30', 'sarajevo', 'MissionLeg_', 'FLIGHT'];
});

const boardFor = (role: Role, mission = MISSION): Promise<Answer> => post(server(), JSON.stringify({ documentId: id, variables: { id: mission } }), headers[role]);
const known = (text: string): string[] => words.filter((word) => text.includes(JSON.stringify(word).slice(1, -1)));

describe.each(ROLES)('%s', (role) => {
  const isTheirs = ADVISERS.includes(role);

  test(isTheirs ? 'reads who is where, who meets whom, journeys and clearances' : 'reads nothing of a mission', async () => {
    const { data, text } = await boardFor(role);
    expect(data!.mission !== null).toBe(isTheirs);
    // Of titles and hosts the reader's language is shown alone.
    if (isTheirs) expect(known(text).length).toBeGreaterThan(8);
    else expect(known(text)).toEqual([]);
  });

  test(isTheirs ? 'is told that another is not there' : 'cannot tell it from one that does not exist', async () => {
    const [one, none] = [await boardFor(role), await boardFor(role, NONE)];
    expect(none.data!.mission).toBeNull();
    expect(one.text === none.text).toBe(!isTheirs);
  });
});

test('a post reads its leg by its own door, and by none of them what the board has of others', async () => {
  const { data } = await ask(server(), '{ missionLegs(first: 9) { nodes { id } } }', {}, headers.scac);
  const legs = (data!.missionLegs as { nodes: { id: string }[] }).nodes;
  expect(legs.length).toBeGreaterThan(0);
  for (const leg of legs) {
    const { data: board, code } = await boardFor('scac', leg.id);
    expect([board ?? null, code]).toEqual([null, 'BAD_USER_INPUT']);
  }
});
