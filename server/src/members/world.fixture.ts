/** What the tests of the members share: mails as they were written, and what people do by the API. */
import { randomUUID } from 'node:crypto';
import { type Answer, ask, type TestServer } from '../../test/http/harness.ts';

export type Cookies = Record<string, string>;

/** Runs a statement as the owner of the tables. */
export const owner = <T = Record<string, unknown>>(server: TestServer, text: string, values: unknown[] = []): Promise<T[]> => server.database.orm.em.fork().execute<T[]>(text, values);

export interface WrittenMail {
  readonly recipient: string;
  readonly locale: string;
  readonly template: string;
  readonly subject: string;
  readonly text: string;
}

/** The mails to an address, the latest first. */
export function mailsTo(server: TestServer, recipient: string): Promise<WrittenMail[]> {
  return owner<WrittenMail>(server, 'select recipient, locale, template, subject, text from mail where recipient = ? order by created_at desc, uuid desc', [recipient]);
}

/** The secret in the latest mail to an address. */
export async function secretTo(server: TestServer, recipient: string): Promise<string> {
  const [mail] = await mailsTo(server, recipient);
  return /#([\w-]{32})\n/.exec(mail!.text)![1]!;
}

/** The outcome that a mutation tells, or the code of its error. */
export function outcomeOf(answer: Answer): unknown {
  const [payload] = Object.values(answer.data ?? {}) as ({ outcome?: string } | null)[];
  return answer.code ?? payload?.outcome;
}

/** An organisation of a country, by its slug. */
export async function ngoOf(server: TestServer, country: string): Promise<string> {
  const [row] = await owner<{ slug: string }>(server, `select max(slug) as slug from organisation where kind = 'NGO' and country_code = ? and is_published`, [country]);
  return row!.slug;
}

export interface Invited {
  readonly email: string;
  readonly role: string;
  readonly country?: string;
  readonly organisation?: string;
  readonly locale?: string;
  readonly submission?: string;
}

/** Invites somebody. */
export function invite(server: TestServer, headers: Cookies, { organisation, ...input }: Invited): Promise<Answer> {
  const given = { name: 'Somebody', locale: 'fr', submission: randomUUID(), ...input, ...(organisation && { organisation: `Organisation_${organisation}` }) };
  return ask(server, 'mutation ($input: InviteMemberInput!) { inviteMember(input: $input) { outcome days } }', { input: given }, headers);
}

/** Accepts an invitation. */
export function accept(server: TestServer, secret: string, headers: Cookies = {}): Promise<Answer> {
  return ask(server, 'mutation ($secret: String!) { acceptInvitation(secret: $secret) { outcome isSignedIn } }', { secret }, headers);
}

/** The cookie that an answer brings, as a browser sends it back. */
export function cookieOf(answer: Answer): Cookies {
  return { cookie: answer.headers.getSetCookie()[0]!.split(';', 1)[0]! };
}

/** Does something with what has an id. */
export function act(server: Pick<TestServer, 'address'>, headers: Cookies, name: string, id: string, extra = ''): Promise<Answer> {
  return ask(server, `mutation ($id: ID!) { ${name}(id: $id${extra}) { outcome } }`, { id }, headers);
}
