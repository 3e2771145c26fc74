/** The mailbox of a demonstration: there only where mails are not sent, and kept by nobody on the way. */
import { MikroORM } from '@mikro-orm/postgresql';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { copyDatabase } from '../../test/database.ts';
import { ask, get, start, testServer } from '../../test/http/harness.ts';
import { ormOptions } from '../orm.ts';
import { queueMail } from './index.ts';

const QUERY = '{ localMailbox { id to locale subject text writtenAt } }';
const server = testServer();
let orm: MikroORM;

interface Shown { readonly to: string; readonly subject: string; readonly text: string | null; readonly locale: string; readonly writtenAt: string }
const shown = async (): Promise<Shown[]> => (await ask(server(), QUERY)).data!.localMailbox as Shown[];
const queue = (to: string, link = 'https://passerelle.example/fr/sign-in#token'): Promise<string> =>
  orm.em.fork().transactional((em) => queueMail(em, { to, locale: 'uk', template: 'signInLink', params: { link, minutes: 10 } }));

beforeAll(async () => {
  orm = await MikroORM.init(ormOptions(server().database.app));
  return () => orm.close();
});
beforeEach(() => server().database.orm.em.execute('delete from mail'));

describe('in a demonstration without a mail server', () => {
  test('is empty at first', async () => {
    expect(await shown()).toEqual([]);
  });

  test('shows the latest fifty, newest first, as they would have been sent', async () => {
    for (let i = 0; i < 52; i += 1) await queue(`p${i}@example.org`);
    const mails = await shown();
    expect(mails.map(({ to }) => to)).toEqual(Array.from({ length: 50 }, (_, i) => `p${51 - i}@example.org`));
    expect(mails[0]).toMatchObject({ locale: 'uk', subject: 'Ваше посилання для входу до Passerelle', text: expect.stringContaining('https://passerelle.example/fr/sign-in#token') as string });
    expect(Date.now() - Date.parse(mails[0]!.writtenAt)).toBeLessThan(60_000);
  });

  test('shows none to an address that somebody may have', async () => {
    for (const to of ['somebody@diplomatie.gouv.fr', 'a@example.org.ngo.rs', 'b@myexample.org', 'c@passerelle.example.com.tr']) await queue(to);
    for (const to of ['d@passerelle.example', 'E@EXAMPLE.ORG', 'f@ngo.test']) await queue(to);
    expect((await shown()).map(({ to }) => to)).toEqual(['f@ngo.test', 'E@EXAMPLE.ORG', 'd@passerelle.example']);
  });

  test('keeps mails unsent, and shows none of a secret that has lived its life, erased or not', async () => {
    await queue('p@example.org');
    await expect.poll(() => server().database.orm.em.execute('select from graphile_worker._private_jobs where locked_by is not null or run_at <= now()'), { timeout: 10_000 }).toEqual([]);
    expect((await shown())[0]!.text).toContain('#token');
    await server().database.orm.em.execute(`update mail set erase_at = now() - interval '1 second'`);
    expect(await shown()).toMatchObject([{ to: 'p@example.org', text: null }]);
  });

  test('may be kept by nobody, however it is asked for; other answers may', async () => {
    await queue('p@example.org');
    for (const answer of [await ask(server(), QUERY), await get(server(), { query: QUERY }), await get(server(), { query: `{ countries { code } ...M } fragment M on Query { localMailbox { id } }` })]) {
      expect(answer.headers.get('cache-control')).toBe('no-store');
      expect(answer.headers.get('etag')).toBeNull();
    }
    expect((await get(server(), { query: '{ countries { code } }' })).headers.get('cache-control')).toBe('public, no-cache');
  });

  test('is said at the start', () => {
    expect(server().log.map(({ msg }) => msg).join('\n')).toMatch(/mails to invented people are shown to everyone on the page \/mailbox/);
  });
});

test.each([
  ['without a demonstration', { demonstration: false }],
  ['with a mail server', { smtpUrl: 'smtp://127.0.0.1:1', mailFrom: 'no-reply@passerelle.example' }],
  ['with a mail server and without a demonstration', { demonstration: false, smtpUrl: 'smtp://127.0.0.1:1', mailFrom: 'no-reply@passerelle.example' }],
])('there is none %s: it is null, whatever the table holds', async (_, config) => {
  const other = await server().beside({}, config);
  const empty = await ask(other, QUERY);
  await queue('p@example.org');
  const full = await ask(other, QUERY);
  expect(empty.text).toBe('{"data":{"localMailbox":null}}\n');
  expect(full.text).toBe(empty.text);
});

test('there is none where a demonstration was asked for and people had come first: nobody reads their links, and their mails are told as not sent', async () => {
  const database = await copyDatabase('empty');
  const run = <T = object>(text: string): Promise<T[]> => database.orm.em.fork().execute<T[]>(text);
  await run(`insert into person (id, name, email, created_at, updated_at) values (gen_random_uuid(), 'Claire', 'claire@example.org', now(), now())`);
  const real = await start(database);
  try {
    const asked = await ask(real, 'mutation { requestSignInLink(email: "claire@example.org") { minutes } }');
    expect(asked.code).toBeUndefined();
    await expect.poll(() => run('select failure from mail'), { timeout: 20_000 }).toEqual([{ failure: 'NO_SERVER' }]);
    expect((await ask(real, QUERY)).data).toEqual({ localMailbox: null });
    expect(real.log.map(({ msg }) => msg).join('\n')).toMatch(/nothing invented was put among it[^]*no mail is sent/);
  } finally {
    await real.close();
    await database.drop();
  }
});
