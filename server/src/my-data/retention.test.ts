/** Retention does what the register says: what is just over its time goes, what is not stays. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { MikroORM } from '@mikro-orm/postgresql';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { testDatabase } from '../../test/database.ts';
import { accountJobs, type Accounts } from '../accounts/index.ts';
import { agentJobs } from '../agents/index.ts';
import { auditJobs } from '../audit/index.ts';
import { useMetadata } from '../core/reader/index.ts';
import { Declarations, kept } from '../core/personal/declare.ts';
import { declarations, forgettings, termsOf } from '../core/personal/index.ts';
import { withoutWay } from '../core/personal/ways.ts';
import { mailJobs } from '../mail/index.ts';
import { memberJobs } from '../members/index.ts';
import { registrationJobs } from '../registrations/index.ts';
import { ormOptions } from '../orm.ts';
import { createSchema } from '../schema.ts';
import { myDataJobs } from './my-data.jobs.ts';
import { eraseUnused, forgetDue, warnUnused } from './retention.service.ts';
import { Tombstones } from './tombstones.ts';

const database = testDatabase('full');
/** Not the clock of this machine. */
const NOW = new Date('2031-03-01T12:00:00Z');
const ORIGIN = 'https://passerelle.example';
const id = (n: number): string => `019abc00-0000-7000-8000-${String(n).padStart(12, '0')}`;
const owner = (text: string, values: unknown[] = []): Promise<unknown[]> => database().orm.em.fork().execute(text, values);
let app: MikroORM;
let tombstones: Tombstones;
const folder = mkdtempSync(join(tmpdir(), 'passerelle-retention-'));
const em = () => app.em.fork();

beforeAll(async () => {
  app = await MikroORM.init(ormOptions(database().app));
  useMetadata(app.getMetadata());
  tombstones = new Tombstones(folder);
});
afterAll(async () => {
  await app.close();
  rmSync(folder, { recursive: true, force: true });
});

describe('every time of the register', () => {
  const jobs = [...mailJobs('none'), ...accountJobs({} as Accounts), ...agentJobs({} as never), ...auditJobs(), ...memberJobs(), ...myDataJobs({} as Tombstones, ORIGIN), ...registrationJobs(ORIGIN)];

  /** What is wrong with who ends the times: nobody, or somebody who does not exist or does not come by themselves. */
  async function without(of: Declarations): Promise<string[]> {
    const mutations = Object.keys((await createSchema()).getMutationType()!.getFields());
    const tables = new Set(termsOf(of).map(({ table }) => table));
    return termsOf(of).flatMap(({ table, event, forgetting }) => {
      const name = `${table} ${event}`;
      if (!forgetting) return [`${name}: nobody`];
      if ('by' in forgetting) return jobs.some((job) => job.name === forgetting.by && job.recurrence) ? [] : [`${name}: no job ${forgetting.by} that comes by itself`];
      if ('act' in forgetting) return mutations.includes(forgetting.act) ? [] : [`${name}: no mutation ${forgetting.act}`];
      if ('with' in forgetting) return tables.has(app.getMetadata().find(forgetting.with as never)!.tableName) ? [] : [`${name}: goes with what does not go`];
      return [];
    });
  }

  test('has somebody who ends it', async () => {
    expect(await without(declarations)).toEqual([]);
    expect(termsOf(declarations).length).toBeGreaterThan(15);
  });

  test('without anybody is found out', async () => {
    const planted = new Declarations();
    planted.personalTable('planted', {
      of: 'MEMBER', category: 'ACCOUNT', purpose: null, basis: null, retention: [kept('P1Y', 'RECORDED'), kept('P2Y', 'SENT'), kept('P3Y', 'INVITED')], recipients: ['SELF'], source: null,
      about: 'person', forgotten: { SENT: { by: 'nobody.forgets' }, INVITED: { act: 'forgetMe' } }, columns: { person: {} },
    });
    expect(await without(planted)).toEqual(['planted RECORDED: nobody', 'planted SENT: no job nobody.forgets that comes by itself', 'planted INVITED: no mutation forgetMe']);
  });

  test('that goes with another row does so by the database itself', async () => {
    const rows = (await owner(`
      select conrelid::regclass::text as table, confrelid::regclass::text as with from pg_constraint where contype = 'f' and confdeltype = 'c'
      union all select relname, null from pg_class where relkind = 'v'`)) as { table: string; with: string | null }[];
    const pairs = declarations.all.flatMap(({ table, forgotten }) => Object.values(forgotten).flatMap((forgetting) => ('with' in forgetting && typeof table !== 'string'
      ? [{ table: app.getMetadata().find(table as never)!.tableName, with: app.getMetadata().find(forgetting.with as never)!.tableName }] : [])));
    expect(pairs.filter((pair) => !rows.some((row) => row.table === pair.table && (row.with === null || row.with === pair.with)))).toEqual([]);
    expect(pairs.length).toBeGreaterThan(4);
  });
});

