/** What keeps papers that are renewed by themselves from being made twice, by anybody else, or with what must not be in them. Each with a control: without its guard it is so. */
import { randomUUID } from 'node:crypto';
import { MikroORM } from '@mikro-orm/postgresql';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { testServer, UNLIMITED } from '../../test/http/harness.ts';
import { type Headers, PEOPLE, signEverybodyIn } from '../../test/permissions/roles.ts';
import { untilWaiting } from '../../test/waiting.ts';
import { actingFor } from '../core/jobs/index.ts';
import { keyOf, owner } from '../missions/world.fixture.ts';
import { ormOptions } from '../orm.ts';
import { makePaper, papersWorld, type World } from './papers.fixture.ts';
import { mails, moveMeeting, pass, renew, rest, versions } from './renewal.fixture.ts';

const server = testServer({ signInLimits: UNLIMITED });
const sql = <T = Record<string, unknown>>(text: string, values: unknown[] = []): Promise<T[]> => owner<T>(server(), text, values);
let headers: Headers;
let world: World;
/** As the role of the worker. */
let orm: MikroORM;

beforeAll(async () => {
  headers = await signEverybodyIn(server());
  orm = await MikroORM.init(ormOptions(server().database.app));
  await sql('create or replace function t_wait() returns trigger language plpgsql as $body$ begin perform pg_advisory_xact_lock(4711); return null; end $body$');
  return () => orm.close();
});
beforeEach(async () => {
  await set();
});

/** A mission with its programme, of which an hour has changed since; that has rested, and the job has not come yet. */
async function set(): Promise<void> {
  world = await papersWorld(server(), headers.adviser);
  await makePaper(server(), headers.adviser, 'PROGRAMME_POST', keyOf(world.belgrade));
  await moveMeeting(server(), headers.adviser, world, 2, { starts: '14:00' });
  await renew(orm);
  await pass(server(), 15);
  await sql(`delete from mail where template = 'paperRenewed'`);
}

/** Does something while a function of the database says something else in one place. */
async function otherwise<T>(signature: string, [is, other]: readonly [string, string], work: () => Promise<T>): Promise<T> {
  const [{ now }] = (await sql<{ now: string }>('select pg_get_functiondef(?::regprocedure) as now', [signature])) as [{ now: string }];
  expect(now).toContain(is);
  await sql(now.replaceAll(is, other));
  try {
    return await work();
  } finally {
    await sql(now);
  }
}

/** While whoever makes a version waits with it, made and not given yet, `work` is begun; it is given once `work` waits, or is done. What came of both. */
async function during(making: () => Promise<unknown>, work: () => Promise<unknown>): Promise<readonly [unknown, unknown]> {
  const said = (all: Promise<unknown>): Promise<unknown> => all.then((one) => one ?? 'DONE', ({ code, message }: Error & { code?: string }) => code ?? message);
  await sql('create or replace trigger "zz_waits" after insert on mission_paper for each row execute function t_wait()');
  const em = server().database.orm.em.fork();
  await em.begin();
  await em.execute('select pg_advisory_xact_lock(4711)');
  const made = said(making());
  await untilWaiting(server().database);
  const came = said(work());
  await Promise.race([untilWaiting(server().database, 2), came]);
  await em.rollback();
  const both = [await made, await came] as const;
  await sql('drop trigger "zz_waits" on mission_paper');
  return both;
}

const press = async (): Promise<string> => {
  const { outcome, told, paper } = await makePaper(server(), headers.scac, 'PROGRAMME_POST', keyOf(world.belgrade));
  return `${outcome} ${paper?.number} told ${told}`;
};
const numbers = async (): Promise<string[]> => (await versions(server())).map((what) => what.split(' ')[2]!);
const HOLDS = ['for update skip locked', ''] as const;

