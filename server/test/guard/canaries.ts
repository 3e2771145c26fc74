/** An invented victim's data, sent into every text that a mutation takes as somebody who may do it; and where a word of it has come to. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { GraphQLSchema } from 'graphql';
import { invitationSecret } from '../../src/invitations/world.fixture.ts';
import type { SignInLink } from '../../src/accounts/index.ts';
import { dataFolderOf } from '../database.ts';
import { Browser } from '../http/browser.ts';
import type { TestServer } from '../http/harness.ts';
import { MUTATIONS } from '../permissions/expectations.ts';
import { RIGHTS } from '../permissions/rights.ts';
import { type Headers, PEOPLE } from '../permissions/roles.ts';
import { doneOf } from '../permissions/trial.ts';
import type { World } from '../permissions/world.ts';
import { sendText, type TextPath, textPaths } from './texts.ts';

/** What was sent, and what it was answered: the code of the error, or `TAKEN`. */
export interface Sent extends TextPath {
  readonly marker: string;
  readonly code: string;
}

export const victim = (marker: string): string => `${marker} Quixada, a 17-year-old girl from Xanadubrook, 0101990100102`;

/** Arguments that stand in no other table of the tests, or lead to no text there. */
async function argsOf(server: TestServer, { mutation, path }: TextPath, world: World): Promise<string | undefined> {
  if (mutation === 'answerEvaluation') return 'secret: "x", answers: [{ question: USEFUL, text: "T" }]';
  if (mutation === 'saveQuestion' && path.includes('choices')) {
    const choices = '[{ code: "a", label: "A" }, { code: "b", label: "B" }]';
    return `session: "${world.open}", key: "00000000-0000-7000-8000-0000000000ac", version: 0, input: { kind: CHOICE, sourceLocale: "fr", label: "Q", help: "", choices: ${choices}, isRequired: false, retentionDays: 30 }`;
  }
  if (!['registerParticipants', 'registerMyself', 'acceptSessionInvitation'].includes(mutation) || !path.includes('answers')) return undefined;
  const [question] = await server.database.orm.em.fork().execute<{ id: string }[]>('select uuid as id from form_question where key = ? and replaced_at is null', [world.question]);
  if (mutation === 'acceptSessionInvitation') return `input: { secret: "${await invitationSecret(server, 'invited@authority.example')}", submission: "00000000-0000-7000-8000-0000000000af", hasConsent: true, answers: [{ question: "FormQuestion_${question!.id}", text: "T" }] }`;
  if (mutation === 'registerMyself') return `input: { session: "${world.open}", organisation: "${world.ngo}", country: "RS", submission: "00000000-0000-7000-8000-0000000000ae", answers: [{ question: "FormQuestion_${question!.id}", text: "T" }] }`;
  const person = `{ name: "N", email: "n@ngo.example", locale: "fr", answers: [{ question: "FormQuestion_${question!.id}", text: "T" }] }`;
  return `input: { session: "${world.open}", organisation: "${world.ngo}", submission: "00000000-0000-7000-8000-0000000000ad", hasConsent: true, people: [${person}] }`;
}

/** A session that is called off takes nothing more. */
const LAST = 'cancelSession';

/** Somebody real, whose account nobody else acts with: those who are invented may change nothing of themselves. */
export async function realPerson(server: TestServer, links: readonly SignInLink[]): Promise<Record<string, string>> {
  const em = server.database.orm.em.fork();
  const [{ id }] = await em.execute<[{ id: string }]>(`insert into person (id, name, email, email_verified, created_at, updated_at) values (gen_random_uuid(), 'Real', 'real@example.org', true, now(), now()) returning id`);
  await em.execute(`insert into member (uuid, person_id, role, since) values (gen_random_uuid(), ?, 'EXPERT', '2026-01-01')`, [id]);
  const browser = new Browser(server);
  await browser.link(links, 'real@example.org');
  return browser.headers;
}

export interface Sending {
  readonly schema: GraphQLSchema;
  readonly headers: Headers;
  readonly real: Record<string, string>;
  readonly world: World;
  readonly textOf: (marker: string) => string;
  readonly only?: (path: TextPath) => boolean;
}

/** Sends a text into each, one after the other. */
export async function sendAll(server: TestServer, { schema, headers, real, world, textOf, only = () => true }: Sending): Promise<Sent[]> {
  const sent: Sent[] = [];
  const paths = textPaths(schema).filter(only);
  for (const [n, text] of [...paths.filter(({ mutation }) => mutation !== LAST), ...paths.filter(({ mutation }) => mutation === LAST)].entries()) {
    const marker = `Zq${Math.random().toString(36).slice(2, 10)}${n}x`;
    const right = RIGHTS.find(({ does }) => does === text.mutation);
    const role = right?.told[doneOf(right)]![0] as keyof typeof PEOPLE | undefined;
    const args = (await argsOf(server, text, world)) ?? (await right?.with(world)) ?? MUTATIONS[text.mutation]!.args ?? '';
    const answer = await sendText(server, schema, text, { args, text: textOf(marker), headers: role ? headers[role] : MUTATIONS[text.mutation]!.expect === 'ANYBODY' ? {} : real });
    sent.push({ ...text, marker, code: answer.code ?? 'TAKEN' });
  }
  return sent;
}

/** Where one of the words has come to: tables of all schemas with what waits as jobs and mails, lines of the log, files. */
export async function foundIn(server: TestServer, words: readonly string[]): Promise<string[]> {
  const em = server.database.orm.em.fork();
  const pattern = words.join('|');
  const tables = await em.execute<{ name: string }[]>(
    `select quote_ident(n.nspname) || '.' || quote_ident(c.relname) as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where c.relkind in ('r', 'p') and n.nspname not in ('pg_catalog', 'information_schema') and n.nspname !~ '^pg_'`);
  const found: string[] = [];
  for (const { name } of tables) if ((await em.execute<unknown[]>(`select from ${name} x where x::text ~* ? limit 1`, [pattern])).length > 0) found.push(name);
  if (new RegExp(pattern, 'i').test(JSON.stringify(server.log))) found.push('the log');
  return [...found, ...filesWith(dataFolderOf(server.database), new RegExp(pattern, 'i'))];
}

function filesWith(folder: string, pattern: RegExp): string[] {
  try {
    return readdirSync(folder, { recursive: true, withFileTypes: true }).filter((file) => file.isFile() && pattern.test(readFileSync(join(file.parentPath, file.name), 'latin1'))).map(({ name }) => name);
  } catch (error) {
    // Nobody has written there yet.
    if ((error as { code?: string }).code === 'ENOENT') return [];
    throw error;
  }
}
