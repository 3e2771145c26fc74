/** What somebody finds of missions and legs: by lists, counts, sorts, filters, cursors, ids and what is below them. */
import { ask, type TestServer } from '../http/harness.ts';
import { dueMissions, MISSION_ROWS } from './mission-rows.ts';
import type { Headers, Role } from './roles.ts';

const bare = (id: string): string => id.slice(id.indexOf('_') + 1);

/** The ids that a statement gives, in order. */
export async function idsOf(server: TestServer, rows: string): Promise<string[]> {
  return (await server.database.orm.em.fork().execute<{ id: string }[]>(rows)).map(({ id }) => id).sort();
}

const STATES = ['IDEA', 'PLANNED', 'CONSULTED', 'AGREED', 'UNDER_WAY', 'REPORTED', 'CLOSED', 'GIVEN_UP'];

/** Every way to ask for a list: sorts, conditions, ends. */
const WAYS: Readonly<Record<string, readonly string[]>> = {
  missions: ['first: 100', ...['LATEST', 'STARTS_ON', 'TITLE'].map((sort) => `first: 100, sort: ${sort}`), 'last: 100', ...STATES.map((state) => `first: 100, filter: { states: [${state}] }`)],
  missionLegs: [
    'first: 100', ...['LATEST', 'STARTS_ON'].map((sort) => `first: 100, sort: ${sort}`), 'last: 100', ...STATES.map((state) => `first: 100, filter: { states: [${state}] }`),
    ...['RS', 'AL', 'BA'].map((country) => `first: 100, filter: { country: "${country}" }`), 'first: 100, filter: { from: "2000-01-01" }', 'first: 100, filter: { from: "2098-11-10" }',
  ],
};

interface Page { readonly totalCount: number; readonly nodes: readonly { readonly id: string }[]; readonly edges: readonly { readonly cursor: string; readonly node: { readonly id: string } }[]; readonly pageInfo: { readonly hasNextPage: boolean; readonly hasPreviousPage: boolean; readonly endCursor: string | null } }

/** Whether a page has others than those that are due, counts others, or lacks some of them where it has no condition. */
function isWrong({ totalCount, nodes, edges, pageInfo }: Page, open: readonly string[], hasCondition: boolean): boolean {
  const found = nodes.map(({ id }) => bare(id)).sort();
  const isDue = hasCondition ? found.every((id) => open.includes(id)) : JSON.stringify(found) === JSON.stringify(open);
  return !isDue || totalCount !== found.length || edges.length !== found.length || pageInfo.hasNextPage || pageInfo.hasPreviousPage;
}

/** The types of which a role finds, counts or misses other rows than those that are theirs to see, and by which way. */
export async function wrongWays(server: TestServer, headers: Headers, role: Role): Promise<string[]> {
  const wrong: string[] = [];
  for (const [type, { list }] of Object.entries(MISSION_ROWS)) {
    const open = await idsOf(server, dueMissions(type, role));
    const all = await idsOf(server, MISSION_ROWS[type]!.rows);
    for (const way of WAYS[list]!) {
      const { data, text } = await ask(server, `{ page: ${list}(${way}) { totalCount nodes { id } edges { cursor node { id } } pageInfo { hasNextPage hasPreviousPage endCursor } } }`, {}, headers[role]);
      if (!data) throw new Error(text);
      if (isWrong(data.page as Page, open, way.includes('filter'))) wrong.push(`${list}(${way})`);
    }
    for (const id of all) {
      const { data } = await ask(server, `{ node(id: "${type}_${id}") { id } one: ${list.slice(0, -1)}(id: "${type}_${id}") { id } }`, {}, headers[role]);
      if ((data!.node !== null) !== open.includes(id) || (data!.one !== null) !== open.includes(id)) wrong.push(`${type} by id`);
    }
  }
  return [...new Set(wrong)];
}

const CONTACTS = 'contacts { key name function organisation email phone }';
const MEETINGS = 'meetings { key name: hostName day starts placeName placeAddress windows { day } people { kind } precedes { afterKey } }';

/** The names of the contacts that somebody finds: in the list of legs, in each leg by its id, as a node, below missions, and in what preparing one answers. */
export const contactsFound = (server: TestServer, headers: Headers, role: Role): Promise<string[]> => namesFound(server, headers, role, CONTACTS);

/** The same of the hosts of meetings. */
export const hostsFound = (server: TestServer, headers: Headers, role: Role): Promise<string[]> => namesFound(server, headers, role, MEETINGS);

async function namesFound(server: TestServer, headers: Headers, role: Role, what: string): Promise<string[]> {
  const ids = await idsOf(server, MISSION_ROWS.MissionLeg!.rows);
  const ways = [
    `{ missionLegs(first: 100) { nodes { ${what} } } }`, `{ missionLegs(last: 100, sort: LATEST) { edges { node { ${what} } } } }`, `{ missions(first: 100) { nodes { legs { ${what} } } } }`,
    ...ids.flatMap((id) => [
      `{ missionLeg(id: "MissionLeg_${id}") { ${what} } }`, `{ node(id: "MissionLeg_${id}") { ... on MissionLeg { ${what} } } }`,
      // Of a version that nobody has read: nothing is written.
      `mutation { translatePreparedLeg(id: "MissionLeg_${id}", version: 99, texts: { locale: "mk", purpose: "N", note: "" }) { leg { ${what} } } }`,
      `mutation { removeLegContact(leg: "MissionLeg_${id}", key: "00000000-0000-4000-8000-000000000000", version: 99) { leg { ${what} } } }`,
      `mutation { removeMeeting(leg: "MissionLeg_${id}", key: "00000000-0000-4000-8000-000000000000", version: 99) { leg { ${what} } } }`,
    ]),
  ];
  const found = await Promise.all(ways.map(async (way) => [...(await ask(server, way, {}, headers[role])).text.matchAll(/"name":"([^"]+)"/g)].map(([, name]) => name!)));
  return [...new Set(found.flat())].sort();
}