describe('of a press and the job at once', () => {
  test('a press that comes second waits and finds what was made by itself; without holding it fails by its number: the control', async () => {
    expect(await during(() => renew(orm), press)).toEqual(['DONE', 'DONE 2 told 0']);
    expect([await numbers(), (await mails(server())).length]).toEqual([['1', '2*'], 2]);
    await set();
    const [, second] = await otherwise('hold_leg(uuid)', ['for update', ''], () => during(() => renew(orm), press));
    expect(second).not.toContain('DONE');
  });

  test('the job that comes second goes by, and finds later what was made; without that it fails: the control', async () => {
    expect(await during(press, () => renew(orm))).toEqual(['DONE 2 told 1', 'DONE']);
    await rest(server(), orm);
    expect([await numbers(), (await mails(server())).map(({ recipient }) => recipient)]).toEqual([['1', '2'], [PEOPLE.ssi]]);
    await set();
    const [, second] = await otherwise('hold_renewed_mission(uuid)', HOLDS, () => during(press, () => renew(orm)));
    expect(second).toBe('23505');
  });

  test('of two workers the second makes nothing; without that it fails: the control', async () => {
    expect(await during(() => renew(orm), () => renew(orm))).toEqual(['DONE', 'DONE']);
    expect([await numbers(), (await mails(server())).length]).toEqual([['1', '2*'], 2]);
    await set();
    const [, second] = await otherwise('hold_renewed_mission(uuid)', HOLDS, () => during(() => renew(orm), () => renew(orm)));
    expect(second).toBe('23505');
  });

  test('who changes the plan while a version is made waits, and it is renewed once more when that has rested', async () => {
    expect((await during(() => renew(orm), () => moveMeeting(server(), headers.adviser, world, 3, { starts: '16:00' }).then(({ outcome }) => outcome)))).toEqual(['DONE', 'DONE']);
    await rest(server(), orm);
    expect(await sql(`select p.number, x ->> 'starts' as starts from mission_paper p, jsonb_array_elements(p.facts -> 'meetings') x where x ->> 'key' = ? order by 1`, [world.both])).toEqual([{ number: 1, starts: '10:00' }, { number: 2, starts: '14:00' }, { number: 3, starts: '16:00' }]);
  });
});

describe('nobody else renews', () => {
  const [FACTS, KEY] = ['{"version":2,"isDemonstration":true,"places":{},"names":{}}', randomUUID()];
  /** What somebody gets, or that it is refused: past the services, with the purpose of the job or without. */
  const straight = async (role: 'scac' | 'adviser' | null, purpose: boolean, statement: string, values: unknown[]): Promise<unknown> => {
    const [person] = await sql<{ id: string }>('select id from person where email = ?', [role && PEOPLE[role]]);
    return actingFor(orm.em.fork(), purpose ? 'papers' : 'slots', async (em) => {
      await em.execute(`select set_config('passerelle.person', ?, true)`, [person?.id ?? '']);
      return em.execute(statement, values);
    }).then((rows) => JSON.stringify(rows), () => 'REFUSED');
  };
  const renewed = (role: 'scac' | 'adviser' | null, purpose: boolean): Promise<unknown> => straight(role, purpose, `select renew_paper(?, 'PROGRAMME_POST', ?, ?::jsonb)`, [KEY, keyOf(world.belgrade), FACTS]);

  test('no person, whatever they say what for, and no other job; without that guard they do: the control', async () => {
    const all = async (): Promise<unknown[]> => {
      const came: unknown[] = [];
      for (const [role, purpose] of [['adviser', true], ['scac', true], [null, false]] as const) {
        await sql(`update mission_paper set difference = 'x', differs_since = now() - interval '15 minutes' where number = 1`);
        came.push(await renewed(role, purpose));
        await sql('delete from mission_paper where number > 1');
      }
      return came;
    };
    expect(await all()).toEqual(['REFUSED', 'REFUSED', 'REFUSED']);
    // Of nobody, for nothing, whoever must know of it is not told either.
    expect(await otherwise('renew_paper(uuid, text, uuid, jsonb)', [`(acts_for('papers') and acting_person() is null)`, 'true'], all)).toEqual(['[{"renew_paper":2}]', '[{"renew_paper":2}]', 'REFUSED']);
  });

  test('the job itself makes no first paper, none before what is so has rested, and none past `renew_paper`', async () => {
    const absent = await straight(null, true, `select renew_paper(?, 'CONTACTS', ?, ?::jsonb)`, [KEY, keyOf(world.belgrade), FACTS]);
    await sql(`update mission_paper set differs_since = now() - interval '14 minutes'`);
    const early = await renewed(null, true);
    const past = await Promise.all(['select keep_paper(?, ?, ?, ?::jsonb, true)', 'select make_paper(?, ?, ?, ?::jsonb)'].map((statement) => straight(null, true, statement, [KEY, 'PROGRAMME_POST', keyOf(world.belgrade), FACTS])));
    expect([absent, early, ...past]).toEqual(['REFUSED', 'REFUSED', 'REFUSED', 'REFUSED']);
    await sql(`update mission_paper set differs_since = now() - interval '15 minutes'`);
    // The control: then it does.
    expect(await renewed(null, true)).toBe('[{"renew_paper":2}]');
  });

  test('and nobody else is given what it reads', async () => {
    const [mission, paper] = [keyOf(world.mission), (await sql<{ uuid: string }>('select uuid from mission_paper'))[0]!.uuid];
    const reads = async (role: 'scac' | 'adviser' | null, purpose: boolean): Promise<unknown[]> => [
      await straight(role, purpose, 'select renewed_missions() as key', []), await straight(role, purpose, 'select hold_renewed_mission(?) as held', [mission]), await straight(role, purpose, `select papers_to_renew(?) -> 'papers' as papers`, [mission]),
      await straight(role, purpose, 'select note_paper_differences(?::jsonb)', [JSON.stringify({ [paper]: null })]).then(() => sql('select 1 as one from mission_paper where difference is null')),
    ];
    for (const [role, purpose] of [['adviser', true], ['scac', true], ['scac', false], [null, false]] as const) expect(await reads(role, purpose)).toEqual(['[]', '[{"held":false}]', '[{"papers":[]}]', []]);
    expect(await straight(null, false, 'select on_paper(?, ?) as given', ['PROGRAMME_POST', keyOf(world.belgrade)])).toBe('[{"given":null}]');
    // The control: the job is.
    expect((await reads(null, true)).map((one) => JSON.stringify(one).length > 20)).toEqual([true, false, true, false]);
  });
});

