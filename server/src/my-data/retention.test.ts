/** Retention does what the register says: what is just over its time goes, what is not stays. */
import { beforeEach, describe, expect, test } from 'vitest';
import { auditJobs } from '../audit/index.ts';
import { declarations, forgettings, termsOf } from '../core/personal/index.ts';
import { mailJobs } from '../mail/index.ts';
import { memberJobs } from '../members/index.ts';
import { registrationJobs } from '../registrations/index.ts';
import { id, NOW, ORIGIN, testRetention } from './retention.fixture.ts';
import { byChance, rowsAround } from './retention-rows.fixture.ts';
import { forgetDue } from './retention.service.ts';

const { owner, em } = testRetention();
const MAKE = rowsAround(owner);

/** In seconds around the end of a time. */
const AROUND = [-1, 0, 1] as const;

describe('the daily work', () => {
  beforeEach(async () => {
    await owner('delete from person');
    for (const n of [1, 2, 3]) await owner(`insert into person (id, name, email, created_at, updated_at) values (?, ?, ?, '2031-01-01', '2031-01-01')`, [id(n), `Person ${n}`, `person${n}@example.org`]);
  });

  /** Days are as exact as a day can be. */
  const IN_DAYS = new Set(['member', 'expert', 'calendar_link']);

  test('looks after every table that says so, and no other', () => {
    expect([...new Set(forgettings(declarations).map(({ table }) => table))].sort()).toEqual(Object.keys(MAKE).sort());
  });

  test.each(['member', 'data_request', 'address_change', 'calendar_link'])('deletes the rows of %s whose time is over, to the second or the day, and no other', async (table) => {
    const { period } = forgettings(declarations).find((due) => due.table === table)!;
    // What is counted in days is over at the beginning of one.
    const now = IN_DAYS.has(table) ? new Date('2031-03-01T00:00:00Z') : NOW;
    for (const [i, around] of AROUND.entries()) {
      const [{ at }] = (await owner(`select to_char((?::timestamptz - interval '${period}' + ?::int * interval '1 ${IN_DAYS.has(table) ? 'day' : 'second'}') at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as at`, [now.toISOString(), around])) as [{ at: string }];
      await MAKE[table]!(i + 1, at);
    }
    expect((await forgetDue(em(), now))[table]).toBe(2);
    const left = (await owner(`select person_id as person from "${table}"`)) as { person: string }[];
    expect(left).toEqual([{ person: id(3) }]);
    // A moment later the last is over too; nobody who still has an account loses it.
    expect((await forgetDue(em(), new Date(now.getTime() + (IN_DAYS.has(table) ? 86_400_000 : 1_000))))[table]).toBe(1);
    expect(await owner('select id from person')).toHaveLength(3);
  });

  test('deletes clearances, with their documents, a year after their last day', async () => {
    await owner('delete from clearance');
    for (const [i, around] of AROUND.entries()) await MAKE.clearance!(i + 1, new Date(Date.UTC(2030, 0, 1) + around * 86_400_000).toISOString());
    await owner(`insert into clearance_file (clearance_uuid, kind, size) select uuid, 'PDF', 1 from clearance`);
    await owner(`insert into clearance_file_content (clearance_uuid, bytes) select uuid, '\\x00' from clearance`);
    const now = new Date('2031-01-01T00:00:00Z');
    expect(await forgetDue(em(), now)).toMatchObject({ clearance: 2 });
    expect(await owner('select clearance_uuid as id from clearance_file_content')).toEqual([{ id: id(103) }]);
    expect(await forgetDue(em(), new Date(now.getTime() + 86_400_000))).toMatchObject({ clearance: 1 });
  });

  test('deletes calls for availability, with what was answered, thirty days after their last day', async () => {
    await owner('delete from availability_call');
    await owner('alter table availability_call drop constraint availability_call_period');
    for (const [i, around] of AROUND.entries()) await MAKE.availability_call!(i + 1, new Date(Date.UTC(2031, 0, 1) + around * 86_400_000).toISOString());
    await owner(`insert into availability_request (uuid, call_uuid, expert_uuid, submission) select gen_random_uuid(), c.uuid, e.uuid, gen_random_uuid() from availability_call c, (select uuid from expert order by uuid limit 1) e`);
    const now = new Date('2031-01-31T00:00:00Z');
    expect(await forgetDue(em(), now)).toMatchObject({ availability_call: 2 });
    expect(await owner('select call_uuid as id from availability_request')).toEqual([{ id: id(103) }]);
    expect(await forgetDue(em(), new Date(now.getTime() + 86_400_000))).toMatchObject({ availability_call: 1 });
  });

  test('deletes the contacts of a leg a year after its last day; the leg stays', async () => {
    await owner('delete from mission');
    for (const [i, around] of AROUND.entries()) await MAKE.leg_contact!(i + 1, new Date(Date.UTC(2030, 0, 1) + around * 86_400_000).toISOString());
    const now = new Date('2031-01-01T00:00:00Z');
    expect(await forgetDue(em(), now)).toMatchObject({ leg_contact: 2 });
    expect(await owner('select uuid as id from leg_contact')).toEqual([{ id: id(103) }]);
    expect(await forgetDue(em(), new Date(now.getTime() + 86_400_000))).toMatchObject({ leg_contact: 1 });
    expect(await owner('select from mission_leg')).toHaveLength(3);
  });

  test('deletes a year later that a leg was withdrawn from a post', async () => {
    await owner('delete from withdrawn_leg');
    for (const [i, around] of AROUND.entries()) await MAKE.withdrawn_leg!(i + 1, new Date(Date.UTC(2030, 0, 1) + around * 86_400_000).toISOString());
    const now = new Date('2031-01-01T00:00:00Z');
    expect(await forgetDue(em(), now)).toMatchObject({ withdrawn_leg: 2 });
    expect(await owner('select uuid as id from withdrawn_leg')).toEqual([{ id: id(103) }]);
    expect(await em().execute('delete from withdrawn_leg returning 1')).toEqual([]);
    expect(await forgetDue(em(), new Date(now.getTime() + 86_400_000))).toMatchObject({ withdrawn_leg: 1 });
  });

  test('deletes the photos of a mission three years after it, with their captions; the mission stays', async () => {
    await owner('delete from mission');
    for (const [i, around] of AROUND.entries()) await MAKE.mission_photo!(i + 1, new Date(Date.UTC(2030, 0, 1) + around * 86_400_000).toISOString());
    const now = new Date('2033-01-01T00:00:00Z');
    expect(await forgetDue(em(), now)).toMatchObject({ mission_photo: 2 });
    expect(await owner('select photo_uuid as id from mission_photo_translation')).toEqual([{ id: byChance(103) }]);
    expect(await forgetDue(em(), new Date(now.getTime() + 86_400_000))).toMatchObject({ mission_photo: 1 });
    expect(await owner('select from mission')).toHaveLength(3);
  });

  test('deletes who was on a mission, with when they stayed, three years after it, whatever it needs and wherever it stands; the mission stays', async () => {
    await owner('delete from mission');
    await owner('alter table mission_member disable trigger mission_member_stands');
    for (const [i, around] of AROUND.entries()) await MAKE.mission_member!(i + 1, new Date(Date.UTC(2030, 0, 1) + around * 86_400_000).toISOString());
    await owner('alter table mission_member enable trigger mission_member_stands');
    for (const stage of ['PLANNED', 'CONSULTED', 'AGREED']) await owner('alter table mission disable trigger mission_posts_agree').then(() => owner('update mission set stage = ?', [stage])).then(() => owner('alter table mission enable trigger mission_posts_agree'));
    const now = new Date('2033-01-01T00:00:00Z');
    expect(await forgetDue(em(), now)).toMatchObject({ mission_member: 2 });
    expect(await owner('select member_uuid as id from mission_stay')).toEqual([{ id: id(103) }]);
    expect(await forgetDue(em(), new Date(now.getTime() + 86_400_000))).toMatchObject({ mission_member: 1 });
    expect([await owner('select from mission'), await owner(`select from expert_engagement where kind = 'STAY'`)].map((rows) => rows.length)).toEqual([3, 0]);
  });

  test('deletes papers of a mission, with whom they name, three years after it; the mission stays', async () => {
    await owner('delete from mission');
    for (const [i, around] of AROUND.entries()) await MAKE.mission_paper!(i + 1, new Date(Date.UTC(2030, 0, 1) + around * 86_400_000).toISOString());
    const now = new Date('2033-01-01T00:00:00Z');
    expect(await forgetDue(em(), now)).toMatchObject({ mission_paper: 2 });
    expect(await owner('select paper_uuid as id from mission_paper_person')).toEqual([{ id: byChance(103) }]);
    expect(await forgetDue(em(), new Date(now.getTime() + 86_400_000))).toMatchObject({ mission_paper: 1 });
    expect([await owner('select from mission'), await owner('select from mission_paper_person')].map((rows) => rows.length)).toEqual([3, 0]);
  });

  test('deletes who taught, and experts, once their time is over', async () => {
    const now = new Date('2040-01-01T00:00:00Z');
    await owner(`update training_session set ends_at = '2039-12-01', starts_at = '2039-11-30'`);
    await owner(`update expert set last_mission_on = '2039-12-01'`);
    expect(await forgetDue(em(), now)).toMatchObject({ expert: 0, session_trainer: 0 });
    await owner(`update training_session set ends_at = '2036-12-31 23:59:59', starts_at = '2036-12-31' where uuid = (select session_uuid from session_trainer limit 1)`);
    await owner(`update expert set last_mission_on = '2036-12-31' where not exists (select from session_trainer t where t.expert_uuid = expert.uuid)`);
    const [{ gone, stays }] = (await owner(`select count(*) filter (where last_mission_on = '2036-12-31')::int as gone, count(*) filter (where last_mission_on <> '2036-12-31')::int as stays from expert`)) as [{ gone: number; stays: number }];
    const [{ taught }] = (await owner(`select count(*)::int as taught from session_trainer t join training_session s on s.uuid = t.session_uuid where s.ends_at = '2036-12-31 23:59:59'`)) as [{ taught: number }];
    expect(await forgetDue(em(), now)).toMatchObject({ expert: gone, session_trainer: taught });
    expect(await owner('select from expert')).toHaveLength(stays);
  });

  test('deletes invitations to a session thirty days after it', async () => {
    await owner(`update training_session set ends_at = '2039-12-01', starts_at = '2039-11-30'`);
    await owner(`insert into session_invitation (uuid, session_uuid, email, name, locale, country_code, sector, submission, secret_hash) select ?, min(uuid::text)::uuid, 'n@ngo.example', 'N', 'fr', 'RS', 'OTHER', ?, 'x' from training_session`, [id(500), id(501)]);
    expect(await forgetDue(em(), new Date('2039-12-30T23:59:59Z'))).toMatchObject({ session_invitation: 0 });
    expect(await forgetDue(em(), new Date('2039-12-31T00:00:01Z'))).toMatchObject({ session_invitation: 1 });
  });

  test('deletes registrations once their time is over, and then those who take part in nothing', async () => {
    const now = new Date('2040-01-01T00:00:00Z');
    await owner(`update training_session set ends_at = '2039-12-01', starts_at = '2039-11-30'`);
    const [first, second] = (await owner('select uuid from training_session order by uuid limit 2')) as [{ uuid: string }, { uuid: string }];
    for (const [n, session] of [first, second].entries()) {
      await owner(`insert into participant (uuid, organisation_slug, name, email, locale, country_code, sector, created_at) values (?, 'astra', 'N', ?, 'fr', 'RS', 'CIVIL_SOCIETY', '2026-01-01')`, [id(200 + n), `n${n}@example.org`]);
      await owner(`insert into registration (uuid, session_uuid, participant_uuid, email, organisation_slug, country_code, sector, mode, state, submission, consented_at) values (?, ?, ?, 'n@ngo.example', 'astra', 'RS', 'CIVIL_SOCIETY', 'ON_SITE', 'AWAITING_VALIDATION', ?, now())`, [id(300 + n), session.uuid, id(200 + n), id(400)]);
    }
    const forgetIdle = () => registrationJobs(ORIGIN).find(({ name }) => name === 'registrations.forget')!.handler({} as never, { em: em() } as never);
    await forgetIdle();
    expect(await forgetDue(em(), now)).toMatchObject({ registration: 0 });
    await owner(`update training_session set ends_at = '2036-12-31 23:59:59', starts_at = '2036-12-31' where uuid = ?`, [first.uuid]);
    expect(await forgetDue(em(), now)).toMatchObject({ registration: 1 });
    expect(await owner('select uuid from participant order by 1')).toEqual([{ uuid: id(200) }, { uuid: id(201) }]);
    await forgetIdle();
    expect(await owner('select uuid from participant')).toEqual([{ uuid: id(201) }]);
  });

  test('without its purpose deletes nothing', async () => {
    await MAKE.member!(1, '2020-01-01T00:00:00Z');
    expect(await em().execute(`delete from member where until < '2025-01-01' returning 1`)).toEqual([]);
    expect(await forgetDue(em(), NOW)).toMatchObject({ member: 1 });
  });
});

