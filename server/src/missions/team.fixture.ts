/** What the tests of teams share: what the adviser does with the team of a mission by the API. */
import { randomUUID } from 'node:crypto';
import { ask, type TestServer } from '../../test/http/harness.ts';
import { owner } from './world.fixture.ts';

type Given = Readonly<Record<string, unknown>>;
type Cookies = Record<string, string>;

interface Member {
  readonly key: string;
  readonly version: number;
  readonly name: string;
  readonly kind: string;
  readonly isLead: boolean;
  readonly isEngagedElsewhere: boolean;
  readonly substituteForKey: string | null;
  readonly expert: { readonly id: string } | null;
  readonly stays: readonly { readonly legKey: string; readonly arrivesAt: string; readonly leavesAt: string; readonly isLodgingProvided: boolean; readonly lunchesProvided: number }[];
}

export interface TeamBack {
  readonly key: string;
  readonly outcome: string;
  readonly faults: readonly { readonly field: string; readonly fault: string; readonly maximum: number | null; readonly lacking: readonly string[] }[];
  readonly mission: { readonly id: string; readonly version: number; readonly team: readonly { readonly kind: string; readonly present: number }[]; readonly members: readonly Member[] } | null;
}

const BACK = `outcome faults { field fault maximum lacking } mission { id version team { kind present } members { key version name kind isLead isEngagedElsewhere substituteForKey expert { id } stays { legKey arrivesAt leavesAt isLodgingProvided lunchesProvided } } }`;

/** A stay in a leg, by its key. */
export const stay = (leg: string, arrivesAt: string, leavesAt: string, provided: Given = {}): Given => ({ leg, arrivesAt, leavesAt, isLodgingProvided: false, lunchesProvided: 0, dinnersProvided: 0, ...provided });

/** Adds somebody to a team, or changes them who were read at `version`. */
export async function saveMember(server: TestServer, headers: Cookies, mission: string, { key = randomUUID(), version = 0, ...given }: Given & { readonly key?: string; readonly version?: number }): Promise<TeamBack> {
  const document = `mutation ($mission: ID!, $key: UUID!, $version: Int!, $input: MissionMemberInput!) { saveMissionMember(mission: $mission, key: $key, version: $version, input: $input) { ${BACK} } }`;
  const { data, text } = await ask(server, document, { mission, key, version, input: { isLead: false, stays: [], ...given } }, headers);
  if (!data) throw new Error(text);
  return { ...(data.saveMissionMember as TeamBack), key };
}

/** Takes somebody out of a team who was read at `version`. */
export async function removeMember(server: TestServer, headers: Cookies, mission: string, key: string, version: number): Promise<TeamBack> {
  const { data, text } = await ask(server, `mutation ($mission: ID!, $key: UUID!, $version: Int!) { removeMissionMember(mission: $mission, key: $key, version: $version) { ${BACK} } }`, { mission, key, version }, headers);
  if (!data) throw new Error(text);
  return { ...(data.removeMissionMember as TeamBack), key };
}

/** The ids of invented experts, one of each profession, who are engaged by nothing in 2098. */
export async function expertsOf(server: TestServer, professions: readonly string[]): Promise<string[]> {
  const found = await Promise.all(professions.map((profession) => owner<{ uuid: string }>(server, 'select uuid from expert where profession_code = ? and is_demonstration and person_id is null order by uuid limit 1', [profession])));
  return found.map(([one]) => `Expert_${one!.uuid}`);
}

/** The id of the role in the network of whoever signed in so. */
export async function colleagueOf(server: TestServer, headers: Cookies): Promise<string> {
  const { data, text } = await ask(server, '{ members(first: 1, filter: { roles: [ADVISER] }) { nodes { id } } }', {}, headers);
  if (!data) throw new Error(text);
  return (data.members as { nodes: { id: string }[] }).nodes[0]!.id;
}
