/** What the tests of consultations share: missions about which posts are consulted, and what people do with them by the API. */
import { type Answer, ask, type TestServer } from '../../test/http/harness.ts';
import { type Back, missionWith, owner } from '../missions/world.fixture.ts';

type Cookies = Record<string, string>;

export const BELGRADE = { country: 'RS', city: 'belgrade', startsOn: '2098-11-09', endsOn: '2098-11-10', purpose: 'Parquet de Belgrade' };
export const TIRANA = { country: 'AL', city: 'tirana', startsOn: '2098-11-11', endsOn: '2098-11-12', purpose: 'Secret de Tirana' };

const OPINIONS = 'id state askedOn purposeVersion round dueOn dueAt silenceAgrees ruleDays can { give note } opinions { service state answer remark reason locale answeredByName silenceAgrees version }';

export interface Consulted {
  readonly id: string;
  readonly state: string;
  readonly askedOn: string;
  readonly purposeVersion: number;
  readonly round: number | null;
  readonly dueOn: string;
  readonly dueAt: string;
  readonly silenceAgrees: boolean;
  readonly ruleDays: number;
  readonly can: { readonly give: readonly string[]; readonly note: boolean };
  readonly opinions: readonly { readonly service: string; readonly state: string; readonly answer: string | null; readonly remark: string | null; readonly reason: string | null; readonly locale: string | null; readonly answeredByName: string | null; readonly silenceAgrees: boolean; readonly version: number }[];
}

/** A mission with a leg in Belgrade and one in Tirana, of which both posts are consulted. */
export const consultedMission = (server: TestServer, adviser: Cookies, legs: readonly Readonly<Record<string, unknown>>[] = [BELGRADE, TIRANA]): Promise<NonNullable<Back['mission']>> => missionWith(server, adviser, legs, undefined, { team: [] });

/** How the post of a leg is consulted, as somebody sees it; null where there is nothing for them. */
export async function consultationOf(server: TestServer, headers: Cookies, leg: string): Promise<Consulted | null> {
  const { data, text } = await ask(server, `query ($id: ID!) { missionLeg(id: $id) { consultation { ${OPINIONS} } } }`, { id: leg }, headers);
  if (!data) throw new Error(text);
  return (data.missionLeg as { consultation: Consulted | null } | null)?.consultation ?? null;
}

interface Given { readonly service?: string; readonly answer?: string; readonly remark?: string; readonly version?: number; readonly purposeVersion?: number; readonly reason?: string }

function told({ data, code, text }: Answer): string {
  if (!data) return code ?? text;
  const { outcome, faults } = Object.values(data)[0] as { outcome: string; faults: readonly { field: string; fault: string }[] };
  return [outcome, ...faults.map(({ field, fault }) => `${field} ${fault}`)].join(' ');
}

/** Gives an opinion; with a `reason` notes one. What comes of it, with what is wrong. */
export async function give(server: TestServer, headers: Cookies, consultation: string, { service = 'SCAC', answer = 'AGREED', remark = '', version = 1, purposeVersion = 1, reason }: Given = {}): Promise<string> {
  const input = { service, answer, remark, version, purposeVersion };
  if (reason === undefined) return told(await ask(server, 'mutation ($id: ID!, $input: OpinionInput!) { giveOpinion(id: $id, input: $input) { outcome faults { field fault } } }', { id: consultation, input }, headers));
  return told(await ask(server, 'mutation ($id: ID!, $input: OpinionInput!, $reason: String!) { noteOpinion(id: $id, input: $input, reason: $reason) { outcome faults { field fault } } }', { id: consultation, input, reason }, headers));
}

/** Takes a step; `terms` of consulting. The outcome with the faults, each with the country of its leg. */
export async function stepWith(server: TestServer, headers: Cookies, name: string, id: string, terms = ''): Promise<string> {
  const { data } = await ask(server, 'query ($id: ID!) { mission(id: $id) { version legs { id country { code } } } }', { id }, headers);
  const mission = data?.mission as { version: number; legs: { id: string; country: { code: string } }[] } | null;
  const answer = await ask(server, `mutation ($id: ID!, $version: Int!) { ${name}(id: $id, version: $version${terms}) { outcome faults { field fault leg } } }`, { id, version: mission?.version ?? 0 }, headers);
  if (!answer.data) return answer.code ?? answer.text;
  const { outcome, faults } = Object.values(answer.data)[0] as { outcome: string; faults: readonly { field: string; fault: string; leg: string | null }[] };
  return [outcome, ...faults.map(({ field, fault, leg }) => [field, fault, mission!.legs.find((one) => one.id === leg)?.country.code].filter(Boolean).join(' '))].join(' ');
}

/** Has the last day of a consultation be over. */
export const passDeadline = (server: TestServer, consultation: string): Promise<unknown> => owner(server, `update consultation set due_at = now() - interval '1 minute' where uuid = ?`, [consultation.slice(consultation.indexOf('_') + 1)]);
