/** Links, rules of borders and prices of interpreting by the API, in tests. */
import { randomUUID } from 'node:crypto';
import { ask, type TestServer } from '../../test/http/harness.ts';

export type Cookies = Readonly<Record<string, string>>;
type Given = Readonly<Record<string, unknown>>;
type Sent = Given & { readonly code?: string; readonly version?: number; readonly known?: Given };

/** What comes back of a change. */
export interface Told {
  readonly code: string;
  readonly outcome: string | undefined;
  readonly faults: readonly { readonly field: string; readonly fault: string; readonly maximum: number | null }[];
  /** Of a refusal before anything was answered. */
  readonly refused: string | undefined;
}

export const KNOWN = { validFrom: '2098-01-01', validUntil: null, source: 'Fahrplan (erfunden)', sourceUrl: 'https://passerelle.example/fahrplan', checkedOn: '2026-01-01' };

const LINK = {
  fromCity: 'paris', toCity: 'belgrade', mode: 'FLIGHT', hasService: true, minutes: 165, fareCents: 19_500, seats: null, weekdays: [5, 1], departures: ['17:20', '06:40'], firstDeparture: null, lastDeparture: null, countryCodes: ['FR', 'RS'], isRest: false, isOffered: true,
};

async function told(server: TestServer, headers: Cookies, [document, variables]: readonly [string, Given & { readonly code: string }]): Promise<Told> {
  const { data, code } = await ask(server, document, variables, headers);
  const { outcome, faults = [] } = ((data ? Object.values(data)[0] : undefined) ?? {}) as Partial<Told>;
  return { code: variables.code, outcome, faults, refused: data ? undefined : (code ?? undefined) };
}

async function save(server: TestServer, headers: Cookies, [name, type, whole]: readonly [string, string, Given], { code = randomUUID(), version = 0, known, ...given }: Sent): Promise<Told> {
  const document = `mutation ($code: String!, $version: Int!, $input: ${type}!) { ${name}(code: $code, version: $version, input: $input) { outcome faults { field fault maximum } } }`;
  return told(server, headers, [document, { code, version, input: { ...whole, ...given, known: { ...KNOWN, ...known } } }]);
}

/** Enters a flight from Paris to Belgrade on Mondays and Fridays from 2098 on, unless said otherwise. */
export const saveLink = (server: TestServer, headers: Cookies, given: Sent = {}): Promise<Told> => save(server, headers, ['saveTravelLink', 'TravelLinkInput', LINK], given);
/** Enters that who comes to Albania from elsewhere than Greece is not let into Montenegro, which is invented. */
export const saveBorderRule = (server: TestServer, headers: Cookies, given: Sent = {}): Promise<Told> => save(server, headers, ['saveBorderRule', 'BorderRuleInput', { fromCountry: 'AL', toCountry: 'ME', unlessEnteredFrom: ['GR'] }], given);

/** Enters that somebody interprets Albanian in Kosovo for 300 euros a day, two at most, unless said otherwise. */
export const saveInterpretation = (server: TestServer, headers: Cookies, given: Sent = {}): Promise<Told> => save(server, headers, ['saveInterpretation', 'InterpretationInput', { language: 'sq', country: 'XK', per: 'DAY', priceCents: 30_000, people: 2 }], given);

/** Enters that Kosovo works from eight to four on workdays, unless said otherwise. */
export const saveHours = (server: TestServer, headers: Cookies, given: Sent = {}): Promise<Told> => save(server, headers, ['saveCountryHours', 'CountryHoursInput', { country: 'XK', weekdays: [5, 1, 2, 3, 4], fromHour: '08:00', untilHour: '16:00' }], given);

/** Removes what was read at `version`. */
export const removeFact = (server: TestServer, headers: Cookies, kind: 'LINK' | 'BORDER_RULE' | 'INTERPRETATION' | 'HOURS', [code, version]: readonly [string, number]): Promise<Told> =>
  told(server, headers, ['mutation ($kind: TravelKind!, $code: String!, $version: Int!) { removeTravelFact(kind: $kind, code: $code, version: $version) { outcome faults { field fault maximum } } }', { kind, code, version }]);
