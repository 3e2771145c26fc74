/** Reminding those who validate of what nobody has answered for a week. */
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { testServer, UNLIMITED } from '../../test/http/harness.ts';
import { type Headers, PEOPLE, signEverybodyIn, signIn } from '../../test/permissions/roles.ts';
import type { SignInLink } from '../accounts/index.ts';
import { POST_ROLES, WRITTEN_TO } from '../members/members.policy.ts';
import { ngoOf } from '../members/world.fixture.ts';
import { countriesToRecall, RECALL_DAYS, recall } from './recall.service.ts';
import { registrationJobs } from './registrations.jobs.ts';
import { act, addSession, idOf, mailsTo, outcomesOf, owner, register } from './world.fixture.ts';

const links: SignInLink[] = [];
const ORIGIN = 'https://passerelle.example';
const server = testServer({ sendLink: async (link) => void links.push(link), signInLimits: UNLIMITED });
let headers: Headers;
let albanian: Record<string, string>;
let n = 0;

const sql = <T = Record<string, unknown>>(text: string, values: unknown[] = []): Promise<T[]> => owner<T>(server(), text, values);
/** Does the job once: to how many it wrote. */
async function run(): Promise<number> {
  const before = await reminded();
  await registrationJobs(ORIGIN).find(({ name }) => name === 'registrations.recall')!.handler({} as never, { em: server().database.orm.em.fork(), signal: new AbortController().signal } as never);
  return (await reminded()).length - before.length;
}
const reminded = async (): Promise<{ recipient: string }[]> => sql(`select recipient from mail where template = 'registrationsUnanswered' order by recipient collate "C"`);

/** Somebody of an organisation in a country who has waited for so many days, and the session. */
async function waiting(days: number, country: 'RS' | 'AL' = 'RS'): Promise<{ readonly session: string; readonly email: string }> {
  const session = await addSession(server(), { places: 3, needsValidation: true });
  const email = `recalled${(n += 1)}@ngo.example`;
  const answer = await register(server(), country === 'RS' ? headers.ngoCoordinator : albanian, { session, organisation: await ngoOf(server(), country), people: [{ email, name: 'Ана Пробна' }] });
  expect(outcomesOf(answer)).toEqual(['AWAITING_VALIDATION']);
  await sql('update registration set registered_at = now() - make_interval(days => ?) where session_uuid = ?', [days, session]);
  await sql('delete from mail');
  return { session, email };
}

/** Nobody of these roles acts any more. */
const suspend = (roles: readonly string[]): Promise<unknown> =>
  sql(`update person set suspended_at = now() where suspended_at is null and id in (select person_id from member where role = any(string_to_array(?, ' ')))`, [roles.join(' ')]);

beforeAll(async () => {
  headers = await signEverybodyIn(server());
  albanian = await signIn(server(), links, 'ngo-coordinator.al@passerelle.example');
  await sql(`update registration set recalled_at = now() where is_demonstration`);
  await sql(`update person set locale = 'el' where email = ?`, [PEOPLE.ssi]);
});

beforeEach(async () => {
  await sql(`update registration set recalled_at = now() where recalled_at is null`);
  await sql('update person set suspended_at = null where suspended_at is not null and email <> ?', [PEOPLE.suspended]);
  await sql('delete from mail');
});

test('the embassy is reminded once, however many wait and however often the job comes, in the language of each, and of nobody by name', async () => {
  await waiting(RECALL_DAYS);
  await waiting(RECALL_DAYS + 3);
  await Promise.all([run(), run()]);
  await run();
  expect(await mailsTo(server(), PEOPLE.scac)).toMatchObject([{ template: 'registrationsUnanswered', locale: 'fr', text: expect.stringContaining(`${ORIGIN}/fr/registrations`) as string }]);
  expect(await mailsTo(server(), PEOPLE.ssi)).toMatchObject([{ template: 'registrationsUnanswered', locale: 'el' }]);
  expect(await reminded()).toHaveLength(2);
  expect(JSON.stringify(await sql('select * from mail'))).not.toContain('Ана');
});

