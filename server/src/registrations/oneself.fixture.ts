/** What tests of registering oneself share: an expert with a sheet, and what people do by the API. */
import { randomUUID } from 'node:crypto';
import { type Answer, ask, type TestServer } from '../../test/http/harness.ts';
import { PEOPLE } from '../../test/permissions/roles.ts';
import { type Cookies, owner } from './world.fixture.ts';

/** The sheet of the expert: they know Serbia and Albania. Gives the code of their profession. */
export async function sheetOfExpert(server: Pick<TestServer, 'database'>): Promise<string> {
  await owner(server, 'update expert set person_id = null');
  const [sheet] = await owner<{ uuid: string; profession: string }>(server, 'update expert set person_id = (select id from person where email = ?) where uuid = (select min(uuid::text)::uuid from expert) returning uuid, profession_code as profession', [PEOPLE.expert]);
  await owner(server, 'delete from expert_country where expert_uuid = ?', [sheet!.uuid]);
  for (const country of ['RS', 'AL']) await owner(server, 'insert into expert_country (expert_uuid, country_code) values (?, ?)', [sheet!.uuid, country]);
  return sheet!.profession;
}

export interface Oneself {
  readonly session: string;
  /** A slug. */
  readonly organisation?: string;
  readonly country?: string;
  readonly profession?: string;
  readonly mode?: string;
  readonly submission?: string;
  readonly showsName?: boolean;
}

const REGISTER = 'mutation ($input: RegisterMyselfInput!) { registerMyself(input: $input) { outcome registered { email outcome position passedOver } faults { question fault } } }';

export interface ToldMyself {
  readonly outcome: string;
  readonly registered: { readonly email: string; readonly outcome: string; readonly position: number | null; readonly passedOver: string | null } | null;
}

/** Registers who asks: what came of it. */
export async function registerMyself(server: { readonly address: string }, headers: Cookies, { session, organisation, country = 'RS', profession, mode, submission = randomUUID(), showsName }: Oneself): Promise<ToldMyself> {
  const answer: Answer = await ask(server, REGISTER, {
    input: { session: `TrainingSession_${session}`, organisation: organisation ? `Organisation_${organisation}` : null, country, submission, ...(profession && { profession }), ...(mode && { mode }), ...(showsName && { showsName }) },
  }, headers);
  if (answer.code) throw new Error(answer.text);
  return answer.data!.registerMyself as ToldMyself;
}

/** The same, in a word: the outcome of who was registered, else that of the whole. */
export async function outcomeOf(server: { readonly address: string }, headers: Cookies, wanted: Oneself): Promise<string> {
  const { outcome, registered } = await registerMyself(server, headers, wanted);
  return registered?.outcome ?? outcome;
}
