/** The mail of thanks: who gets it, when, and that it comes once. */
import { describe, expect, test } from 'vitest';
import { ask } from '../../test/http/harness.ts';
import { untilWaiting } from '../../test/waiting.ts';
import { openPlaces } from '../registrations/index.ts';
import { register } from '../registrations/world.fixture.ts';
import { ORIGIN, thanksWorld } from './thanks.fixture.ts';
import { thank } from './thanks.service.ts';
import { record } from './world.fixture.ts';

const world = thanksWorld();
const { server, sql, address, em, thanksTo, counted, present, over, run, somebody } = world;

describe('who was there', () => {
  test('is thanked in their language, for the session by its title, with a link to its page; who was not, or of whom nobody has said it, is not', async () => {
    const [one, other, absent, unsaid] = [address(), address(), address(), address()];
    const { session, registrations } = await over([{ email: one, locale: 'mk', name: 'Ана Пробна' }, { email: other, locale: 'tr' }, { email: absent }, { email: unsaid }]);
    await present(registrations[0]!, registrations[1]!);
    await record(server(), world.headers().scac, { registration: registrations[2]!, state: 'ABSENT' });
    const secrets = () => sql(`select uuid, leave_hashes, offer_secret_hash from registration where session_uuid = ? order by uuid`, [session]);
    const before = await secrets();
    expect(await run()).toBe(2);
    expect(await counted(one, other, absent, unsaid)).toEqual([1, 1, 0, 0]);
    const [[mail], [theirs]] = [await thanksTo(one), await thanksTo(other)];
    expect([mail!.locale, mail!.subject, theirs!.locale, theirs!.subject]).toEqual(['mk', 'Ви благодариме за учеството – A session for tests (en)', 'tr', 'Katıldığınız için teşekkür ederiz – A session for tests (en)']);
    expect(mail!.text).toContain('Ана Пробна');
    const id = new RegExp(`${ORIGIN}/mk/trainings/(\\S+)\n`).exec(mail!.text)![1]!;
    expect((await ask(server(), 'query ($id: ID!) { trainingSession(id: $id) { title { text } } }', { id })).data).toEqual({ trainingSession: { title: { text: 'A session for tests' } } });
    // The links of earlier mails stay what they are.
    expect(await secrets()).toEqual(before);
  });

  test('is thanked once, whatever runs twice or at once', async () => {
    const { session, email } = await somebody();
    const counts = await Promise.all([run(), run(), thank(em(), ORIGIN, session), thank(em(), ORIGIN, session)]);
    expect([counts.reduce((sum, one) => sum + one, 0), await run(), await counted(email)]).toEqual([1, 0, [1]]);
  });

  /** What two find at once, the second of whom begins before the first has committed. */
  async function atOnce(session: string, hold: (one: ReturnType<typeof em>) => Promise<unknown>): Promise<number[]> {
    const find = async (one: ReturnType<typeof em>): Promise<number> => {
      await openPlaces(one);
      await hold(one);
      return (await one.execute<unknown[]>('select from thank_attendees(?)', [session])).length;
    };
    let second: Promise<number> | undefined;
    const first = await em().transactional(async (one) => {
      const found = await find(one);
      second = em().transactional(find);
      await untilWaiting(server().database);
      return found;
    });
    return [first, await second!];
  }

  test('is thanked by one of two processes, since the session is held: where nobody holds it, by both, which is the control', async () => {
    const [held, loose] = [await somebody(), await somebody()];
    expect(await atOnce(held.session, (one) => one.execute('select from hold_session(?)', [held.session]))).toEqual([1, 0]);
    expect(await atOnce(loose.session, async () => undefined)).toEqual([1, 1]);
  });

  test('is thanked twice where nobody keeps that they were: the control', async () => {
    const { one, email } = await somebody();
    await run();
    await sql('update registration set thanked_at = null where uuid = ?', [one]);
    await run();
    expect(await counted(email)).toEqual([2]);
  });

  test('is marked with the mail or not at all', async () => {
    const { session, one } = await somebody();
    await expect(thank(em(), 'no address', session)).rejects.toThrow();
    expect(await sql('select r.thanked_at, a.thanked from registration r join session_attendance a on a.session_uuid = r.session_uuid where r.uuid = ?', [one])).toEqual([{ thanked_at: null, thanked: 0 }]);
    expect(await run()).toBe(1);
  });

  test('is thanked once where it is said in parts, taken back and said again', async () => {
    const email = address();
    const { registrations: [one] } = await over([{ email }], { began: '53 hours', lasts: '50 hours' });
    const { data } = await ask(server(), 'query ($id: ID!) { node(id: $id) { ... on Registration { session { attendance { days } } } } }', { id: `Registration_${one!}` }, world.headers().scac);
    const { days } = (data!.node as { session: { attendance: { days: string[] } } }).session.attendance;
    const say = (state: string, ...on: readonly string[]) => record(server(), world.headers().scac, ...on.map((day) => ({ registration: one!, day, state })));
    await say('PRESENT', days[0]!);
    await say('OPEN', days[0]!);
    expect(await run()).toBe(0);
    await say('PRESENT', days[0]!);
    expect(await run()).toBe(1);
    await say('PRESENT', ...days);
    await say('ABSENT', ...days);
    await say('PRESENT', ...days);
    expect([await run(), await counted(email)]).toEqual([0, [1]]);
  });

  test('is thanked when it is said later, and nobody else then; after thirty days nobody is', async () => {
    const [one, other, late] = [address(), address(), address()];
    const { session, registrations } = await over([{ email: one }, { email: other }, { email: late }]);
    await present(registrations[0]!);
    expect([await run(), await counted(one, other)]).toEqual([1, [1, 0]]);
    await present(registrations[1]!);
    expect([await run(), await counted(one, other)]).toEqual([1, [1, 1]]);
    await sql(`update training_session set starts_at = now() - interval '31 days', ends_at = now() - interval '30 days' where uuid = ?`, [session]);
    await sql(`insert into presence (registration_uuid, day, session_uuid, state, decided_at) values (?, current_date - 31, ?, 'PRESENT', now())`, [registrations[2], session]);
    expect(await run()).toBe(0);
    // The control: a day less.
    await sql(`update training_session set ends_at = now() - interval '29 days' where uuid = ?`, [session]);
    expect([await run(), await counted(late)]).toEqual([1, [1]]);
  });
});

