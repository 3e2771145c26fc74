/** What becomes of the entry in the calendar of somebody who gives up a place, but teaches in the session or has another place in it. */
import { describe, expect, test } from 'vitest';
import { ask } from '../../test/http/harness.ts';
import { PEOPLE } from '../../test/permissions/roles.ts';
import { readCalendar } from '../calendars/reading.fixture.ts';
import { transactAs } from '../core/database/index.ts';
import { onSessionChanged } from '../trainings/session-changes.ts';
import { doublesWorld } from './doubles.fixture.ts';
import { act, idOf, mailsTo, register } from './world.fixture.ts';

const world = doublesWorld();
const { server, sql } = world;

/** What the mails to an address do to calendars, in their order: the method, the id and whether it stands, as another program reads them. */
async function entriesOf(email: string): Promise<string[]> {
  const mails = await sql<{ calendar: string[] | null }>('select calendar from mail where recipient = ? order by created_at, uuid', [email]);
  return mails.flatMap(({ calendar }) => (calendar ?? []).map(readCalendar)).flatMap(({ method, events }) => events.map((event) => `${method!} ${event.uid} ${event.property('status')!.text}`));
}

/** Has the expert of the demonstration teach in a session. */
async function teaches(session: string): Promise<void> {
  await sql('insert into session_trainer (session_uuid, expert_uuid, position) select ?, e.uuid, 1 from expert e join person p on p.id = e.person_id where p.email = ?', [session, PEOPLE.expert]);
}

/** Takes who teaches out of it again, as its own feature does. */
async function teachesNoLonger(session: string): Promise<void> {
  const [adviser] = await sql<{ id: string }>('select id from person where email = ?', [PEOPLE.adviser]);
  const trainers = (await sql<{ id: string }>('select expert_uuid as id from session_trainer where session_uuid = ?', [session])).map(({ id }) => id);
  await transactAs(server().database.orm, adviser!.id)(async (em) => {
    await em.execute('delete from session_trainer where session_uuid = ?', [session]);
    await onSessionChanged(em, session, { by: adviser!.id, origin: 'https://passerelle.example', kinds: ['TRAINERS'], before: { trainers } as never, after: { needsValidation: false, trainers: [] } as never });
  });
}

const withdraw = async (session: string, email: string) => act(server(), world.headers().ngoCoordinator, 'withdrawRegistration', await idOf(server(), session, email));
const entry = (session: string, method: string, status: string): string => `${method} TrainingSession_${session} ${status}`;
const leaveLink = async (email: string): Promise<string> => /\/leave#([\w-]+)\n/.exec((await mailsTo(server(), email)).findLast(({ text }) => text.includes('/leave#'))!.text)![1]!;

describe('who gives up their place', () => {
  test('in a session in which they teach keeps it in their calendar; who only took part does not, which is the control', async () => {
    const session = await world.nextSession();
    const [other] = world.addresses('entered', 'unused');
    for (const email of [PEOPLE.expert, other]) await world.enter(session, email);
    await teaches(session);
    for (const email of [PEOPLE.expert, other]) expect(await withdraw(session, email)).toBe('DONE WITHDRAWN');
    const kept = entry(session, 'PUBLISH', 'CONFIRMED');
    expect([await entriesOf(PEOPLE.expert), await entriesOf(other)]).toEqual([[kept], [kept, entry(session, 'CANCEL', 'CANCELLED')]]);
    expect((await mailsTo(server(), PEOPLE.expert)).at(-1)!.subject).toMatch(/^Inscription retirée/);
    // Once they do not teach in it either, it is taken out.
    await teachesNoLonger(session);
    expect((await entriesOf(PEOPLE.expert)).at(-1)).toBe(entry(session, 'CANCEL', 'CANCELLED'));
  });

  test('in a session in which they teach loses it where nobody asks whether they do: the control', async () => {
    const session = await world.nextSession();
    await world.enter(session, PEOPLE.expert);
    await teaches(session);
    const definition = (await sql<{ is: string }>(`select pg_get_functiondef('keeps_entry(uuid)'::regprocedure) as is`))[0]!.is;
    await sql('create or replace function keeps_entry(the_registration uuid) returns boolean language sql as $$ select false $$');
    try {
      await withdraw(session, PEOPLE.expert);
    } finally {
      await sql(definition);
    }
    expect((await entriesOf(PEOPLE.expert)).at(-1)).toBe(entry(session, 'CANCEL', 'CANCELLED'));
  });

  test('keeps it while they have a place by another registration, and not once both are given up', async () => {
    const session = await world.nextSession();
    const [email] = world.addresses('twice', 'unused');
    await world.enter(session, email);
    await register(server(), world.headers().authority, { session, organisation: null, country: 'RS', people: [{ email, name: 'Somebody' }] });
    const link = await leaveLink(email);
    const [ours] = await sql<{ id: string }>('select uuid as id from registration where session_uuid = ? and organisation_slug is not null', [session]);
    await sql('delete from mail');
    expect(await act(server(), world.headers().ngoCoordinator, 'withdrawRegistration', ours!.id)).toBe('DONE WITHDRAWN');
    expect(await entriesOf(email)).toEqual([]);
    await world.enter(session, email);
    await sql('delete from mail');
    // By the link of a mail all of them are given up at once: it is taken out once.
    expect((await ask(server(), 'mutation ($secret: String!) { leaveByLink(secret: $secret) { outcome } }', { secret: link })).data).toEqual({ leaveByLink: { outcome: 'DONE' } });
    expect(await entriesOf(email)).toEqual([entry(session, 'CANCEL', 'CANCELLED')]);
  });
});
