/** What the tests of costs share: what the adviser does with rates, costs and journeys by the API. */
import { randomUUID } from 'node:crypto';
import { ask, type TestServer } from '../../test/http/harness.ts';

type Given = Readonly<Record<string, unknown>>;
type Cookies = Record<string, string>;

export interface Line {
  readonly key: string;
  readonly kind: string;
  readonly version: number;
  readonly isComputed: boolean;
  readonly memberKey: string | null;
  readonly legKey: string | null;
  readonly travelKey: string | null;
  readonly label: string | null;
  readonly nights: number | null;
  readonly lunches: number | null;
  readonly dinners: number | null;
  readonly unitCents: number | null;
  readonly currency: string | null;
  readonly plannedCents: number | null;
  readonly actualCents: number | null;
  readonly basis: Readonly<Record<string, string | number | boolean | null>>;
}

export interface Journey {
  readonly key: string;
  readonly version: number;
  readonly mode: string;
  readonly fromCity: { readonly code: string };
  readonly departsAt: string;
  readonly travellers: readonly string[];
}

export interface CostBack {
  readonly key: string;
  readonly outcome: string;
  readonly faults: readonly { readonly field: string; readonly fault: string; readonly maximum: number | null }[];
  readonly mission: { readonly id: string; readonly budget: Budget; readonly costs: readonly Line[]; readonly journeys: readonly Journey[] } | null;
}

interface Budget {
  readonly plannedCents: number;
  readonly expectedCents: number;
  readonly actualCents: number;
  readonly unknownLines: number;
  readonly can: { readonly edit: boolean; readonly travel: boolean };
}

const BASIS = 'arrivesAt leavesAt since until isLodgingProvided lunchesProvided dinnersProvided rule ruleFrom ruleSource nightPermille nightFrom nightUntil isNightWhole lunchPermille lunchFrom lunchUntil dinnerPermille dinnerFrom dinnerUntil rateFrom rateSource micros exchangeFrom exchangeSource';
export const MONEY = `id budget { plannedCents expectedCents actualCents unknownLines can { edit travel } }
  costs { key kind version isComputed memberKey legKey travelKey label nights lunches dinners unitCents currency plannedCents actualCents basis { ${BASIS} } } journeys { key version mode fromCity { code } departsAt travellers }`;
const BACK = `outcome faults { field fault maximum } mission { ${MONEY} }`;

async function back<T>(server: TestServer, document: string, variables: Given, headers: Cookies): Promise<T> {
  const { data, code, text } = await ask(server, document, variables, headers);
  if (!data) throw new Error(code ?? text);
  return Object.values(data)[0] as T;
}

const SOURCE = { source: 'Arrêté (inventé)', sourceUrl: 'https://passerelle.example/arrete', readOn: '2026-01-01' };

type Sent = Given & { readonly key?: string; readonly version?: number };
type Told = Pick<CostBack, 'outcome' | 'faults'> & { readonly key: string };

async function basis(server: TestServer, headers: Cookies, [name, type]: readonly [string, string], { key = randomUUID(), version = 0, ...input }: Sent): Promise<Told> {
  const [argument, scalar] = name === 'saveAllowanceRule' ? ['code', 'String'] : ['key', 'UUID'];
  return { ...(await back<Told>(server, `mutation ($key: ${scalar}!, $version: Int!, $input: ${type}!) { ${name}(${argument}: $key, version: $version, input: $input) { outcome faults { field fault maximum } } }`, { key, version, input: { source: SOURCE, ...input } }, headers)), key };
}

