/** What the tests of taking plans over share: what is shown and done by the API, and the mission as it stands. */
import { ask, type TestServer } from '../../test/http/harness.ts';
import { MISSION_KEY } from './plans.fixture.ts';

type Cookies = Readonly<Record<string, string>>;
type Given = Readonly<Record<string, unknown>>;

interface Fault {
  readonly part: string;
  readonly fault: string;
  readonly legKey: string | null;
  readonly meetingKey: string | null;
  readonly personKey: string | null;
}

interface State {
  readonly from: string | null;
  readonly until: string | null;
  readonly personKeys: readonly string[];
  readonly carrier: string | null;
  readonly cents: number | null;
  readonly currency: string | null;
}

export interface Shown {
  readonly outcome: string;
  readonly faults: readonly Fault[];
  readonly seal: string;
  readonly missionVersion: number;
  readonly searchVersion: number;
  readonly lines: readonly { readonly part: string; readonly becomes: string; readonly legKey: string | null; readonly meetingKey: string | null; readonly personKey: string | null; readonly before: State | null; readonly after: State | null }[];
}

export interface TakenBack {
  readonly outcome: string;
  readonly faults: readonly Fault[];
  readonly search: { readonly version: number; readonly takenAt: string | null; readonly takenAs: string | null } | null;
}

const FAULTS = 'faults { part fault legKey meetingKey personKey }';
const STATE = '{ from until personKeys carrier cents currency }';

/** What taking over would change; null where there is nothing for who asks. */
export async function showTakeOver(server: TestServer, headers: Cookies, id: string, alternative: string | null = null): Promise<Shown | null> {
  const { data, text } = await ask(server, `query ($id: ID!, $alternative: PlanAlternativeKind) { planTakeOver(id: $id, alternative: $alternative) { outcome seal missionVersion searchVersion ${FAULTS} lines { part becomes legKey meetingKey personKey before ${STATE} after ${STATE} } } }`, { id, alternative }, headers);
  if (!data) throw new Error(text);
  return data.planTakeOver as Shown | null;
}

/** Takes it over as it was shown. */
export async function takeOver(server: TestServer, headers: Cookies, id: string, { missionVersion, searchVersion, seal }: Pick<Shown, 'missionVersion' | 'searchVersion' | 'seal'>, alternative: string | null = null): Promise<TakenBack> {
  const document = `mutation ($id: ID!, $alternative: PlanAlternativeKind, $shown: PlanShownInput!) { takeOverPlan(id: $id, alternative: $alternative, shown: $shown) { outcome ${FAULTS} search { version takenAt takenAs } } }`;
  const { data, code, text } = await ask(server, document, { id, alternative, shown: { missionVersion, searchVersion, seal } }, headers);
  if (!data) throw new Error(code ?? text);
  return data.takeOverPlan as TakenBack;
}

/** All of the mission that a plan says something of, in one text: two that are the same are the same. */
const ALL = `select json_build_object(
  'mission', (select m.version from mission m where m.uuid = ?1), 'legs', (select json_agg(json_build_array(l.uuid, l.starts_on, l.ends_on, l.version) order by l.uuid) from mission_leg l where l.mission_uuid = ?1),
  'members', (select json_agg(json_build_array(m.uuid, m.role, m.version) order by m.uuid) from mission_member m where m.mission_uuid = ?1),
  'stays', (select json_agg(json_build_array(s.member_uuid, s.leg_uuid, s.arrives_at, s.leaves_at) order by s.member_uuid, s.leg_uuid) from mission_stay s join mission_leg l on l.uuid = s.leg_uuid where l.mission_uuid = ?1),
  'meetings', (select json_agg(json_build_array(t.uuid, t.day, t.starts, t.version, (select json_agg(json_build_array(g.member_uuid, g.role) order by g.member_uuid) from meeting_member g where g.meeting_uuid = t.uuid)) order by t.uuid) from meeting t join mission_leg l on l.uuid = t.leg_uuid where l.mission_uuid = ?1),
  'journeys', (select json_agg(json_build_array(t.uuid, t.departs_at, t.arrives_at, (select json_agg(x.member_uuid order by x.member_uuid) from mission_traveller x where x.travel_uuid = t.uuid)) order by t.uuid) from mission_travel t where t.mission_uuid = ?1),
  'costs', (select json_agg(json_build_array(c.uuid, c.kind, c.unit_cents) order by c.uuid) from mission_cost c where c.mission_uuid = ?1 and not c.is_computed))::text as all`;

export async function wholeMission(sql: <T>(text: string, values?: unknown[]) => Promise<T[]>): Promise<string> {
  const [{ all }] = await sql<{ all: string }>(ALL.replaceAll('?1', `'${MISSION_KEY}'`)) as [{ all: string }];
  return all;
}

/** What stands in a mission, as the API shows it to the adviser. */
export interface MissionShown {
  readonly version: number;
  readonly planTaken: { readonly id: string; readonly takenAs: string } | null;
  readonly members: readonly { readonly key: string; readonly kind: string; readonly stays: readonly { readonly legKey: string; readonly arrivesAt: string; readonly leavesAt: string }[] }[];
  readonly legs: readonly { readonly id: string; readonly startsOn: string; readonly endsOn: string; readonly meetings: readonly { readonly key: string; readonly status: string; readonly day: string | null; readonly starts: string | null; readonly people: readonly { readonly memberKey: string | null }[] }[] }[];
}

export async function readMission(server: TestServer, headers: Cookies, id: string): Promise<MissionShown> {
  const { data, text } = await ask(server, `query ($id: ID!) { mission(id: $id) { version planTaken { id takenAs } members { key kind stays { legKey arrivesAt leavesAt } } legs { id startsOn endsOn meetings { key status day starts people { memberKey } } } } }`, { id } satisfies Given, headers);
  if (!data) throw new Error(text);
  return data.mission as MissionShown;
}
