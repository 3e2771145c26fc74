/** Correcting one's name and address, and asking for something about one's data. */
import pg from 'pg';
import { beforeAll, describe, expect, test } from 'vitest';
import { type Answer, ask, testServer, UNLIMITED } from '../../test/http/harness.ts';
import { PEOPLE, signIn } from '../../test/permissions/roles.ts';
import type { SignInLink } from '../accounts/index.ts';

const links: SignInLink[] = [];
const NO_LIMIT = { points: 1e6, seconds: 1 };
const limits = { dataFile: NO_LIMIT, addressChange: NO_LIMIT, addressLink: NO_LIMIT, dataRequest: NO_LIMIT };
const server = testServer({ sendLink: async (link) => void links.push(link), signInLimits: UNLIMITED, ownDataLimits: limits });
const sql = (text: string, values: unknown[] = []): Promise<unknown[]> => server().database.orm.em.fork().execute(text, values);
type Headers = Record<string, string>;
let expert: Headers;
let member: Headers;
let adviser: Headers;

const request = (text: string, headers: Headers): Promise<Answer> => ask(server(), 'mutation ($text: String!) { makeDataRequest(kind: RESTRICT, text: $text) { isMade } }', { text }, headers);
const LIST = '{ dataRequests { totalCount nodes { id kind text dueOn daysLeft answer person { email } } } }';
const OWN = '{ viewer { dataRequests { text daysLeft answer answeredAt } } }';

beforeAll(async () => {
  // What an invented person may not do, these do.
  await sql('update person set is_demonstration = false where email in (?, ?)', [PEOPLE.expert, PEOPLE.ngoMember]);
  [expert, member, adviser] = [await signIn(server(), links, PEOPLE.expert), await signIn(server(), links, PEOPLE.ngoMember), await signIn(server(), links, PEOPLE.adviser)];
});

describe('a name', () => {
  const correct = (name: string, headers: Headers): Promise<Answer> => ask(server(), 'mutation ($name: String!) { correctName(name: $name) { name } }', { name }, headers);

  test('is corrected by its person alone, without what cannot be seen, and the journal says so', async () => {
    expect((await correct('  Ana\u202e \n Horvat ', expert)).data).toEqual({ correctName: { name: 'Ana Horvat' } });
    expect((await ask(server(), '{ viewer { name } }', {}, expert)).data).toEqual({ viewer: { name: 'Ana Horvat' } });
    expect(await sql(`select after from audit_entry e join person p on p.id = e.by_id and p.id = e.about_id where part = 'name' and p.email = ?`, [PEOPLE.expert])).toEqual([{ after: 'Ana Horvat' }]);
    expect((await correct('Nobody', {})).code).toBe('UNAUTHENTICATED');
  });

  test('that tells who somebody else is is not stored', async () => {
    expect((await correct('Ana 0101990100102', expert)).code).toBe('VICTIM_DATA');
  });

  test.each(['', '  ', '\u200b', 'a'.repeat(201)])('is not %j', async (name) => {
    expect((await correct(name, expert)).code).toBe('BAD_USER_INPUT');
  });
});

describe('an address', () => {
  const change = (email: string, headers: Headers): Promise<Answer> => ask(server(), 'mutation ($email: EmailAddress!) { requestAddress(email: $email) { minutes } }', { email }, headers);
  const confirm = async (secret: string, headers: Headers): Promise<unknown> =>
    ((await ask(server(), 'mutation ($secret: String!) { confirmAddress(secret: $secret) { isConfirmed } }', { secret }, headers)).data?.confirmAddress as { isConfirmed: boolean } | undefined)?.isConfirmed;
  const secretTo = async (email: string): Promise<string> =>
    /#([\w-]{43})/.exec(((await sql(`select text from mail where recipient = ? and template = 'changeAddress' order by created_at desc limit 1`, [email])) as [{ text: string }])[0].text)![1]!;

  test('is another one once the link that was sent there is opened by its person; the old one is told', async () => {
    expect((await change('New@Example.org', member)).data).toEqual({ requestAddress: { minutes: 60 } });
    const secret = await secretTo('new@example.org');
    expect(JSON.stringify(await sql('select * from address_change'))).not.toContain(secret);
    expect((await ask(server(), '{ viewer { email } }', {}, member)).data).toEqual({ viewer: { email: PEOPLE.ngoMember } });
    expect(await confirm(secret, expert)).toBe(false);
    expect(await confirm(`${secret.slice(1)}A`, member)).toBe(false);
    expect(await confirm(secret, member)).toBe(true);
    expect(await confirm(secret, member)).toBe(false);
    expect((await ask(server(), '{ viewer { email } }', {}, member)).data).toEqual({ viewer: { email: 'new@example.org' } });
    expect(await sql(`select template from mail where recipient = ? and template = 'addressChanged'`, [PEOPLE.ngoMember])).toHaveLength(1);
    // Both mails are the person's, whatever address they went to.
    expect(await sql(`select distinct m.template from mail m join person p on p.id = m.person_id where p.email = 'new@example.org' order by 1`)).toEqual([{ template: 'addressChanged' }, { template: 'changeAddress' }]);
    member = await signIn(server(), links, 'new@example.org');
  });

  test('of somebody else is answered the same, and cannot be taken', async () => {
    const [taken, free] = [await change(PEOPLE.authority, member), await change('free@example.org', member)];
    expect(taken.text).toBe(free.text);
    await change(PEOPLE.authority, member);
    expect(await confirm(await secretTo(PEOPLE.authority), member)).toBe(false);
    expect((await ask(server(), '{ viewer { email } }', {}, member)).data).toEqual({ viewer: { email: 'new@example.org' } });
  });

  test('whose link is older than an hour, or was replaced by a later one, is not taken', async () => {
    await change('first@example.org', member);
    const first = await secretTo('first@example.org');
    await change('second@example.org', member);
    expect(await confirm(first, member)).toBe(false);
    await sql(`update address_change set created_at = now() - interval '61 minutes'`);
    expect(await confirm(await secretTo('second@example.org'), member)).toBe(false);
  });
});

