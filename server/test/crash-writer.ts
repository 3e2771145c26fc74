/** Somebody who works while the server is killed: they prepare one session after the other, and send again what was not answered. */
import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';

const CREATE = `mutation ($key: UUID!, $input: SessionInput!) { createSession(key: $key, input: $input) { outcome session { id } } }`;
const DRAFTS = 'query ($after: String) { trainingSessions(first: 100, after: $after, filter: { states: [DRAFT] }) { nodes { id title { text } } pageInfo { hasNextPage endCursor } } }';
/** What begins the titles of all that is written here. */
const OWN = 'Written before the end';
/** An answer that takes longer is none. */
const PATIENCE = 5_000;

interface Created {
  readonly createSession: { readonly outcome: string; readonly session: { readonly id: string } | null };
}

interface Page {
  readonly trainingSessions: { readonly nodes: readonly { readonly id: string; readonly title: { readonly text: string } }[]; readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null } };
}

interface Asked {
  readonly data: unknown;
  readonly cookie: string | undefined;
}

/** An error in the place of an answer, by its code. */
class Refusal extends Error {
  override readonly name = 'Refusal';
}

/** Asks the server at an address, whoever it is. Throws when no answer comes, or one with an error. */
async function ask(address: string, query: string, variables: object = {}, cookie = ''): Promise<Asked> {
  const response = await fetch(`${address}/graphql?locale=en`, {
    method: 'POST', headers: { 'content-type': 'application/json', ...(cookie && { cookie }) }, body: JSON.stringify({ query, variables }), signal: AbortSignal.timeout(PATIENCE),
  });
  const { data, errors } = (await response.json()) as { data?: unknown; errors?: readonly { readonly extensions: { readonly code: string } }[] };
  if (errors) throw new Refusal(errors[0]!.extensions.code);
  return { data, cookie: response.headers.getSetCookie()[0]?.split(';', 1)[0] };
}

/** The cookie of the adviser of the demonstration, by the link in the mail that the site shows. */
export async function signIn(address: string): Promise<string> {
  const email = 'adviser@passerelle.example';
  await ask(address, 'mutation ($email: EmailAddress!) { requestSignInLink(email: $email) { minutes } }', { email });
  for (;;) {
    const { localMailbox } = (await ask(address, '{ localMailbox { to text } }')).data as { localMailbox: { to: string; text: string | null }[] };
    const secret = localMailbox.find(({ to }) => to === email)?.text?.match(/\/sign-in\/confirm#(\S+)/)?.[1];
    if (secret) return (await ask(address, 'mutation ($secret: String!) { confirmSignIn(secret: $secret) { isSignedIn } }', { secret })).cookie!;
    await wait(50);
  }
}

/** A key without a digit: the digits of one in some hundreds look like those of an identity document, which no text may hold. */
const inLetters = (key: string): string => key.replaceAll(/\d/g, (digit) => 'ghijklmnop'[Number(digit)]!);

export class Writer {
  /** Where the server is: another port after each start. */
  address: string;
  /** The titles of what the server has said is stored, by the id it was given. */
  readonly stored = new Map<string, string>();
  /** How often no answer came, or an error in its place. */
  unanswered = 0;
  /** The codes of the errors that came in the place of an answer. */
  readonly refusals = new Set<string>();
  readonly #cookie: string;
  #isAtWork = false;
  #work: Promise<void> = Promise.resolve();

  constructor(address: string, cookie: string) {
    this.address = address;
    this.#cookie = cookie;
  }

  begin(): void {
    this.#isAtWork = true;
    this.#work = this.#write();
  }

  /** Ends once what was begun is answered. */
  async end(): Promise<void> {
    this.#isAtWork = false;
    await this.#work;
  }

  async #write(): Promise<void> {
    while (this.#isAtWork) await this.#prepare(randomUUID());
  }

  /** Prepares a session, however often it has to be sent. */
  async #prepare(key: string): Promise<void> {
    const title = `${OWN} ${inLetters(key)}`;
    const input = {
      sourceLocale: 'en', title, summary: '', programme: [], theme: 'IDENTIFICATION', audiences: ['POLICE'], format: 'ON_SITE', country: 'AL', town: 'Tirana', timeZone: 'Europe/Tirane',
      starts: `${new Date().getFullYear() + 1}-06-01T09:00`, ends: `${new Date().getFullYear() + 1}-06-02T17:00`, registrationUntil: null, places: 20, needsValidation: true, trainers: [],
      workingLanguages: ['fr'], interpretation: [],
    };
    for (;;) {
      try {
        const { createSession: { outcome, session } } = (await ask(this.address, CREATE, { key, input }, this.#cookie)).data as Created;
        if (outcome !== 'DONE') throw new TypeError(`A session was not made: ${outcome}`);
        this.stored.set(session!.id, title);
        return;
      } catch (error) {
        // What is refused is no fault of the kill.
        if (error instanceof TypeError && error.message.startsWith('A session')) throw error;
        this.unanswered += 1;
        if (error instanceof Refusal) this.refusals.add(error.message);
        await wait(100);
      }
    }
  }

  /** The titles of all that is there of what was written here, by its id. */
  async found(): Promise<Map<string, string>> {
    const found = new Map<string, string>();
    let after: string | null = null;
    do {
      const { trainingSessions: { nodes, pageInfo } } = (await ask(this.address, DRAFTS, { after }, this.#cookie)).data as Page;
      for (const { id, title } of nodes) if (title.text.startsWith(OWN)) found.set(id, title.text);
      after = pageInfo.hasNextPage ? pageInfo.endCursor : null;
    } while (after !== null);
    return found;
  }
}
