/** What the tests of proposals share: what experts propose and the adviser decides, by the API. */
import { randomUUID } from 'node:crypto';
import { ask, type TestServer } from '../../test/http/harness.ts';
import { owner } from '../registrations/world.fixture.ts';
import { SHEET } from './world.fixture.ts';

type Headers = Readonly<Record<string, string>>;
type At = TestServer;

const { sourceLocale, name, profession, corps, institution, summary, languages, themes, countries } = SHEET;
/** What stands on the sheet of the fixture, as far as an expert proposes it. */
export const PROPOSED = { sourceLocale, name, profession, corps, institution, summary, languages, themes, countries } as const;

const CONTENT = 'sourceLocale name profession corps institution summary languages { language level } themes countries';
const PROPOSAL = `key version sheetVersion decidedAt fields reasonLocale base { ${CONTENT} } content { ${CONTENT} } decisions { field isTaken reason }`;
const BACK = `outcome faults { field fault maximum } expert { id sheet { version name corps proposal { ${PROPOSAL} } } }`;

export interface SeenProposal {
  readonly key: string;
  readonly version: number;
  readonly sheetVersion: number;
  readonly decidedAt: string | null;
  readonly fields: readonly string[];
  readonly reasonLocale: string | null;
  readonly base: Readonly<Record<keyof typeof PROPOSED, unknown>>;
  readonly content: Readonly<Record<keyof typeof PROPOSED, unknown>>;
  readonly decisions: readonly { readonly field: string; readonly isTaken: boolean; readonly reason: string | null }[] | null;
}

export interface ProposalBack {
  readonly outcome: string;
  readonly faults: readonly { readonly field: string; readonly fault: string; readonly maximum: number | null }[];
  readonly expert: { readonly id: string; readonly sheet: { readonly version: number; readonly name: string; readonly corps: string | null; readonly proposal: SeenProposal | null } | null } | null;
  readonly code: string | undefined;
}

async function back(server: At, document: string, variables: object, headers: Headers): Promise<ProposalBack> {
  const { data, code } = await ask(server, document, variables as never, headers as never);
  return { ...(data ? (Object.values(data)[0] as ProposalBack) : ({} as ProposalBack)), code };
}

/** Proposes the sheet of the fixture with `changes`. */
export function propose(server: At, headers: Headers, { key = randomUUID() as string, version = 0, sheetVersion = 1, ...changes }: Readonly<Record<string, unknown>> & { readonly key?: string; readonly version?: number; readonly sheetVersion?: number } = {}): Promise<ProposalBack> {
  return back(server, `mutation ($key: UUID!, $version: Int!, $sheetVersion: Int!, $input: SheetProposalInput!) { proposeSheet(key: $key, version: $version, sheetVersion: $sheetVersion, input: $input) { ${BACK} } }`, { key, version, sheetVersion, input: { ...PROPOSED, ...changes } }, headers);
}

export function withdraw(server: At, headers: Headers, key: string, version = 1): Promise<ProposalBack> {
  return back(server, `mutation ($key: UUID!, $version: Int!) { withdrawSheetProposal(key: $key, version: $version) { ${BACK} } }`, { key, version }, headers);
}

/** By field: taken, or why not. */
export type Decided = Readonly<Record<string, true | string | null>>;

export function decide(server: At, headers: Headers, key: string, decided: Decided, { version = 1, sheetVersion = 1, locale = 'fr' } = {}): Promise<ProposalBack> {
  const decisions = Object.entries(decided).map(([field, one]) => ({ field, isTaken: one === true, reason: one === true ? null : one }));
  return back(server, `mutation ($key: UUID!, $input: DecideSheetProposalInput!) { decideSheetProposal(key: $key, input: $input) { ${BACK} } }`, { key, input: { version, sheetVersion, decisions, locale } }, headers);
}

/** A sheet that says what the fixture says, which belongs to the account of whoever has the address: its key. One that they had before belongs to nobody any more. */
export async function sheetOf(server: Pick<TestServer, 'database'>, email: string): Promise<string> {
  const key = randomUUID();
  await owner(server, 'update expert set person_id = null where person_id = (select id from person where email = ?)', [email]);
  await owner(server, `do $body$ begin
    insert into expert (uuid, source_locale, name, profession_code, corps, institution_code, person_id, is_demonstration) select '${key}', 'fr', '${PROPOSED.name}', 'JUDGE', '${PROPOSED.corps}', 'ENM', id, is_demonstration from person where email = '${email}';
    insert into expert_translation (expert_uuid, locale, summary) values ('${key}', 'fr', '${PROPOSED.summary}');
    insert into expert_language (expert_uuid, language_code, level) values ('${key}', 'fr', 'NATIVE'), ('${key}', 'el', 'C1');
    insert into expert_theme (expert_uuid, theme_code) values ('${key}', 'PROSECUTION'), ('${key}', 'ASSISTANCE');
    insert into expert_country (expert_uuid, country_code) values ('${key}', 'GR'), ('${key}', 'AL');
  end $body$`);
  return key;
}

/** What the expert of this sheet proposes without having sent it, another corps: its key. */
export async function proposalOf(server: Pick<TestServer, 'database'>, expert: string): Promise<string> {
  const key = randomUUID();
  await owner(server, `insert into expert_proposal (uuid, expert_uuid, sheet_version, base, content)
    select ?, e.uuid, e.version, b.base, b.base || '{"corps": "Corps d’essai"}' from expert e join expert_translation x on x.expert_uuid = e.uuid and x.locale = e.source_locale cross join lateral (select jsonb_build_object(
      'sourceLocale', e.source_locale, 'name', e.name, 'profession', e.profession_code, 'corps', e.corps, 'institution', e.institution_code, 'summary', x.summary, 'languages', '[]'::jsonb, 'themes', '[]'::jsonb, 'countries', '[]'::jsonb) as base) b where e.uuid = ?`, [key, expert]);
  return key;
}