test('where a protected organisation is stands in no version that comes by itself; were it not asked it would: the control', async () => {
  const SHELTER = 't-secret-house';
  await sql('delete from organisation where slug = ?', [SHELTER]);
  await sql(`with o as (insert into organisation (slug, country_code, kind, source_locale, source, is_verified, is_published, is_protected, is_demonstration) values (?, 'RS', 'NGO', 'fr', 'T', false, true, true, true) returning slug)
    insert into organisation_translation (organisation_slug, locale, name) select slug, 'fr', 'Maison Ébène' from o`, [SHELTER]);
  const both = async (): Promise<unknown[]> => {
    await sql('update organisation set is_protected = false where slug = ?', [SHELTER]);
    await set();
    await moveMeeting(server(), headers.adviser, world, 3, { organisation: `Organisation_${SHELTER}`, hostName: '', starts: '14:00' });
    await rest(server(), orm);
    const before = await sql<{ said: boolean }>(`select facts::text like '%Savska%' as said from mission_paper order by number`);
    // The meeting keeps its place, as though nobody had taken it away there.
    await sql('alter table organisation disable trigger user');
    await sql('update organisation set is_protected = true where slug = ?', [SHELTER]);
    await sql('alter table organisation enable trigger user');
    await sql(`update mission_leg set lodging_name = 'Autre hôtel' where uuid = ?`, [keyOf(world.belgrade)]);
    await rest(server(), orm);
    const [last] = await sql<{ said: boolean }>(`select facts::text like '%Savska%' as said from mission_paper order by number desc limit 1`);
    return [before.at(-1)!.said, await numbers(), last!.said];
  };
  expect(await both()).toEqual([true, ['1', '2*', '3*'], false]);
  const [{ now }] = (await sql<{ now: string }>(`select pg_get_functiondef('places_told(uuid[])'::regprocedure) as now`)) as [{ now: string }];
  expect(now).toContain('not exists');
  await sql(now.replace('not exists', 'true or not exists'));
  expect(await both()).toEqual([true, ['1', '2*', '3*'], true]);
  await sql(now);
});
