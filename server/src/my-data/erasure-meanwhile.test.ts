/** What is under way to somebody who is erased at the same moment: it is not left behind by whoever was faster. */
import { beforeEach, expect, test, vi } from 'vitest';
import { ask, testServer, UNLIMITED } from '../../test/http/harness.ts';
import { Accounts, mailLink, type SignInLink } from '../accounts/index.ts';
import { queueMail } from '../mail/index.ts';
import { untilWaiting } from '../../test/waiting.ts';

const links: SignInLink[] = [];
/** For what comes by itself, on a machine that does other things too; in milliseconds. */
const WAIT = { timeout: 20_000, interval: 20 };
/** How many mails with a link were written. */
let written = 0;
/** Settles when links may go on. */
let gate = Promise.resolve();
const server = testServer({
  sendLink: async (link) => {
    links.push(link);
    await gate;
    await server().database.orm.em.fork().transactional((em) => mailLink(em, 'http://localhost', link));
    written += 1;
  },
  signInLimits: UNLIMITED,
});
const [ID, EMAIL] = ['019abc00-0000-7000-8000-0000000000e1', 'erased@ngo.example'];

const sql = <T = Record<string, unknown>>(text: string, values: unknown[] = []): Promise<T[]> => server().database.orm.em.fork().execute<T[]>(text, values);
const asks = (email = EMAIL) => ask(server(), 'mutation ($email: EmailAddress!) { requestSignInLink(email: $email) { minutes } }', { email });
const linkTo = (): Promise<SignInLink> => vi.waitUntil(() => links.find(({ to }) => to === EMAIL), WAIT);

beforeEach(async () => {
  [links.length, written, gate] = [0, 0, Promise.resolve()];
  await sql('delete from person where id = ?', [ID]);
  await sql('delete from mail');
  await sql(`insert into person (id, name, email, created_at, updated_at) values (?, 'Somebody', ?, now(), now())`, [ID, EMAIL]);
});

test('a link that is being made', async () => {
  const { open, erased } = await eraseWhileLinkIsMade();
  await new Promise((resolve) => setTimeout(resolve, 200));
  open();
  expect((await erased).rowCount).toBe(1);
  await vi.waitUntil(() => written === 1, WAIT);
  expect([await sql('select from person where email = ?', [EMAIL]), await sql('select from mail where recipient = ?', [EMAIL]), await sql('select from sign_in_verification where value like ?', [`%${EMAIL}%`])]).toEqual([[], [], []]);
});

async function eraseWhileLinkIsMade(): Promise<{ open: () => void; erased: Promise<{ rowCount: number }> }> {
  links.length = 0;
  const { promise, resolve } = Promise.withResolvers<void>();
  gate = promise;
  await asks();
  await linkTo();
  return { open: resolve, erased: sql('delete from person where id = ? returning id', [ID]).then((rows) => ({ rowCount: rows.length })) };
}

test('a link that was asked for and could not be made goes with them; that of somebody else stays', async () => {
  const ELSE = ID.replace(/1$/, '2');
  const asked = (person: string) => sql(`insert into link_request (id, person_id, locale) values (gen_random_uuid(), ?, 'fr')`, [person]);
  const kept = async (): Promise<unknown[]> => (await sql<{ of: string }>('select person_id as of from link_request where person_id in (?, ?) order by 1', [ID, ELSE])).map(({ of }) => of);
  await asked(ELSE);
  await asked(ID);
  expect(await kept()).toEqual([ID, ELSE]);
  await sql('delete from person where id = ?', [ID]);
  expect(await kept()).toEqual([ELSE]);
});

test('a mail that is being written is taken along, and one that is written afterwards is not written', async () => {
  const write = (pause: () => Promise<unknown>) => server().database.orm.em.fork().transactional(async (em) => {
    await queueMail(em, { to: 'another@ngo.example', locale: 'fr', template: 'addressChanged', params: {}, person: ID });
    await pause();
  });
  const { promise, resolve } = Promise.withResolvers<void>();
  const writing = write(() => promise);
  // Other databases of the cluster are copies of the same one, with the same numbers of tables.
  await vi.waitUntil(async () => (await sql(`select from pg_locks l join pg_database d on d.oid = l.database where d.datname = current_database() and relation = 'person'::regclass and mode = 'RowShareLock'`)).length > 0, WAIT);
  const erasing = sql('delete from person where id = ?', [ID]);
  await untilWaiting(server().database);
  resolve();
  await Promise.all([writing, erasing]);
  await write(async () => undefined);
  expect(await sql(`select from mail where recipient = 'another@ngo.example'`)).toEqual([]);
});

test('many people at once do not wait for each other without end: what holds one of them uses other connections of the same', async () => {
  const accounts = new Accounts({ databaseUrl: server().database.app, secret: 'x'.repeat(32), origin: 'http://localhost', sendLink: async () => undefined });
  let done = 0;
  await Promise.all(Array.from({ length: 12 }, () => accounts.desk.whileThere(ID, async () => {
    await accounts.desk.query('select pg_sleep(0.02)');
    done += 1;
  })));
  expect(done).toBe(12);
  await accounts.desk.whileThere('019abc00-0000-7000-8000-00000000dead', async () => (done += 1));
  expect(done).toBe(12);
  await accounts.close();
});
