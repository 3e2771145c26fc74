/** Missions and their legs × every role, by every path: whoever is not meant to see one is answered as if there were none, byte for byte. */
import { getNamedType, type GraphQLObjectType, type GraphQLSchema, isLeafType } from 'graphql';
import { beforeAll, describe, expect, test } from 'vitest';
import { createSchema } from '../../src/schema.ts';
import { ask, testServer, UNLIMITED } from '../http/harness.ts';
import { contactsFound, hostsFound, idsOf, wrongWays } from './mission-found.ts';
import { dueMissions, MISSION_ROWS } from './mission-rows.ts';
import { makeMissions } from './mission-world.ts';
import { ADVISERS, type Headers, OUTSIDERS, ROLES, signEverybodyIn } from './roles.ts';

const server = testServer({ signInLimits: UNLIMITED });
const MISSION = '{ sourceLocale: "fr", title: "T", purpose: "", startsOn: "2098-11-08", endsOn: "2098-11-12", objectives: [] }';
const LEG = '{ sourceLocale: "fr", country: "RS", city: "belgrade", startsOn: "2098-11-09", endsOn: "2098-11-09", lodgingName: "", lodgingAddress: "", transport: "", purpose: "P", note: "" }';
const NOBODY = '00000000-0000-4000-8000-000000000000';
let headers: Headers;
let schema: GraphQLSchema;

beforeAll(async () => {
  schema = await createSchema();
  headers = await signEverybodyIn(server());
  await makeMissions(server(), headers);
});

const fieldsOf = (type: string) => Object.values((schema.getType(type) as GraphQLObjectType).getFields());
/** The fields of a type, as a selection: of what is below them the name of the type. */
const selectionOf = (type: string): string => fieldsOf(type).map(({ name, type: of }) => (isLeafType(getNamedType(of)) ? name : `${name} { __typename }`)).join(' ');