describe('every table about persons', () => {
  test('says how it leads to one, or why it cannot', () => {
    expect(withoutWay(declarations)).toEqual([]);
  });

  test('that does not is found out', () => {
    const planted = new Declarations();
    planted.personalTable('planted', { of: 'MEMBER', category: 'ACCOUNT', purpose: null, basis: null, retention: null, recipients: ['SELF'], source: null, columns: { shoes: {} } });
    expect(withoutWay(planted)).toEqual([expect.stringMatching(/^planted: say with “about”/)]);
  });
});

/** In seconds around the end of a time. */
const AROUND = [-1, 0, 1] as const;

describe('the daily work', () => {
  beforeEach(async () => {
    await owner('delete from person');
    for (const n of [1, 2, 3]) await owner(`insert into person (id, name, email, created_at, updated_at) values (?, ?, ?, '2031-01-01', '2031-01-01')`, [id(n), `Person ${n}`, `person${n}@example.org`]);
  });

  /** How a row of each table that it looks after is made, with the event at an instant; days end with theirs. */
  const MAKE: Readonly<Record<string, (n: number, at: string) => Promise<unknown>>> = {
    member: (n, at) => owner(`insert into member (uuid, person_id, role, since, until) values (?, ?, 'EXPERT', '2020-01-01', (?::timestamptz at time zone 'UTC')::date - 1)`, [id(100 + n), id(n), at]),
    data_request: (n, at) => owner(`insert into data_request (uuid, person_id, kind, text, due_on, answered_at, answer) values (?, ?, 'OBJECT', 'x', '2029-01-01', ?, 'y')`, [id(100 + n), id(n), at]),
    address_change: (n, at) => owner(`insert into address_change (person_id, email, secret_hash, created_at) values (?, ?, 'x', ?)`, [id(n), `new${n}@example.org`, at]),
    calendar_link: (n, at) => owner(`insert into calendar_link (uuid, person_id, locale, secret_hash, kept_from) values (?, ?, 'fr', ?, (?::timestamptz at time zone 'UTC')::date - 1)`, [id(100 + n), id(n), `x${n}`, at]),
    expert: (n, at) => owner(`update expert set last_mission_on = (?::timestamptz at time zone 'UTC')::date - 1, name = ? where uuid = (select uuid from expert where name !~ '^Around' order by uuid limit 1)`, [at, `Around ${n}`]),
    session_trainer: (n, at) => owner(`update training_session set ends_at = ?, starts_at = ?::timestamptz - interval '1 hour', town = ? where uuid = (select session_uuid from session_trainer t join training_session s on s.uuid = t.session_uuid where s.town is distinct from 'Around' order by 1 limit 1)`, [at, at, `Around`]).then(() => n),
    registration: (n, at) => owner(`update training_session set ends_at = ?, starts_at = ?::timestamptz - interval '1 hour', town = ? where uuid = (select r.session_uuid from registration r join training_session s on s.uuid = r.session_uuid where s.town is distinct from 'Around' order by 1 limit 1)`, [at, at, `Around`]).then(() => n),
  };
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

  test('deletes registrations once their time is over, and then those who take part in nothing', async () => {
    const now = new Date('2040-01-01T00:00:00Z');
    await owner(`update training_session set ends_at = '2039-12-01', starts_at = '2039-11-30'`);
    const [first, second] = (await owner('select uuid from training_session order by uuid limit 2')) as [{ uuid: string }, { uuid: string }];
    for (const [n, session] of [first, second].entries()) {
      await owner(`insert into participant (uuid, organisation_slug, name, email, locale, country_code, sector, created_at) values (?, 'astra', 'N', ?, 'fr', 'RS', 'CIVIL_SOCIETY', '2026-01-01')`, [id(200 + n), `n${n}@example.org`]);
      await owner(`insert into registration (uuid, session_uuid, participant_uuid, email, organisation_slug, country_code, sector, mode, state, submission, consented_at) values (?, ?, ?, 'n', 'astra', 'RS', 'CIVIL_SOCIETY', 'ON_SITE', 'AWAITING_VALIDATION', ?, now())`, [id(300 + n), session.uuid, id(200 + n), id(400)]);
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

describe('an account that nobody uses', () => {
  const [LAST, WARNED] = ['last_sign_in_at', 'warned_at'];
  const before = (days: number, seconds = 0): string => new Date(NOW.getTime() - days * 86_400_000 - seconds * 1_000).toISOString();
  /** Two years before NOW, of which one was a leap year. */
  const TWO_YEARS = '2029-03-01T12:00:00Z';

  beforeEach(async () => {
    await owner('delete from person');
    await owner('delete from mail');
  });

  async function person(n: number, facts: Readonly<Record<string, string | null>>): Promise<void> {
    await owner(`insert into person (id, name, email, locale, created_at, updated_at) values (?, ?, ?, 'hu', '2025-01-01', '2025-01-01')`, [id(n), `Person ${n}`, `person${n}@example.org`]);
    for (const [column, value] of Object.entries(facts)) await owner(`update person set ${column} = ? where id = ?`, [value, id(n)]);
  }

  const left = async (): Promise<number[]> => ((await owner('select id from person order by id')) as { id: string }[]).map((row) => Number(row.id.slice(-3)));

  test('goes when its time is over, and it was warned of thirty days ago or more', async () => {
    await person(1, { [LAST]: TWO_YEARS, [WARNED]: before(30) });
    await person(2, { [LAST]: '2029-03-01T12:00:01Z', [WARNED]: before(40) });
    await person(3, { [LAST]: '2028-01-01', [WARNED]: before(29, 86_399) });
    await person(4, { [LAST]: '2020-01-01', [WARNED]: null });
    await person(5, { [LAST]: null, [WARNED]: before(60) });
    expect(await eraseUnused(em(), NOW, tombstones)).toBe(2);
    expect(await left()).toEqual([2, 3, 4]);
    expect(await owner('select from erased_person')).toHaveLength(2);
    expect(await tombstones.all()).toHaveLength(2);
  });

  test('stays when it is the last adviser’s', async () => {
    await person(1, { [LAST]: '2020-01-01', [WARNED]: before(60) });
    await owner(`insert into member (uuid, person_id, role, since) values (?, ?, 'ADVISER', '2020-01-01')`, [id(1), id(1)]);
    expect(await eraseUnused(em(), NOW, tombstones)).toBe(0);
    expect(await left()).toEqual([1]);
  });

  test('is warned of once, in time, in the language of its person, with the day', async () => {
    await person(1, { [LAST]: '2029-04-15T12:00:00Z' });
    await person(2, { [LAST]: '2029-04-15T12:00:01Z' });
    await person(3, { [LAST]: '2020-01-01' });
    expect(await warnUnused(em(), NOW, ORIGIN)).toBe(2);
    expect(await warnUnused(em(), NOW, ORIGIN)).toBe(0);
    const mails = (await owner('select recipient, locale, text, person_id as person from mail order by recipient')) as { recipient: string; locale: string; text: string; person: string }[];
    expect(mails.map(({ recipient, locale, person: whose }) => [recipient, locale, whose])).toEqual([['person1@example.org', 'hu', id(1)], ['person3@example.org', 'hu', id(3)]]);
    expect(mails[0]!.text).toContain('2031. április 15.');
    // Long over: thirty days from now at the earliest.
    expect(mails[1]!.text).toContain('2031. március 31.');
  });

  test('counts as warned of when the mail has left, and not before; signing in takes it back', async () => {
    await person(1, { [LAST]: '2020-01-01' });
    await warnUnused(em(), NOW, ORIGIN);
    const warned = async (): Promise<unknown> => ((await owner('select warned_at is not null as warned from person')) as [{ warned: boolean }])[0].warned;
    expect(await warned()).toBe(false);
    await owner(`update mail set failed_at = ?, failure = 'NO_SERVER'`, [before(0)]);
    expect(await warned()).toBe(false);
    expect(await eraseUnused(em(), new Date('2099-01-01'), tombstones)).toBe(0);
    // Tried again after a week.
    await owner('update mail set created_at = ?', [before(6)]);
    expect(await warnUnused(em(), NOW, ORIGIN)).toBe(0);
    await owner('update mail set created_at = ?', [before(8)]);
    expect(await warnUnused(em(), NOW, ORIGIN)).toBe(1);
    await owner('update mail set sent_at = ? where failed_at is null', [before(0)]);
    expect(await warned()).toBe(true);
    await owner(`insert into sign_in_session (id, person_id, token, expires_at, created_at, updated_at) values (?, ?, 'x', now(), ?, now())`, [id(1), id(1), before(0)]);
    expect(await warned()).toBe(false);
    expect(await owner('select last_sign_in_at = ? as is from person', [NOW.toISOString()])).toEqual([{ is: true }]);
  });

  test('of an invented person is not written about', async () => {
    await person(1, { [LAST]: '2020-01-01' });
    await owner('update person set is_demonstration = true');
    expect(await warnUnused(em(), NOW, ORIGIN)).toBe(0);
  });
});
