/** Whoever asked something about their data is told by mail that it was answered. */
import { beforeAll, expect, test } from 'vitest';
import { type Answer, ask, testServer, UNLIMITED } from '../../test/http/harness.ts';
import { PEOPLE, signIn } from '../../test/permissions/roles.ts';
import type { SignInLink } from '../accounts/index.ts';

const links: SignInLink[] = [];
const server = testServer({ sendLink: async (link) => void links.push(link), signInLimits: UNLIMITED });
const sql = <Row>(text: string, values: unknown[] = []): Promise<Row[]> => server().database.orm.em.fork().execute<Row[]>(text, values);
const SECRET_ANSWER = 'Your name is no longer on the list.';
let adviser: Record<string, string>;

beforeAll(async () => {
  adviser = await signIn(server(), links, PEOPLE.adviser);
});

interface Mail {
  readonly recipient: string;
  readonly locale: string;
  readonly text: string;
  readonly html: string;
}

/** A request of somebody, which waits. */
async function asked(email: string): Promise<string> {
  const [row] = await sql<{ id: string }>(
    `insert into data_request (uuid, person_id, kind, text, due_on) select gen_random_uuid(), id, 'OBJECT', 'The list', current_date + 30 from person where email = ? returning uuid as id`, [email],
  );
  return row!.id;
}

const answer = (request: string): Promise<Answer> =>
  ask(server(), 'mutation ($id: ID!, $text: String!) { answerDataRequest(id: $id, answer: $text) { isAnswered } }', { id: `DataRequest_${request}`, text: SECRET_ANSWER }, adviser);
const mails = (): Promise<Mail[]> => sql<Mail>(`select recipient, locale, text, html from mail where template = 'dataRequestAnswered' order by created_at`);

test('the mail is in their language, leads to their page, and does not repeat the answer', async () => {
  await sql(`update person set locale = 'uk' where email = ?`, [PEOPLE.expert]);
  const request = await asked(PEOPLE.expert);
  expect((await answer(request)).data).toEqual({ answerDataRequest: { isAnswered: true } });
  const [mail, ...more] = await mails();
  expect(more).toEqual([]);
  expect(mail).toMatchObject({ recipient: PEOPLE.expert, locale: 'uk' });
  for (const part of [mail!.text, mail!.html]) {
    expect(part).toContain('/uk/account/data');
    expect(part).not.toContain(SECRET_ANSWER);
  }
  // Whose answer comes second has answered nothing.
  expect((await answer(request)).data).toEqual({ answerDataRequest: { isAnswered: false } });
  expect(await mails()).toHaveLength(1);
});

test('somebody who has chosen no language is written to in French', async () => {
  await answer(await asked(PEOPLE.authority));
  expect((await mails()).filter(({ recipient }) => recipient === PEOPLE.authority)).toMatchObject([{ locale: 'fr', text: expect.stringContaining('/fr/account/data') as string }]);
});

test('an answer whose mail cannot be queued is no answer: both are one transaction', async () => {
  const before = await mails();
  const request = await asked(PEOPLE.translator);
  await sql(`update person set email = 'no-address.example' where email = ?`, [PEOPLE.translator]);
  expect((await answer(request)).code).toBe('INTERNAL_SERVER_ERROR');
  expect(await sql('select answer, answered_at from data_request where uuid = ?', [request])).toEqual([{ answer: null, answered_at: null }]);
  await sql(`update person set email = ? where email = 'no-address.example'`, [PEOPLE.translator]);
  expect((await answer(request)).data).toEqual({ answerDataRequest: { isAnswered: true } });
  expect(await mails()).toHaveLength(before.length + 1);
});