describe('other jobs', () => {
  /** Rows around the end of the time that the register says, counted from the database's own clock, since that is what the job goes by. */
  const JOBS: readonly (readonly [table: string, event: string, insert: string, run: () => Promise<unknown>])[] = [
    ['mail', 'RECORDED', `insert into mail (uuid, recipient, locale, template, subject, created_at) values (?, 'x@example.org', 'fr', 'addressChanged', 'x', now() - interval 'PERIOD' - ?::int * interval '1 minute')`,
      () => mailJobs('none').find(({ name }) => name === 'mail.forget')!.handler({} as never, { em: em() } as never)],
    ['audit_entry', 'RECORDED', `insert into audit_entry (uuid, action, subject, at) values (?, 'ADDED', 'PERSON', now() - interval 'PERIOD' - ?::int * interval '1 minute')`,
      () => auditJobs()[0]!.handler({} as never, { em: em() } as never)],
  ];

  test('forget invitations and requests for access as the register says', async () => {
    const period = (table: string, event: string): string => termsOf(declarations).find((term) => term.table === table && term.event === event)!.period;
    await owner('delete from invitation');
    await owner('delete from access_request');
    for (const [n, minutes] of [[1, 1], [2, -1]] as const) {
      await owner(`insert into invitation (uuid, name, email, role, locale, secret_hash, expires_at, sent_at) values (?, 'x', ?, 'EXPERT', 'fr', ?, now(), now() - interval '${period('invitation', 'INVITED')}' - ?::int * interval '1 minute')`, [id(n), `x${n}@example.org`, `x${n}`, minutes]);
      const request = `insert into access_request (uuid, country_code, organisation_name, name, email, role, message, locale, secret_hash, created_at, confirmed_at, decision, decided_at)`;
      await owner(`${request} values (?, 'AL', 'x', 'x', ?, 'NGO_MEMBER', '', 'fr', ?, now() - interval '${period('access_request', 'RECORDED')}' - ?::int * interval '1 minute', now(), null, null)`, [id(10 + n), `x${n}@example.org`, `a${n}`, minutes]);
      await owner(`${request} values (?, 'AL', 'x', 'x', ?, 'NGO_MEMBER', '', 'fr', ?, now() - interval '40 days', now(), 'REFUSED', now() - interval '${period('access_request', 'DECIDED')}' - ?::int * interval '1 minute')`, [id(20 + n), `x${n}@example.org`, `d${n}`, minutes]);
    }
    await memberJobs()[0]!.handler({} as never, { em: em() } as never);
    expect(await owner('select uuid from invitation')).toEqual([{ uuid: id(2) }]);
    expect(await owner('select uuid from access_request order by 1')).toEqual([{ uuid: id(12) }, { uuid: id(22) }]);
  });

  test.each(JOBS)('forget %s as the register says', async (table, event, insert, run) => {
    const { period } = termsOf(declarations).find((term) => term.table === table && term.event === event)!;
    await owner(`delete from "${table}"`);
    await owner(insert.replace('PERIOD', period), [id(1), 1]);
    await owner(insert.replace('PERIOD', period), [id(2), -1]);
    await run();
    expect(await owner(`select uuid from "${table}"`)).toEqual([{ uuid: id(2) }]);
  });
});