test('nothing is said of who has waited for less, was answered, or whose session has begun', async () => {
  await waiting(RECALL_DAYS - 1);
  const answered = await waiting(RECALL_DAYS);
  await act(server(), headers.scac, 'validateRegistration', await idOf(server(), answered.session, answered.email));
  const begun = await waiting(RECALL_DAYS);
  await sql(`update training_session set starts_at = now() - interval '1 minute' where uuid = ?`, [begun.session]);
  expect(await run()).toBe(0);
  expect(await reminded()).toEqual([]);
});

test('where no embassy has an account the adviser and their team are reminded', async () => {
  await waiting(RECALL_DAYS);
  await suspend(POST_ROLES);
  await run();
  expect((await mailsTo(server(), PEOPLE.adviser)).map(({ template }) => template)).toEqual(['registrationsUnanswered']);
  expect((await mailsTo(server(), PEOPLE.assistant)).map(({ template }) => template)).toEqual(['registrationsUnanswered']);
  expect(await mailsTo(server(), PEOPLE.scac)).toEqual([]);
});

test('what somebody decides about at this moment is left to them, without waiting for it, and looked at again', async () => {
  await waiting(RECALL_DAYS);
  const { session } = await waiting(RECALL_DAYS, 'AL');
  const deciding = server().database.orm.em.fork();
  await deciding.begin();
  try {
    await deciding.execute('select from registration where session_uuid = ? for update', [session]);
    const late = new Promise<string>((resolve) => setTimeout(resolve, 5_000, 'LATE'));
    expect(await Promise.race([run(), late])).toBe(2);
    expect(await mailsTo(server(), PEOPLE.scacElsewhere)).toEqual([]);
  } finally {
    await deciding.rollback();
  }
  expect(await run()).toBeGreaterThan(0);
  expect(await mailsTo(server(), PEOPLE.scacElsewhere)).toHaveLength(1);
});

test('where nobody can be told it waits until somebody can', async () => {
  await waiting(RECALL_DAYS);
  await suspend([...POST_ROLES, ...WRITTEN_TO.else]);
  expect(await run()).toBe(0);
  await sql('update person set suspended_at = null where email = ?', [PEOPLE.assistant]);
  expect(await run()).toBe(1);
  expect(await run()).toBe(0);
});

test('whoever is told of several countries gets one mail', async () => {
  await waiting(RECALL_DAYS);
  await waiting(RECALL_DAYS, 'AL');
  await suspend(POST_ROLES);
  await run();
  expect(await mailsTo(server(), PEOPLE.adviser)).toHaveLength(1);
  expect(await run()).toBe(0);
});

describe('an address that is refused in one country', () => {
  const REFUSED = 'no address@passerelle.example';
  beforeEach(async () => {
    await waiting(RECALL_DAYS, 'AL');
    await waiting(RECALL_DAYS);
    await sql('update person set email = ? where email = ?', [REFUSED, PEOPLE.scacElsewhere]);
    return () => sql('update person set email = ? where email = ?', [PEOPLE.scacElsewhere, REFUSED]);
  });

  test('leaves those of the others told, fails the job, and is tried again once it is mended', async () => {
    await expect(run()).rejects.toThrow('one address');
    expect((await reminded()).map(({ recipient }) => recipient)).toEqual([PEOPLE.scac, PEOPLE.ssi]);
    await sql('update person set email = ? where email = ?', [PEOPLE.scacElsewhere, REFUSED]);
    expect(await run()).toBeGreaterThan(0);
    expect(await mailsTo(server(), PEOPLE.scacElsewhere)).toHaveLength(1);
    expect(await mailsTo(server(), PEOPLE.scac)).toHaveLength(1);
  });

  test('would leave nobody told in one transaction for all: the control', async () => {
    const all = server().database.orm.em.fork().transactional(async (em) => {
      for (const country of (await countriesToRecall(em)).toReversed()) await recall(em, ORIGIN, country, new Set());
    });
    await expect(all).rejects.toThrow('one address');
    expect(await reminded()).toEqual([]);
  });
});
