/** What the tests of entering experts share: what people do with sheets by the API. */
import { randomUUID } from 'node:crypto';
import { type Answer, ask, post, type TestServer } from '../../test/http/harness.ts';

type Given = Readonly<Record<string, unknown>>;
export type Cookies = Record<string, string>;

/** A magistrate, in French, of whom nothing is open. */
export const SHEET = {
  sourceLocale: 'fr', name: 'Ariane Quasimodo', profession: 'JUDGE', corps: 'Corps judiciaire', institution: 'ENM', summary: 'Forme des magistrats.',
  languages: [{ language: 'fr', level: 'NATIVE' }, { language: 'el', level: 'C1' }], themes: ['PROSECUTION', 'ASSISTANCE'], countries: ['GR', 'AL'],
  vouchedBy: 'Ministère de la Justice', vouchedSince: '2024-05-01', contact: { email: 'Ariane@expert.example', locale: 'el' },
} as const;

const WHOLE = `id corps profession { code } summary { text locale isFallback isOutdated } languages { language { code } level } themes { code } countries { code } vouchedBy vouchedSince isDemonstration
  sheet { version name corps profession { code } institution { code } nameVisibility institutionVisibility emailVisibility consentedOn chosenAt vouchedBy vouchedSince contact { email locale } texts { locale summary isSource isOutdated } can { edit remove bind } }`;
const BACK = `outcome faults { field fault maximum } expert { ${WHOLE} }`;

export interface Entered {
  readonly id: string;
  readonly corps: string | null;
  readonly profession: { readonly code: string };
  readonly summary: { readonly text: string; readonly locale: string; readonly isFallback: boolean; readonly isOutdated: boolean };
  readonly languages: readonly { readonly language: { readonly code: string }; readonly level: string }[];
  readonly themes: readonly { readonly code: string }[];
  readonly countries: readonly { readonly code: string }[];
  readonly vouchedBy: string | null;
  readonly vouchedSince: string | null;
  readonly isDemonstration: boolean;
  readonly sheet: {
    readonly version: number;
    readonly name: string;
    readonly nameVisibility: string;
    readonly institutionVisibility: string;
    readonly emailVisibility: string;
    readonly consentedOn: string | null;
    readonly chosenAt: string | null;
    readonly contact: { readonly email: string; readonly locale: string } | null;
    readonly texts: readonly { readonly locale: string; readonly summary: string; readonly isSource: boolean; readonly isOutdated: boolean }[];
    readonly can: { readonly edit: boolean; readonly remove: boolean; readonly bind: boolean };
  } | null;
}

export interface Back {
  readonly outcome: string;
  readonly faults: readonly { readonly field: string; readonly fault: string; readonly maximum: number | null }[];
  readonly expert: Entered | null;
}

function backOf(answer: Answer): Back {
  if (!answer.data) throw new Error(answer.code ?? answer.text);
  return Object.values(answer.data)[0] as Back;
}

/** Enters the expert above, with `changes`, under a key. */
export async function create(server: TestServer, headers: Cookies, { key = randomUUID(), ...changes }: Given & { readonly key?: string } = {}): Promise<Back> {
  return backOf(await ask(server, `mutation ($key: UUID!, $input: ExpertInput!) { createExpert(key: $key, input: $input) { ${BACK} } }`, { key, input: { ...SHEET, ...changes } }, headers));
}

/** Changes the sheet of an expert, which was read at `version`: the one above with `changes`. */
export async function update(server: TestServer, headers: Cookies, id: string, version: number, changes: Given = {}): Promise<Back> {
  return backOf(await ask(server, `mutation ($id: ID!, $version: Int!, $input: ExpertInput!) { updateExpert(id: $id, version: $version, input: $input) { ${BACK} } }`, { id, version, input: { ...SHEET, ...changes } }, headers));
}

/** Says an expert in another language. */
export async function translate(server: TestServer, headers: Cookies, id: string, version: number, texts: { readonly locale: string; readonly summary: string }): Promise<Back> {
  return backOf(await ask(server, `mutation ($id: ID!, $version: Int!, $texts: ExpertTextsInput!) { translateExpert(id: $id, version: $version, texts: $texts) { ${BACK} } }`, { id, version, texts }, headers));
}

/** Takes the sheet of an expert away, which was read at `version`. */
export async function remove(server: TestServer, headers: Cookies, id: string, version = 1): Promise<Back> {
  return backOf(await ask(server, `mutation ($id: ID!, $version: Int!) { removeExpert(id: $id, version: $version) { ${BACK} } }`, { id, version }, headers));
}

/** An expert as somebody sees them in a language. */
export async function seen(server: TestServer, headers: Cookies | undefined, id: string, locale = 'fr'): Promise<Entered | null> {
  const { data } = await post(server, JSON.stringify({ query: `query ($id: ID!) { expert(id: $id) { ${WHOLE} } }`, variables: { id } }), headers, `/graphql?locale=${locale}`);
  return (data!.expert ?? null) as Entered | null;
}

/** The outcome, with what is wrong where something is. */
export const told = ({ outcome, faults }: Pick<Back, 'outcome' | 'faults'>): string => [outcome, ...faults.map(({ field, fault }) => `${field} ${fault}`)].join(' ');
