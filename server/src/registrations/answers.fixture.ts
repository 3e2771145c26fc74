/** What the tests of answers share: registering people with answers, and reading those. */
import { randomUUID } from 'node:crypto';
import { type Answer, post, type TestServer } from '../../test/http/harness.ts';
import type { Cookies } from './world.fixture.ts';

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

/** Registers people with their answers. */
export function registerWith(server: TestServer, headers: Cookies, { session, organisation, people, submission = randomUUID(), locale = 'mk' }: Registering): Promise<Answer> {
  const input = {
    session: `TrainingSession_${session}`, organisation: `Organisation_${organisation}`, submission, hasConsent: true,
    people: Object.entries(people).map(([email, answers]) => ({ name: 'Somebody', email, locale: 'mk', answers })),
  };
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
