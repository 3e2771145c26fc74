/** What somebody finds of sessions and those who take part, by way of each session, its form, its people and its registrations. */
import { expect } from 'vitest';
import { ask, type TestServer } from '../http/harness.ts';
import type { Headers, Role } from './roles.ts';
import { SESSION_ROWS } from './session-rows.ts';

const bare = (id: string): string => id.slice(id.indexOf('_') + 1);

/** The rows of a type that a role sees, as a statement. */
export const due = (type: string, role: Role): string => `${SESSION_ROWS[type]!.rows} and ${SESSION_ROWS[type]!.to(role)}`;

/** What holds of rows of these sessions. */
export const ofThese = (sessions: readonly string[]): string => `session = any(string_to_array('${sessions.join(' ')}', ' ')::uuid[])`;

/** The ids that a statement gives, each once, in order. */
export async function idsOf(server: TestServer, rows: string): Promise<string[]> {
  const found = await server.database.orm.em.fork().execute<{ id: string }[]>(rows);
  return [...new Set(found.map(({ id }) => id))].sort();
}

/** The types of which a role finds other rows than those that are theirs to see. */
export async function wrongTypes(server: TestServer, headers: Headers, role: Role, sessions: readonly string[]): Promise<string[]> {
  const seen = await found(server, headers[role], sessions);
  const wrong: string[] = [];
  for (const type of Object.keys(SESSION_ROWS).filter((name) => name !== 'TrainingRecordEntry')) {
    const open = await idsOf(server, `select * from (${due(type, role)}) x where ${ofThese(sessions)}`);
    if (JSON.stringify(seen[type]) !== JSON.stringify(open)) wrong.push(type);
  }
  return wrong;
}

/** What somebody finds of these sessions, by way of each of them, and by way of its registrations: ids by type. */
export async function found(server: TestServer, cookies: Headers[Role], sessions: readonly string[]): Promise<Readonly<Record<string, readonly string[]>>> {
  const seen: Record<string, Set<string>> = Object.fromEntries(Object.keys(SESSION_ROWS).map((type) => [type, new Set<string>()]));
  for (const session of sessions) {
    const { data, errors } = await ask(server, `query ($id: ID!, $session: ID!) {
      trainingSession(id: $id) { id invitations(first: 100) { totalCount nodes { id } } quotas { id } documents { id } questions { id answers { text needsText } } evaluation { state results { question } } attendees(first: 100) { totalCount nodes { ...attendee } } }
      registrations(first: 100, filter: { session: $session }) { totalCount nodes { id participant { id } answers { text needsText } attendee { ...attendee } } } }
      fragment attendee on Attendee { id presences { day } certificates { id } }`, { id: `TrainingSession_${session}`, session: `TrainingSession_${session}` }, cookies);
    expect(errors).toBeUndefined();
    note(seen, session, data as unknown as Found);
  }
  return Object.fromEntries(Object.entries(seen).map(([type, ids]) => [type, [...ids].sort()]));
}

interface Held { readonly id: string }
interface Answered { readonly answers: readonly { readonly text: string | null; readonly needsText: string | null }[] }
type Attendee = Held & { readonly presences: readonly { readonly day: string }[]; readonly certificates: readonly Held[] };
interface Page<T> { readonly totalCount: number; readonly nodes: readonly T[] }
interface Found {
  readonly trainingSession: (Held & { readonly invitations: Page<Held>; readonly quotas: readonly Held[]; readonly documents: readonly Held[]; readonly questions: readonly (Held & Answered)[]; readonly attendees: Page<Attendee>; readonly evaluation: { readonly results: readonly { readonly question: string }[] } | null }) | null;
  readonly registrations: Page<Held & Answered & { readonly participant: Held | null; readonly attendee: Attendee | null }>;
}

function note(seen: Record<string, Set<string>>, key: string, { trainingSession: session, registrations }: Found): void {
  const add = (type: string, ...ids: readonly string[]): void => ids.forEach((id) => seen[type]!.add(id));
  const addAll = (type: string, held: readonly Held[]): void => add(type, ...held.map(({ id }) => bare(id)));
  const texts = (all: readonly Answered[]): string[] => all.flatMap(({ answers }) => answers.flatMap(({ text, needsText }) => text ?? needsText ?? []));
  const people = [...(session?.attendees.nodes ?? []), ...registrations.nodes.flatMap(({ attendee }) => attendee ?? [])];
  addAll('Attendee', people);
  for (const { id, presences, certificates } of people) {
    add('Presence', ...presences.map(({ day }) => `${bare(id)} ${day}`));
    addAll('Certificate', certificates);
  }
  expect(registrations.totalCount).toBe(registrations.nodes.length);
  addAll('Registration', registrations.nodes);
  addAll('Participant', registrations.nodes.flatMap(({ participant }) => participant ?? []));
  add('RegistrationAnswer', ...texts([...registrations.nodes, ...(session?.questions ?? [])]));
  if (!session) return;
  expect(session.attendees.totalCount).toBe(session.attendees.nodes.length);
  addAll('TrainingSession', [session]);
  expect(session.invitations.totalCount).toBe(session.invitations.nodes.length);
  addAll('SessionInvitation', session.invitations.nodes);
  addAll('SessionQuota', session.quotas);
  addAll('SessionDocument', session.documents);
  addAll('FormQuestion', session.questions);
  if (session.evaluation) add('SessionEvaluation', key);
  add('EvaluationResult', ...(session.evaluation?.results ?? []).map(({ question }) => `${key} ${question}`));
}