describe('a request', () => {
  test('goes to the adviser with the day by which it must be answered, and is answered in words', async () => {
    expect((await request('  The list of participants ', expert)).data).toEqual({ makeDataRequest: { isMade: true } });
    const [{ due }] = (await sql(`select to_char((now() at time zone 'UTC' + interval '1 month')::date, 'YYYY-MM-DD') as due`)) as [{ due: string }];
    const { nodes } = (await ask(server(), LIST, {}, adviser)).data!.dataRequests as { nodes: { id: string; dueOn: string; daysLeft: number }[] };
    expect(nodes).toMatchObject([{ kind: 'RESTRICT', text: 'The list of participants', dueOn: due, answer: null, person: { email: PEOPLE.expert } }]);
    expect(nodes[0]!.daysLeft).toBeGreaterThanOrEqual(28);
    expect(nodes[0]!.daysLeft).toBeLessThanOrEqual(31);
    const answer = (headers: Headers, text = 'It is kept and not used.'): Promise<Answer> =>
      ask(server(), 'mutation ($id: ID!, $text: String!) { answerDataRequest(id: $id, answer: $text) { isAnswered } }', { id: nodes[0]!.id, text }, headers);
    for (const other of [expert, member]) expect((await answer(other)).data).toEqual({ answerDataRequest: { isAnswered: false } });
    expect((await answer({})).code).toBe('UNAUTHENTICATED');
    expect((await answer(adviser)).data).toEqual({ answerDataRequest: { isAnswered: true } });
    expect((await answer(adviser, 'Again.')).data).toEqual({ answerDataRequest: { isAnswered: false } });
    expect((await ask(server(), OWN, {}, expert)).data).toMatchObject({ viewer: { dataRequests: [{ answer: 'It is kept and not used.', answeredAt: expect.any(String) as string }] } });
    expect(await sql(`select action, p.email from audit_entry e join person p on p.id = e.by_id where subject = 'DATA_REQUEST' order by at`)).toEqual([{ action: 'ADDED', email: PEOPLE.expert }, { action: 'CHANGED', email: PEOPLE.adviser }]);
  });

  test('is read by nobody else', async () => {
    expect((await ask(server(), OWN, {}, member)).data).toEqual({ viewer: { dataRequests: [] } });
    for (const headers of [member, {}] as Headers[]) expect((await ask(server(), LIST, {}, headers)).data).toEqual({ dataRequests: { totalCount: 0, nodes: [] } });
  });

  test('that tells who somebody is is not stored, nor is one that says nothing', async () => {
    expect((await request('A 17-year-old girl from Tirana, +355 69 234 5678', expert)).code).toBe('VICTIM_DATA');
    for (const nothing of ['  ', '\u200B', '\u3164']) expect((await request(nothing, expert)).code).toBe('BAD_USER_INPUT');
    expect((await request('Tel. +355 69 234 5678 '.repeat(240), expert)).code).toBe('BAD_USER_INPUT');
    expect((await request('a '.repeat(2_600), expert)).code).toBe('BAD_USER_INPUT');
    expect(await sql('select from data_request')).toHaveLength(1);
  });

  test('by somebody who asks all the time is refused', async () => {
    const limited = await server().beside({ sendLink: async (link) => void links.push(link), signInLimits: UNLIMITED });
    const asked = () => ask(limited, 'mutation { makeDataRequest(kind: OBJECT, text: "x") { isMade } }', {}, member);
    await sql('delete from rate_limit');
    for (let n = 0; n < 10; n += 1) expect((await asked()).code).toBeUndefined();
    expect((await asked()).code).toBe('RATE_LIMITED');
  });
});

test('control: without the rules of rows others’ requests could be read by who forgot to ask whose they are', async () => {
  const app = new pg.Client({ connectionString: server().database.app });
  await app.connect();
  const read = async (): Promise<number> => (await app.query('select from data_request')).rowCount!;
  expect(await read()).toBe(0);
  await sql('alter table data_request disable row level security');
  expect(await read()).toBeGreaterThan(0);
  await sql('alter table data_request enable row level security');
  await app.end();
});