describe.each(ROLES)('%s', (role) => {
  test.each(Object.keys(MISSION_ROWS))('by its id sees a %s with all its fields, or what is answered where there is none', async (type) => {
    const node = (id: string) => ask(server(), `query ($id: ID!) { node(id: $id) { ... on ${type} { ${selectionOf(type)} } } }`, { id: `${type}_${id}` }, headers[role]);
    const query = `${type.charAt(0).toLowerCase()}${type.slice(1)}`;
    const one = (id: string) => ask(server(), `query ($id: ID!) { ${query}(id: $id) { ${selectionOf(type)} } }`, { id: `${type}_${id}` }, headers[role]);
    const open = await idsOf(server(), dueMissions(type, role));
    const all = await idsOf(server(), MISSION_ROWS[type]!.rows);
    expect(all.length).toBeGreaterThan(open.length === all.length ? 0 : open.length);
    const [absent, absentOne] = [await node(NOBODY), await one(NOBODY)];
    expect([absent.data, absentOne.data]).toEqual([{ node: null }, { [query]: null }]);
    for (const id of all.filter((key) => !open.includes(key))) expect([id, (await node(id)).text, (await one(id)).text]).toEqual([id, absent.text, absentOne.text]);
    for (const id of open) {
      const { data, errors } = await node(id);
      expect([id, errors, Object.keys((data!.node as object | null) ?? {}).length]).toEqual([id, undefined, fieldsOf(type).length]);
    }
  });

  test('lists, counts, sorts, filters and pages what is theirs to see, and nothing else', async () => {
    expect(await wrongWays(server(), headers, role)).toEqual([]);
  });

  test('finds the contacts of the legs that are theirs to see, and no others', async () => {
    const legs = await idsOf(server(), dueMissions('MissionLeg', role));
    const due = legs.length === 0 ? [] : await idsOf(server(), `select name as id from leg_contact where leg_uuid in (${legs.map((id) => `'${id}'`).join(', ')})`);
    expect(await contactsFound(server(), headers, role)).toEqual(due);
    expect(await hostsFound(server(), headers, role)).toEqual(due.map((name) => name.replace('Contact', 'Host')));
  });

  test('finds nothing after a cursor that somebody else was given', async () => {
    const { data } = await ask(server(), '{ missions(first: 1) { pageInfo { endCursor } } missionLegs(first: 1) { pageInfo { endCursor } } }', {}, headers.adviser);
    const cursors = data as Record<string, { pageInfo: { endCursor: string } }>;
    for (const [type, { list }] of Object.entries(MISSION_ROWS)) {
      const open = await idsOf(server(), dueMissions(type, role));
      const { data: page } = await ask(server(), `query ($after: String) { page: ${list}(first: 100, after: $after) { totalCount nodes { id } } }`, { after: cursors[list]!.pageInfo.endCursor }, headers[role]);
      const { totalCount, nodes } = page!.page as { totalCount: number; nodes: { id: string }[] };
      expect([totalCount, nodes.filter(({ id }) => !open.includes(id.slice(id.indexOf('_') + 1)))]).toEqual([open.length, []]);
    }
  });

  test('is answered nothing of a mission by what is done to it', async () => {
    const [mission] = await idsOf(server(), `select uuid as id from mission where uuid in (select mission_uuid from mission_leg where is_shown) limit 1`);
    const [leg] = await idsOf(server(), `select uuid as id from mission_leg where mission_uuid = '${mission!}' limit 1`);
    const back = `outcome faults { field fault } mission { id title { text } legs { id } }`;
    // Of a version that nobody has read: nothing is written.
    const acts = (id: string, legId: string): string[] => [
      ...['planMission', 'replanMission', 'consultPosts'].map((step) => `${step}(id: "Mission_${id}", version: 99) { ${back} }`), `giveUpMission(id: "Mission_${id}", version: 99, reasons: [{ locale: "sq", text: "N" }]) { ${back} }`,
      `editMission(id: "Mission_${id}", version: 99, input: ${MISSION}) { ${back} }`, `translateMission(id: "Mission_${id}", version: 99, texts: { locale: "en", title: "N", purpose: "", givenUpReason: "", objectives: [] }) { ${back} }`,
      `saveMissionLeg(mission: "Mission_${id}", key: "${legId}", version: 99, input: ${LEG}) { ${back} }`, `removeMissionLeg(mission: "Mission_${id}", id: "MissionLeg_${legId}", version: 99) { ${back} }`, `translateMissionLeg(mission: "Mission_${id}", id: "MissionLeg_${legId}", version: 99, texts: { locale: "en", purpose: "N", note: "" }) { ${back} }`,
      `saveMissionMember(mission: "Mission_${id}", key: "${legId}", version: 99, input: { expert: "Expert_${NOBODY}", kind: POLICE, isLead: false, stays: [] }) { ${back} }`, `removeMissionMember(mission: "Mission_${id}", key: "${legId}", version: 99) { ${back} }`,
    ];
    const [there, absent] = [acts(mission!, leg!), acts(NOBODY, NOBODY)];
    for (const [n, act] of there.entries()) {
      const [hidden, none] = [await ask(server(), `mutation { ${act} }`, {}, headers[role]), await ask(server(), `mutation { ${absent[n]!} }`, {}, headers[role])];
      if (ADVISERS.includes(role)) {
        const [given, nothing] = [hidden, none].map(({ data }) => Object.values(data!)[0] as { outcome: string; mission: { id: string } | null });
        expect([act, ['CONFLICT', 'TOO_LATE', 'DONE', ...(act.startsWith('saveMissionMember') ? ['GONE'] : [])].includes(given!.outcome), given!.mission?.id]).toEqual([act, true, `Mission_${mission!}`]);
        expect([act, nothing]).toEqual([act, { outcome: 'GONE', faults: [], mission: null }]);
        continue;
      }
      expect(hidden.text).toBe(none.text);
      expect(hidden.code ?? (Object.values(hidden.data!)[0] as { outcome: string }).outcome).toBe(OUTSIDERS.includes(role) ? 'UNAUTHENTICATED' : 'GONE');
    }
  });
});

test('a post reads nothing of the mission in what it is answered of a leg: not its title, its days, its other places', async () => {
  const texts = `purpose { text } note { text } texts { locale purpose note } lodgingName lodgingAddress transport country { code } city { code name { text } } startsOn endsOn state version can { edit plan }`;
  const { text } = await ask(server(), `{ missionLegs(first: 100) { totalCount nodes { id ${texts} } } }`, {}, headers.scac);
  expect(text).toContain('SHOWN in Belgrade');
  for (const word of ['SECRET', 'HIDDEN', 'Tirana', 'Sarajevo', 'sarajevo', 'tirana', '2098-11-08', '2098-11-11', '2098-11-12']) expect([word, text.includes(word)]).toEqual([word, false]);
  const { text: theirs } = await ask(server(), `{ missionLegs(first: 100) { totalCount nodes { id ${texts} } } }`, {}, headers.scacElsewhere);
  for (const word of ['SECRET', 'HIDDEN', 'Belgrade', 'belgrade', 'Sarajevo', '2098-11-09']) expect([word, theirs.includes(word)]).toEqual([word, false]);
});

test('keys of legs are drawn by chance: nothing of them says which were made together', async () => {
  for (const id of await idsOf(server(), MISSION_ROWS.MissionLeg!.rows)) expect(id.charAt(14)).toBe('4');
});

test('each type has rows here that some see and others do not, on each side', async () => {
  const counts = async (type: string) => Promise.all((['adviser', 'scac', 'ssi', 'scacElsewhere', 'ngoMember'] as const).map(async (role) => (await idsOf(server(), dueMissions(type, role))).length));
  expect([await counts('Mission'), await counts('MissionLeg')]).toEqual([[6, 0, 0, 0, 0], [11, 2, 2, 2, 0]]);
});
