/** What the tests of reports share: missions that are over, and what the adviser does with their reports by the API. */
import { randomUUID } from 'node:crypto';
import { type Answer, ask, post, type TestServer } from '../../test/http/harness.ts';
import { expertsOf, saveMember, stay } from '../missions/team.fixture.ts';
import { keyOf, missionWith } from '../missions/world.fixture.ts';

type Given = Readonly<Record<string, unknown>>;
type Cookies = Record<string, string>;

/** In March 2026, in two countries. */
const OVER = { title: 'Tournée de mars', startsOn: '2026-03-09', endsOn: '2026-03-13', team: [] } as const;
const LEGS = [
  { country: 'RS', city: 'belgrade', startsOn: '2026-03-09', endsOn: '2026-03-10', purpose: 'Parquet' }, { country: 'AL', city: 'tirana', startsOn: '2026-03-11', endsOn: '2026-03-13', purpose: 'Services sociaux' },
] as const;

const TEXT = '{ text locale isFallback isOutdated }';
const PUBLISHED = `id firstMonth lastMonth startsOn endsOn isDemonstration summary ${TEXT} countries { code } results { outcome objective ${TEXT} text ${TEXT} } findings { month country { code } theme { code } text ${TEXT} recommendations { id } }`;
const MISSION = `id version state report { version summary ${TEXT} evaluation ${TEXT} texts { locale summary evaluation } } objectives { key text ${TEXT} result { outcome text ${TEXT} texts { locale text } } }
  findings { key version legKey foundOn dueOn doneOn theme { code } text ${TEXT} recommendations { id } texts { locale text } } publication { hasSummary hasDays countries results findings publication { id } } appraisals { expertKey version expertise exchange reliability text locale }
  can { writeReport translateReport followUp report close publish appraise } legs { id }`;

interface Text { readonly text: string; readonly locale: string; readonly isFallback: boolean; readonly isOutdated: boolean }

export interface Published {
  readonly id: string;
  readonly firstMonth: string;
  readonly lastMonth: string;
  readonly startsOn: string | null;
  readonly endsOn: string | null;
  readonly summary: Text | null;
  readonly countries: readonly { readonly code: string }[];
  readonly results: readonly { readonly outcome: string; readonly objective: Text; readonly text: Text | null }[];
  readonly findings: readonly { readonly month: string; readonly country: { readonly code: string } | null; readonly theme: { readonly code: string } | null; readonly text: Text; readonly recommendations: readonly { readonly id: string }[] }[];
}

export interface Reported {
  readonly id: string;
  readonly version: number;
  readonly state: string;
  readonly report: { readonly version: number; readonly summary: Text | null; readonly evaluation: Text | null } | null;
  readonly objectives: readonly { readonly key: string; readonly result: { readonly outcome: string; readonly text: Text | null } | null }[];
  readonly findings: readonly { readonly key: string; readonly version: number; readonly legKey: string | null; readonly dueOn: string | null; readonly doneOn: string | null; readonly text: Text; readonly recommendations: readonly { readonly id: string }[] }[];
  readonly publication: { readonly hasSummary: boolean; readonly findings: readonly string[]; readonly publication: { readonly id: string } } | null;
  readonly appraisals: readonly { readonly expertKey: string; readonly version: number; readonly expertise: number; readonly text: string | null }[];
  readonly can: Readonly<Record<string, boolean>>;
  readonly legs: readonly { readonly id: string }[];
}

/** A mission as somebody sees it; null where there is none for them. */
export async function reportedMission(server: TestServer, headers: Cookies, id: string): Promise<Reported | null> {
  const { data, text } = await ask(server, `query ($id: ID!) { mission(id: $id) { ${MISSION} } }`, { id }, headers);
  if (!data) throw new Error(text);
  return data.mission as Reported | null;
}

/** The outcome, with what is wrong where something is; the code of an error. */
function told({ data, code, text }: Answer): string {
  if (!data) return code ?? text;
  const { outcome, faults } = Object.values(data)[0] as { outcome: string; faults: readonly { field: string; fault: string }[] };
  return [outcome, ...faults.map(({ field, fault }) => `${field} ${fault}`)].join(' ');
}

const TOLD = '{ outcome faults { field fault } }';

/** Writes a report that was read at `version`; a summary, and every objective reached, unless said otherwise. */
export async function saveReport(server: TestServer, headers: Cookies, { id, report, objectives }: Reported, changes: Given = {}, version = report?.version ?? 0): Promise<string> {
  const input = { sourceLocale: 'fr', summary: 'Le parquet a adopté un protocole.', evaluation: 'Bien préparée.', results: objectives.map(({ key }) => ({ key, outcome: 'REACHED', text: 'Fait.' })), ...changes };
  return told(await ask(server, `mutation ($id: ID!, $version: Int!, $input: MissionReportInput!) { saveMissionReport(id: $id, version: $version, input: $input) ${TOLD} }`, { id, version, input }, headers));
}

export async function translateReport(server: TestServer, headers: Cookies, { id, version }: Pick<Reported, 'id' | 'version'>, texts: Given): Promise<string> {
  const all = { locale: 'en', summary: '', evaluation: '', results: [], findings: [], ...texts };
  return told(await ask(server, `mutation ($id: ID!, $version: Int!, $texts: MissionReportTextsInput!) { translateMissionReport(id: $id, version: $version, texts: $texts) ${TOLD} }`, { id, version, texts: all }, headers));
}

