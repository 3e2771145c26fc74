/** What the tests of meetings share: what the adviser and a post do with the meetings of a leg, by the API. */
import { randomUUID } from 'node:crypto';
import { ask, type TestServer } from '../../test/http/harness.ts';
import { expertsOf, saveMember, stay } from '../missions/team.fixture.ts';
import { keyOf, missionWith } from '../missions/world.fixture.ts';

type Given = Readonly<Record<string, unknown>>;
type Cookies = Record<string, string>;

interface Text { readonly text: string; readonly locale: string }

export interface Meeting {
  readonly key: string;
  readonly version: number;
  readonly subject: Text;
  readonly note: Text | null;
  readonly organisation: { readonly id: string } | null;
  readonly hostName: string | null;
  readonly category: string;
  readonly status: string;
  readonly minutes: number;
  readonly isMandatory: boolean;
  readonly day: string | null;
  readonly starts: string | null;
  readonly isDayOff: boolean;
  readonly overrideReason: string | null;
  readonly placeName: string | null;
  readonly placeAddress: string | null;
  readonly isPlaceSecret: boolean;
  readonly windows: readonly { readonly day: string; readonly fromTime: string; readonly untilTime: string }[];
  readonly needs: readonly { readonly kind: string; readonly atLeast: number }[];
  readonly languages: readonly { readonly language: { readonly code: string }; readonly atLeast: string }[];
  readonly precedes: readonly { readonly afterKey: string; readonly gapMinutes: number }[];
  readonly people: readonly { readonly memberKey: string | null; readonly name: string; readonly kind: string; readonly isSubstitute: boolean; readonly inPlaceOf: string | null; readonly inPlaceOfKey: string | null; readonly isEngagedElsewhere: boolean | null; readonly isAway: boolean | null }[];
  readonly texts: readonly { readonly locale: string; readonly isSource: boolean; readonly isOutdated: boolean; readonly subject: string | null }[];
}

export interface MeetingBack {
  readonly key: string;
  readonly outcome: string;
  readonly faults: readonly { readonly field: string; readonly fault: string; readonly maximum: number | null }[];
  readonly leg: { readonly meetings: readonly Meeting[] } | null;
}

const MEETINGS = `meetings { key version subject { text locale } note { text locale } organisation { id } hostName category status minutes isMandatory day starts isDayOff overrideReason placeName placeAddress isPlaceSecret windows { day fromTime untilTime }
  needs { kind atLeast } languages { language { code } atLeast } precedes { afterKey gapMinutes } people { memberKey name kind isSubstitute inPlaceOf inPlaceOfKey isEngagedElsewhere isAway } texts { locale isSource isOutdated subject } }`;
const BACK = `outcome faults { field fault maximum } leg { ${MEETINGS} }`;

async function act(server: TestServer, headers: Cookies, document: string, variables: Given, key: string): Promise<MeetingBack> {
  const { data, code, text } = await ask(server, document, variables, headers);
  if (!data) throw new Error(code ?? text);
  return { ...(Object.values(data)[0] as MeetingBack), key };
}

/** A meeting at a prosecution service, on no day yet. */
export const MEETING = {
  sourceLocale: 'fr', subject: 'Équipes communes d’enquête', note: '', organisation: null, hostName: 'Parquet', category: 'JUSTICE', status: 'PROPOSED', minutes: 60, isMandatory: false, isOnlyAdviser: false, day: null, starts: '', overrideReason: '', placeName: '', placeAddress: '',
  windows: [] as Given[], needs: [] as Given[], languages: [] as Given[], recommendations: [] as string[], precedes: [] as Given[],
};

/** Adds a meeting, or changes one that was read at `version`. */
export function saveMeeting(server: TestServer, headers: Cookies, leg: string, { key = randomUUID(), version = 0, ...changes }: Given & { readonly key?: string; readonly version?: number } = {}): Promise<MeetingBack> {
  const document = `mutation ($leg: ID!, $key: UUID!, $version: Int!, $input: MeetingInput!) { saveMeeting(leg: $leg, key: $key, version: $version, input: $input) { ${BACK} } }`;
  return act(server, headers, document, { leg, key, version, input: { ...MEETING, ...changes } }, key);
}

/** Says one in another language. */
export function translateMeeting(server: TestServer, headers: Cookies, leg: string, { key, version, ...texts }: Given & { readonly key: string; readonly version: number }): Promise<MeetingBack> {
  return act(server, headers, `mutation ($leg: ID!, $key: UUID!, $version: Int!, $texts: MeetingTextsInput!) { translateMeeting(leg: $leg, key: $key, version: $version, texts: $texts) { ${BACK} } }`, { leg, key, version, texts: { subject: '', note: '', ...texts } }, key);
}

/** Names who goes. */
export function namePeople(server: TestServer, headers: Cookies, leg: string, { key, version, people }: { readonly key: string; readonly version: number; readonly people: readonly Given[] }): Promise<MeetingBack> {
  return act(server, headers, `mutation ($leg: ID!, $key: UUID!, $version: Int!, $people: [MeetingPersonInput!]!) { nameMeetingPeople(leg: $leg, key: $key, version: $version, people: $people) { ${BACK} } }`, { leg, key, version, people }, key);
}

/** Removes one. */
export function removeMeeting(server: TestServer, headers: Cookies, leg: string, key: string, version: number): Promise<MeetingBack> {
  return act(server, headers, `mutation ($leg: ID!, $key: UUID!, $version: Int!) { removeMeeting(leg: $leg, key: $key, version: $version) { ${BACK} } }`, { leg, key, version }, key);
}

/** The meetings of a leg as somebody sees them; null for a leg that is none for them. */
export async function meetingsOf(server: TestServer, headers: Cookies, leg: string): Promise<readonly Meeting[] | null> {
  const { data, text } = await ask(server, `query ($leg: ID!) { missionLeg(id: $leg) { ${MEETINGS} } }`, { leg }, headers);
  if (!data) throw new Error(text);
  return (data.missionLeg as { meetings: Meeting[] } | null)?.meetings ?? null;
}

export interface Toured {
  readonly mission: string;
  readonly leg: string;
  readonly legKey: string;
  /** The keys in the team of a judge and a police officer, who are in Belgrade from Monday morning to Tuesday evening. */
  readonly members: readonly [judge: string, officer: string];
  readonly experts: readonly string[];
}

/** A mission with a leg in Belgrade, from Sunday the 9th to Tuesday the 11th of November 2098, and two who stay there. */
export async function tour(server: TestServer, adviser: Cookies, steps: readonly ('planMission' | 'consultPosts')[] = ['planMission', 'consultPosts']): Promise<Toured> {
  const { id, legs } = await missionWith(server, adviser, [{ startsOn: '2098-11-09', endsOn: '2098-11-11' }], steps, { team: [] });
  const leg = legs[0]!.id;
  const experts = await expertsOf(server, ['JUDGE', 'POLICE_OFFICER']);
  const members: string[] = [];
  for (const [n, expert] of experts.entries()) members.push((await saveMember(server, adviser, id, { expert, kind: n === 0 ? 'MAGISTRATE' : 'POLICE', stays: [stay(keyOf(leg), '2098-11-09T09:00', '2098-11-11T18:00')] })).key);
  return { mission: id, leg, legKey: keyOf(leg), members: members as [string, string], experts };
}