describe('one address', () => {
  test('of two organisations is thanked once, also where what the second says comes later', async () => {
    const email = address();
    const { session, registrations: [ours] } = await over([{ email }]);
    await sql(`update training_session set starts_at = now() + interval '90 days', ends_at = now() + interval '91 days' where uuid = ?`, [session]);
    expect((await register(server(), world.headers().authority, { session, organisation: null, country: 'RS', people: [{ email }] })).errors).toBeUndefined();
    await sql(`update training_session set starts_at = now() - interval '8 hours', ends_at = now() - interval '3 hours' where uuid = ?`, [session]);
    const [twin] = await sql<{ id: string }>('select uuid as id from registration where session_uuid = ? and uuid <> ?', [session, ours]);
    await present(ours!);
    expect(await run()).toBe(1);
    await present(twin!.id);
    expect([await run(), await counted(email)]).toEqual([0, [1]]);
    // Nor under another address that one of the two gets.
    await sql('update registration set email = ? where uuid = ?', ['thanked.anew@ngo.example', twin!.id]);
    expect(await run()).toBe(0);
  });

  test('that is corrected later brings no second mail', async () => {
    const { one, email } = await somebody();
    expect(await run()).toBe(1);
    await sql('update registration set email = ? where uuid = ?', [`new.${email}`, one]);
    expect([await run(), await counted(`new.${email}`)]).toEqual([0, [0]]);
  });

  test('of two who are made one brings no second mail: whichever registration stays', async () => {
    for (const first of [0, 1]) {
      const session = await world.nextSession(5);
      const { kept, gone, emails } = await world.two(session);
      await sql(`update training_session set starts_at = now() - interval '8 hours', ends_at = now() - interval '3 hours' where uuid = ?`, [session]);
      await sql(`update session_attendance set thanks_since = now() - interval '90 days' where session_uuid = ?`, [session]);
      const ids = await Promise.all([kept, gone].map(async (who) => (await sql<{ id: string }>('select uuid as id from registration where session_uuid = ? and participant_uuid = ?', [session, who]))[0]!.id));
      // They are held in France: the adviser says who was there.
      const say = (registration: string) => record(server(), world.headers().adviser, { registration });
      await say(ids[first]!);
      expect(await run()).toBe(1);
      await say(ids[1 - first]!);
      expect(await world.merge(kept, gone)).toMatch(/^DONE/);
      expect([await run(), (await counted(...emails)).reduce((sum, one) => sum + one, 0)]).toEqual([0, 1]);
    }
  });
});

describe('nobody is thanked', () => {
  test('of a session that was over when thanks began, is not over for two hours, was called off, or was put away', async () => {
    const { session } = await somebody();
    const never = async (change: string, back: string): Promise<void> => {
      await sql(change, [session]);
      expect(await run(), change).toBe(0);
      await sql(back, [session]);
    };
    const ended = `update training_session set ends_at = now() - interval '3 hours' where uuid = ?`;
    await never('update session_attendance set thanks_since = now() where session_uuid = ?', `update session_attendance set thanks_since = now() - interval '90 days' where session_uuid = ?`);
    await never(`update training_session set ends_at = now() - interval '119 minutes' where uuid = ?`, ended);
    await sql(`update training_session_translation set cancelled_reason = 'Closed.' where session_uuid = ?`, [session]);
    for (const stage of ['CANCELLED', 'ARCHIVED']) await never(`update training_session set stage = '${stage}' where uuid = ?`, `update training_session set stage = 'CLOSED' where uuid = ?`);
    // The control.
    expect(await run()).toBe(1);
  });

  test('who has withdrawn, or whose address refuses mails for good; one that has taken a mail since then is sent one', async () => {
    const [withdrawn, refuses] = [await somebody(), await somebody()];
    await sql(`update registration set state = 'WITHDRAWN', ending = 'WITHDRAWN', ended_at = now() where uuid = ?`, [withdrawn.one]);
    const mail = (outcome: string, moment: string) => sql(`insert into mail (uuid, recipient, locale, template, subject, ${outcome}) values (gen_random_uuid(), ?, 'fr', 'registration', 'S', ${moment})`, [refuses.email]);
    await mail('failed_at, failure', `now() - interval '1 day', 'REFUSED'`);
    expect(await run()).toBe(0);
    await mail('sent_at', 'now()');
    expect([await run(), await counted(withdrawn.email, refuses.email)]).toEqual([1, [0, 1]]);
  });

  test('by who is not about places: the functions of the database answer nobody else', async () => {
    const { session } = await somebody();
    expect(await sql('select from sessions_to_thank()')).toEqual([]);
    await expect(sql('select from thank_attendees(?)', [session])).rejects.toThrow(/privilege/);
    expect(await run()).toBe(1);
  });
});