/** Writes a finding that was read at `version`, under a key. */
export async function saveFinding(server: TestServer, headers: Cookies, mission: string, { key = randomUUID(), version = 0, ...changes }: Given & { readonly key?: string; readonly version?: number } = {}): Promise<string> {
  const input = { sourceLocale: 'fr', leg: null, theme: 'PROSECUTION', foundOn: '2026-03-10', text: 'Le parquet manque d’interprètes.', recommendations: [], ...changes };
  return told(await ask(server, `mutation ($mission: ID!, $key: UUID!, $version: Int!, $input: FindingInput!) { saveFinding(mission: $mission, key: $key, version: $version, input: $input) ${TOLD} }`, { mission, key, version, input }, headers));
}

export async function removeFinding(server: TestServer, headers: Cookies, mission: string, key: string, version: number): Promise<string> {
  return told(await ask(server, `mutation ($mission: ID!, $key: UUID!, $version: Int!) { removeFinding(mission: $mission, key: $key, version: $version) ${TOLD} }`, { mission, key, version }, headers));
}

/** Says until when what a finding that was read at `version` calls for is to be done, and on which day it was. */
export async function followFinding(server: TestServer, headers: Cookies, mission: string, { key, version = 1, dueOn = null, doneOn = null }: { readonly key: string; readonly version?: number; readonly dueOn?: string | null; readonly doneOn?: string | null }): Promise<string> {
  const document = `mutation ($mission: ID!, $key: UUID!, $version: Int!, $input: FindingFollowUpInput!) { followFinding(mission: $mission, key: $key, version: $version, input: $input) ${TOLD} }`;
  return told(await ask(server, document, { mission, key, version, input: { dueOn, doneOn } }, headers));
}

/** Takes a step, as the mission is now unless said otherwise. */
export async function stepOver(server: TestServer, headers: Cookies, name: 'agreeMission' | 'reportMission' | 'closeMission', id: string, version?: number): Promise<string> {
  const now = version ?? (await reportedMission(server, headers, id))?.version ?? 0;
  return told(await ask(server, `mutation ($id: ID!, $version: Int!) { ${name}(id: $id, version: $version) ${TOLD} }`, { id, version: now }, headers));
}

/** Publishes a choice, of the mission as it is now unless said otherwise. */
export async function publish(server: TestServer, headers: Cookies, id: string, choice: Given = {}, version?: number): Promise<string> {
  const input = { hasSummary: true, hasDays: false, countries: ['RS', 'AL'], results: [], findings: [], ...choice };
  const now = version ?? (await reportedMission(server, headers, id))?.version ?? 0;
  return told(await ask(server, `mutation ($id: ID!, $version: Int!, $input: MissionPublicationInput!) { publishMission(id: $id, version: $version, input: $input) ${TOLD} }`, { id, version: now, input }, headers));
}

export const withdraw = async (server: TestServer, headers: Cookies, id: string): Promise<string> => told(await ask(server, `mutation ($id: ID!) { withdrawMissionPublication(id: $id) ${TOLD} }`, { id }, headers));

/** What somebody reads of what is published, in a language. */
export async function publications(server: TestServer, headers: Cookies, locale = 'fr', filter = ''): Promise<readonly Published[]> {
  const { data, text } = await post(server, JSON.stringify({ query: `{ missionPublications(first: 100${filter}) { totalCount nodes { ${PUBLISHED} } } }` }), headers, `/graphql?locale=${locale}`);
  if (!data) throw new Error(text);
  return (data.missionPublications as { nodes: Published[] }).nodes;
}

/** Says how an expert was found. */
export async function appraise(server: TestServer, headers: Cookies, { mission, expert, version = 0, ...changes }: Given & { readonly mission: string; readonly expert: string; readonly version?: number }): Promise<string> {
  const input = { expertise: 4, exchange: 3, reliability: 4, text: 'A su écouter.', locale: 'fr', ...changes };
  return told(await ask(server, `mutation ($mission: ID!, $expert: ID!, $version: Int!, $input: AppraisalInput!) { saveAppraisal(mission: $mission, expert: $expert, version: $version, input: $input) ${TOLD} }`, { mission, expert, version, input }, headers));
}

/** A mission that is over and agreed, with two legs, two objectives, and an expert who stayed in the first leg. */
export async function missionOver(server: TestServer, headers: Cookies, changes: Given = {}): Promise<Reported & { readonly expert: string }> {
  const objectives = ['Former les enquêteurs.', 'Signer un protocole.'].map((text) => ({ key: randomUUID(), text, recommendations: [] }));
  const mission = await missionWith(server, headers, LEGS, ['planMission'], { ...OVER, objectives, ...changes });
  const [expert] = await expertsOf(server, ['JUDGE']);
  await saveMember(server, headers, mission.id, { expert, kind: 'MAGISTRATE', stays: [stay(keyOf(mission.legs[0]!.id), '2026-03-09T09:00', '2026-03-10T18:00')] });
  const { version } = (await reportedMission(server, headers, mission.id))!;
  await ask(server, 'mutation ($id: ID!, $version: Int!) { consultPosts(id: $id, version: $version) { outcome } }', { id: mission.id, version }, headers);
  const agreed = await stepOver(server, headers, 'agreeMission', mission.id);
  if (agreed !== 'DONE') throw new Error(agreed);
  return { ...(await reportedMission(server, headers, mission.id))!, expert: expert! };
}

/** The same, with its report, reported on. */
export async function missionReported(server: TestServer, headers: Cookies, changes: Given = {}): Promise<Reported & { readonly expert: string }> {
  const mission = await missionOver(server, headers, changes);
  for (const step of [() => saveReport(server, headers, mission), () => stepOver(server, headers, 'reportMission', mission.id)]) {
    const outcome = await step();
    if (outcome !== 'DONE') throw new Error(outcome);
  }
  return { ...(await reportedMission(server, headers, mission.id))!, expert: mission.expert };
}
