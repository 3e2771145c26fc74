/** What the tests of answers share: registering people with answers, and reading those. */
import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { vi } from 'vitest';
import { type Answer, post, type TestServer } from '../../test/http/harness.ts';
import { save } from '../questions/world.fixture.ts';
import { addSession, type Cookies, owner } from './world.fixture.ts';
import { untilWaiting, waiting } from '../../test/waiting.ts';

type Given = Readonly<Record<string, unknown>>;

const REGISTER = 'mutation ($input: RegisterParticipantsInput!) { registerParticipants(input: $input) { outcome people { email outcome } faults { person question fault maximum } } }';

export interface Registering {
  readonly session: string;
  readonly organisation: string;
  /** The answers of each, by their addresses. */
  readonly people: Readonly<Record<string, readonly Given[]>>;
  readonly submission?: string;
  readonly locale?: string;
}

/** What is sent of it. */
export const registerInputOf = ({ session, organisation, people, submission = randomUUID() }: Registering) => ({
  session: `TrainingSession_${session}`, organisation: `Organisation_${organisation}`, submission, hasConsent: true,
  people: Object.entries(people).map(([email, answers]) => ({ name: 'Somebody', email, locale: 'mk', answers })),
});

/** Registers people with their answers. */
export function registerWith(server: TestServer, headers: Cookies, { locale = 'mk', ...given }: Registering): Promise<Answer> {
  const input = registerInputOf(given);
  return post(server, JSON.stringify({ query: REGISTER, variables: { input } }), headers, `/graphql?locale=${locale}`);
}

/** What came of it: the outcome, or the code of the error; and what is wrong. */
export function cameOf(answer: Answer): string {
  const told = answer.data?.registerParticipants as { outcome: string; faults: { person: number; question: string; fault: string }[] } | undefined;
  return answer.code ?? [told!.outcome, ...told!.faults.map(({ person, fault }) => `${person} ${fault}`)].join(' ');
}

export interface Read {
  readonly question: { readonly label: { readonly text: string }; readonly edition: number; readonly kind: string } | null;
  readonly text: string | null;
  readonly locale: string | null;
  readonly choices: readonly { readonly code: string; readonly label: { readonly text: string } }[];
  readonly country: { readonly code: string } | null;
  readonly language: { readonly code: string } | null;
  readonly level: string | null;
  readonly day: string | null;
  readonly isYes: boolean | null;
  readonly needs: readonly string[] | null;
  readonly needsText: string | null;
}

/** The answers of a registration as somebody sees them, by any path; null where they see no registration. */
export async function answersOf(server: TestServer, headers: Cookies, registration: string, locale = 'fr'): Promise<readonly Read[] | null> {
  const fields = 'answers { question { label { text } edition kind } text locale choices { code label { text } } country { code } language { code } level day isYes needs needsText }';
  const query = `query ($id: ID!) { node(id: $id) { ... on Registration { ${fields} } } }`;
  const answer = await post(server, JSON.stringify({ query, variables: { id: `Registration_${registration}` } }), headers, `/graphql?locale=${locale}`);
  return (answer.data!.node as { answers: Read[] } | null)?.answers ?? null;
}

/**
 * Has the adviser change a question while somebody is registered who has answered it: the form was read, and what else is looked at is
 * somebody else’s for a moment, so that nothing is kept yet. When the change was done, what came of registering, and what stands at the answer.
 */
export async function meanwhile(server: TestServer, { adviser, coordinator, organisation }: Readonly<Record<'adviser' | 'coordinator', Cookies>> & { readonly organisation: string }): Promise<{ saved: 'before' | 'after'; outcome: string; labels: string[] }> {
  const session = await addSession(server, { places: 5, inDays: 77 });
  const { key, session: now } = await save(server, adviser, session);
  const holder = new pg.Client({ connectionString: server.database.owner });
  await holder.connect();
  try {
    await holder.query('begin');
    // Whoever looks at answers waits for this, and has read the form by then; who changes a question does not.
    await holder.query('lock table language in access exclusive mode');
    const registering = registerWith(server, coordinator, { session, organisation, people: { 'meanwhile@ngo.example': [{ question: now!.questions[0]!.id, text: 'Прво' }] } }).then(cameOf);
    await untilWaiting(server.database);
    let saved: 'before' | 'after' = 'after';
    let isHeld = true;
    const saving = save(server, adviser, session, { key, version: 1, label: 'Друго' }).then(() => {
      if (isHeld) saved = 'before';
    });
    // Nothing is asked of the database once it is known: it may be gone by then.
    await vi.waitUntil(async () => saved === 'before' || (await waiting(server.database)) >= 2, { timeout: 20_000 });
    isHeld = false;
    await holder.query('commit');
    const [outcome] = await Promise.all([registering, saving]);
    const rows = await owner<{ label: string }>(server, `select x.label from registration_answer a join form_question q on q.uuid = a.question_uuid join form_question_translation x on x.question_uuid = q.uuid where q.session_uuid = ?`, [session]);
    return { saved, outcome, labels: rows.map(({ label }) => label) };
  } finally {
    await holder.end();
  }
}
