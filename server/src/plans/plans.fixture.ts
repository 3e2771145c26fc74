/** What the tests of plans share: what people ask and read by the API. */
import { randomUUID } from 'node:crypto';
import { vi } from 'vitest';
import { ask, type TestServer } from '../../test/http/harness.ts';

type Cookies = Readonly<Record<string, string>>;
type Given = Readonly<Record<string, unknown>>;

/** The invented mission to Sarajevo, Belgrade and Pristina. */
export const MISSION_KEY = '6f1c8b3e-52d7-4c0a-9e41-7ab0d2c95e10';
export const MISSION = `Mission_${MISSION_KEY}`;

export interface Search {
  readonly id: string;
  readonly key: string;
  readonly state: string;
  readonly reason: string | null;
  readonly isSolved: boolean;
  readonly isOptimal: boolean;
  readonly openPercent: number | null;
  readonly work: number;
  readonly version: number;
  readonly problemHash: string;
  readonly value: readonly { readonly goal: string; readonly value: number; readonly bound: number | null; readonly isProved: boolean }[];
  readonly plan: null | { readonly nights: number; readonly countries: readonly string[]; readonly [field: string]: unknown };
  readonly can: { readonly stop: boolean };
}

export interface Back {
  readonly outcome: string;
  /** What is fixed of what is not there any more; not there of other mutations. */
  readonly gone?: readonly { readonly pin: string; readonly meetingKey: string | null; readonly personKey: string | null }[];
  readonly search: Search | null;
}

export const FIELDS = `id key state reason isSolved isOptimal openPercent work version problemHash value { goal value bound isProved } plan { nights countries meetings { meetingKey } } can { stop }`;

async function back(server: TestServer, headers: Cookies, document: string, variables: Given): Promise<Back> {
  const { data, code, text } = await ask(server, document, variables, headers);
  if (!data) throw new Error(code ?? text);
  return Object.values(data)[0] as Back;
}

/** Asks for a plan. */
export const searchPlan = (server: TestServer, headers: Cookies, { mission = MISSION, key = randomUUID(), ...settings }: Given & { readonly mission?: string; readonly key?: string } = {}): Promise<Back> =>
  back(server, headers, `mutation ($mission: ID!, $key: UUID!, $settings: PlanSettingsInput) { searchPlan(mission: $mission, key: $key, settings: $settings) { outcome gone { pin meetingKey personKey } search { ${FIELDS} } } }`, { mission, key, settings });

/** Stops a search. */
export const stopPlanSearch = (server: TestServer, headers: Cookies, id: string): Promise<Back> => back(server, headers, `mutation ($id: ID!) { stopPlanSearch(id: $id) { outcome search { ${FIELDS} } } }`, { id });

/** A search as somebody sees it. */
export async function readSearch<S = Search>(server: TestServer, headers: Cookies, id: string, fields = FIELDS): Promise<S | null> {
  const { data, text } = await ask(server, `query ($id: ID!) { planSearch(id: $id) { ${fields} } }`, { id }, headers);
  if (!data) throw new Error(text);
  return data.planSearch as S | null;
}

/** A search once it is over. */
export const whenOver = (server: TestServer, headers: Cookies, id: string): Promise<Search> =>
  vi.waitUntil(async () => {
    const search = await readSearch(server, headers, id);
    return search && !['QUEUED', 'RUNNING'].includes(search.state) && search;
  }, { timeout: 120_000, interval: 250 }) as Promise<Search>;