/** Enters what a day in Serbia gives from 2098 on, unless said otherwise. */
export const saveRate = (server: TestServer, headers: Cookies, given: Sent = {}): Promise<Told> => basis(server, headers, ['saveAllowanceRate', 'AllowanceRateInput'], { country: 'RS', validFrom: '2098-01-01', centsPerDay: 15_000, currency: 'EUR', ...given });
/** Enters that a hundred forints are worth a quarter of a euro from 2098 on, unless said otherwise. */
export const saveExchange = (server: TestServer, headers: Cookies, given: Sent = {}): Promise<Told> => basis(server, headers, ['saveExchangeRate', 'ExchangeRateInput'], { currency: 'HUF', validFrom: '2098-01-01', micros: 2_500, ...given });
/** Enters a rule that gives half of a day for a night, from a day on. */
export const saveRule = (server: TestServer, headers: Cookies, given: Sent = {}): Promise<Told> => basis(server, headers, ['saveAllowanceRule', 'AllowanceRuleInput'], {
  validFrom: '2098-01-01', nightPermille: 500, nightFrom: '00:00', nightUntil: '05:00', isNightWhole: true, lunchPermille: 250, lunchFrom: '12:00', lunchUntil: '14:00', dinnerPermille: 250, dinnerFrom: '19:00', dinnerUntil: '21:00', ...given,
});

/** Removes a rate, an exchange or a rule that was read at `version`. */
export const removeBasis = (server: TestServer, headers: Cookies, kind: string, key: string, version: number): Promise<Told> =>
  back<Told>(server, 'mutation ($kind: AllowanceBasisKind!, $key: String!, $version: Int!) { removeAllowanceBasis(kind: $kind, key: $key, version: $version) { outcome faults { field fault maximum } } }', { kind, key, version }, headers);

/** Adds a fare of a mission, or changes a line that was read at `version`. */
export async function saveCost(server: TestServer, headers: Cookies, mission: string, { key = randomUUID(), version = 0, ...given }: Sent = {}): Promise<CostBack> {
  const input = { kind: 'FARE', label: 'Vol aller et retour', labelLocale: 'fr', unitCents: 42_000, currency: 'EUR', onDay: '2098-11-01', ...given };
  return { ...(await back<CostBack>(server, `mutation ($mission: ID!, $key: UUID!, $version: Int!, $input: MissionCostInput!) { saveMissionCost(mission: $mission, key: $key, version: $version, input: $input) { ${BACK} } }`, { mission, key, version, input }, headers)), key };
}

/** Says what a line that was read at `version` came to. */
export const noteActual = (server: TestServer, headers: Cookies, mission: string, [key, version, actualCents]: readonly [key: string, version: number, actualCents: number | null]): Promise<CostBack> =>
  back<CostBack>(server, `mutation ($mission: ID!, $key: UUID!, $version: Int!, $actualCents: Int) { noteActualCost(mission: $mission, key: $key, version: $version, actualCents: $actualCents) { ${BACK} } }`, { mission, key, version, actualCents }, headers);

/** Removes a line, or a journey, that was read at `version`. */
export const remove = (server: TestServer, headers: Cookies, mission: string, [what, key, version]: readonly [what: 'Cost' | 'Travel', key: string, version: number]): Promise<CostBack> =>
  back<CostBack>(server, `mutation ($mission: ID!, $key: UUID!, $version: Int!) { removeMission${what}(mission: $mission, key: $key, version: $version) { ${BACK} } }`, { mission, key, version }, headers);

/** Adds a flight from Paris to Belgrade on the morning of the ninth, or changes a journey that was read at `version`. */
export async function saveTravel(server: TestServer, headers: Cookies, mission: string, { key = randomUUID(), version = 0, ...given }: Sent = {}): Promise<CostBack> {
  const input = { mode: 'FLIGHT', fromCity: 'paris', toCity: 'belgrade', departsAt: '2098-11-09T06:30', arrivesAt: '2098-11-09T09:00', carrier: 'XX 100', travellers: [], ...given };
  return { ...(await back<CostBack>(server, `mutation ($mission: ID!, $key: UUID!, $version: Int!, $input: MissionTravelInput!) { saveMissionTravel(mission: $mission, key: $key, version: $version, input: $input) { ${BACK} } }`, { mission, key, version, input }, headers)), key };
}

/** The journeys and costs of a mission as somebody sees them; null where there is none for them. */
export const moneyOf = (server: TestServer, headers: Cookies, id: string): Promise<CostBack['mission']> => back<CostBack['mission']>(server, `query ($id: ID!) { mission(id: $id) { ${MONEY} } }`, { id }, headers);
