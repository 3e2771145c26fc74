/** Reminding those who validate of what nobody has answered for a week. */
import { beforeAll, beforeEach, expect, test } from 'vitest';
import { testServer, UNLIMITED } from '../../test/http/harness.ts';
import { type Headers, PEOPLE, signEverybodyIn } from '../../test/permissions/roles.ts';
import type { SignInLink } from '../accounts/index.ts';
import { ngoOf } from '../members/world.fixture.ts';
import { RECALL_DAYS, recall } from './recall.service.ts';
import { act, addSession, idOf, mailsTo, owner, register } from './world.fixture.ts';

const links: SignInLink[] = [];
const ORIGIN = 'https://passerelle.example';
const server = testServer({ sendLink: async (link) => void links.push(link), signInLimits: UNLIMITED });
let headers: Headers;
let n = 0;

const sql = <T = Record<string, unknown>>(text: string, values: unknown[] = []): Promise<T[]> => owner<T>(server(), text, values);
const run = (): Promise<number> => recall(server().database.orm.em.fork(), ORIGIN);
const reminded = async (): Promise<unknown[]> => sql(`select recipient, locale, subject from mail where template = 'registrationsUnanswered' order by recipient collate "C"`);

/** Somebody of an organisation in Serbia who has waited for so many days, and the session. */
async function waiting(days: number): Promise<{ readonly session: string; readonly email: string }> {
  const session = await addSession(server(), { places: 3, needsValidation: true });
  const email = `recalled${(n += 1)}@ngo.example`;
  await register(server(), headers.ngoCoordinator, { session, organisation: await ngoOf(server(), 'RS'), people: [{ email, name: 'Ана Пробна' }] });
  await sql('update registration set registered_at = now() - make_interval(days => ?) where session_uuid = ?', [days, session]);
  return { session, email };
}

beforeAll(async () => {
  headers = await signEverybodyIn(server(), links);
  await sql(`update registration set recalled_at = now() where is_demonstration`);
  await sql(`update person set locale = 'el' where email = ?`, [PEOPLE.ssi]);
});

beforeEach(() => sql('delete from mail'));

test('the embassy is reminded once, however many wait and however often the job comes, in the language of each, and of nobody by name', async () => {
  await waiting(RECALL_DAYS);
  await waiting(RECALL_DAYS + 3);
  await sql('delete from mail');
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
  await sql(`update person set suspended_at = now() where email = any(string_to_array(?, ' '))`, [`${PEOPLE.scac} ${PEOPLE.ssi}`]);
  await sql('delete from mail');
  await run();
  expect((await mailsTo(server(), PEOPLE.adviser)).map(({ template }) => template)).toEqual(['registrationsUnanswered']);
  expect(await mailsTo(server(), PEOPLE.scac)).toEqual([]);
});
