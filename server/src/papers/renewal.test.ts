/** Papers of missions that are agreed, renewed by themselves: when, which, for whom, and that one mission keeps no other. */
import { MikroORM } from '@mikro-orm/postgresql';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { ask, testServer, UNLIMITED } from '../../test/http/harness.ts';
import { type Headers, PEOPLE, signEverybodyIn } from '../../test/permissions/roles.ts';
import { removeMeeting } from '../meetings/meetings.fixture.ts';
import { keyOf, missionWith, owner, step } from '../missions/world.fixture.ts';
import { ormOptions } from '../orm.ts';
import { agree, everyPaper, makePaper, papersFor, papersWorld, type World } from './papers.fixture.ts';
import { mails, moveMeeting, ORIGIN, pass, renew, rest, versions } from './renewal.fixture.ts';

const server = testServer({ signInLimits: UNLIMITED });
const sql = <T = Record<string, unknown>>(text: string, values: unknown[] = []): Promise<T[]> => owner<T>(server(), text, values);
let headers: Headers;
let world: World;
/** As the role of the worker. */
let orm: MikroORM;

beforeAll(async () => {
  headers = await signEverybodyIn(server());
  orm = await MikroORM.init(ormOptions(server().database.app));
  return () => orm.close();
});
beforeEach(async () => {
  world = await papersWorld(server(), headers.adviser);
  await sql(`delete from mail where template = 'paperRenewed'`);
});

const make = (kind: string, about: string, by: keyof Headers = 'adviser') => makePaper(server(), headers[by], kind, about);
const putOff = (version = 2, changes: Readonly<Record<string, unknown>> = { starts: '14:00' }) => moveMeeting(server(), headers.adviser, world, version, changes);
const ofPost = (): string => `PROGRAMME_POST ${keyOf(world.belgrade)}`;
/** What the papers of the mission say, as the adviser reads them. */
const states = async (): Promise<string[]> => (await papersFor(server(), headers.adviser, { mission: world.mission, leg: world.belgrade })).mission!.map(({ kind, aboutKey, number, state }) => `${kind} ${aboutKey} ${number} ${state}`);

describe('a paper that was given out', () => {
  test('has its next version once an hour that it says has changed and rested for a quarter of an hour: each of those that say it, and one mail to each who must know, once', async () => {
    for (const [kind, about] of everyPaper(world)) await make(kind, about);
    await make('PROGRAMME_POST', keyOf(world.tirana));
    const first = await versions(server());
    await renew(orm);
    expect((await putOff()).outcome).toBe('DONE');
    for (const minutes of [0, 10, 4]) {
      await pass(server(), minutes);
      await renew(orm);
      expect([await versions(server()), await mails(server())]).toEqual([first, []]);
    }
    await pass(server(), 1);
    await renew(orm);
    const [rs, { own, judge, both }] = [keyOf(world.belgrade), world];
    const renewed = [`INTERPRETER ${rs}`, `INVITATION ${both}`, `PROGRAMME_PERSON ${own}`, `PROGRAMME_PERSON ${judge}`, `PROGRAMME_POST ${rs}`];
    expect(await versions(server())).toEqual([...first, ...renewed.map((what) => `${what} 2*`)].toSorted());
    expect((await states()).filter((what) => what.endsWith('CHANGED'))).toEqual([]);
    expect((await states()).filter((what) => / 2 CURRENT$/.test(what)).length).toBe(5);
    const told = await mails(server());
    expect(told.map(({ recipient }) => recipient)).toEqual([PEOPLE.expert, PEOPLE.scac, PEOPLE.ssi].toSorted());
    for (const { recipient, subject, text, html } of told) {
      expect([recipient, /TIRAN|Albani|Shqip|SECRET|Primer|14:00|Savska/i.exec(subject + text + html)]).toEqual([recipient, null]);
      expect(text).toMatch(recipient === PEOPLE.expert ? new RegExp(`${ORIGIN}/\\S+/own-missions/papers`) : new RegExp(`${ORIGIN}/\\S+/legs/${world.belgrade}/papers`));
    }
    expect(await sql(`select kind, told from mission_paper where number = 2 order by kind, told`)).toEqual([
      { kind: 'INTERPRETER', told: 2 }, { kind: 'INVITATION', told: 2 }, { kind: 'PROGRAMME_PERSON', told: 0 }, { kind: 'PROGRAMME_PERSON', told: 1 }, { kind: 'PROGRAMME_POST', told: 2 },
    ]);
    // Nothing more comes of it.
    await rest(server(), orm);
    expect([(await versions(server())).length, (await mails(server())).length]).toEqual([first.length + 5, 3]);
  });

  test('is nobody’s act: the trail names nobody, and whoever reads it learns that it came by itself', async () => {
    await make('PROGRAMME_POST', keyOf(world.belgrade));
    await putOff();
    await rest(server(), orm);
    expect(await sql(`select by_id, subject, after from audit_entry where part = 'paper_renewed' and object = ?`, [keyOf(world.mission)])).toEqual([{ by_id: null, subject: 'MISSION_LEG', after: 'PROGRAMME_POST 2' }]);
    const { data } = await ask(server(), 'query ($leg: ID!) { missionLeg(id: $leg) { papers { number isRenewed } } }', { leg: world.belgrade }, headers.scac);
    expect(data!.missionLeg).toEqual({ papers: [{ number: 2, isRenewed: true }, { number: 1, isRenewed: false }] });
  });

  test('waits as long as anything moves that a paper of its mission says: nobody is written to of what is half done', async () => {
    await make('PROGRAMME_POST', keyOf(world.belgrade));
    await make('CONTACTS', keyOf(world.belgrade));
    await putOff(2, { starts: '14:00' });
    await renew(orm);
    await pass(server(), 15);
    await putOff(3, { starts: '15:00' });
    await renew(orm);
    await pass(server(), 10);
    // Another paper of the mission begins to differ.
    await sql(`update leg_contact set phone = '+381 11 302 0001' where uuid = ?`, [world.contact]);
    await renew(orm);
    await pass(server(), 10);
    await renew(orm);
    expect((await versions(server())).length).toBe(2);
    await pass(server(), 5);
    await renew(orm);
    expect(await versions(server())).toEqual([`CONTACTS ${keyOf(world.belgrade)} 1`, `CONTACTS ${keyOf(world.belgrade)} 2*`, `${ofPost()} 1`, `${ofPost()} 2*`]);
    expect(await sql(`select x ->> 'starts' as starts from mission_paper p, jsonb_array_elements(p.facts -> 'meetings') x where number = 2 and x ->> 'key' = ?`, [world.both])).toEqual([{ starts: '15:00' }]);
    expect((await mails(server())).map(({ recipient }) => recipient)).toEqual([PEOPLE.scac, PEOPLE.ssi]);
  });

  test('stays as it is where what has changed is undone before, and where somebody has made the next version before', async () => {
    await make('PROGRAMME_POST', keyOf(world.belgrade));
    await putOff(2, { starts: '14:00' });
    await renew(orm);
    await putOff(3, { starts: '10:00' });
    await rest(server(), orm);
    expect([await versions(server()), await sql('select 1 as one from mission_paper where difference is not null')]).toEqual([[`${ofPost()} 1`], []]);
    await putOff(4, { starts: '14:00' });
    await renew(orm);
    await make('PROGRAMME_POST', keyOf(world.belgrade), 'scac');
    await pass(server(), 15);
    await rest(server(), orm);
    expect(await versions(server())).toEqual([`${ofPost()} 1`, `${ofPost()} 2`]);
    expect((await mails(server())).map(({ recipient }) => recipient)).toEqual([PEOPLE.ssi]);
  });

  test('about what is not to be any more stays as it is: the invitation to a meeting that was removed, what is about somebody who left; others say so', async () => {
    for (const [kind, about] of everyPaper(world)) await make(kind, about);
    expect((await removeMeeting(server(), headers.adviser, world.belgrade, world.both, 2)).outcome).toBe('DONE');
    await sql('delete from mission_member where uuid = ?', [world.judge]);
    await rest(server(), orm);
    const renewed = (await versions(server())).filter((what) => what.endsWith('*')).map((what) => what.split(' ')[0]);
    expect(renewed).toEqual(['INTERPRETER', 'PROGRAMME_PERSON', 'PROGRAMME_POST']);
    expect((await states()).filter((what) => what.endsWith('CHANGED')).map((what) => what.split(' ')[0]).toSorted()).toEqual(['INVITATION', 'ORDER', 'PROGRAMME_PERSON']);
  });
});

describe('it is renewed by itself', () => {
  test('once its mission is agreed, and until that is over: before and after, what differs waits for somebody', async () => {
    await make('PROGRAMME_POST', keyOf(world.belgrade));
    await step(server(), headers.adviser, 'replanMission', world.mission);
    await putOff();
    await rest(server(), orm);
    expect(await versions(server())).toEqual([`${ofPost()} 1`]);
    await step(server(), headers.adviser, 'consultPosts', world.mission);
    await agree(server(), world.mission);
    const over = (days: string): Promise<unknown> => sql(`alter table mission disable trigger user; update mission set starts_on = ${days}, ends_on = ${days}; alter table mission enable trigger user`);
    await over('current_date - 2');
    await rest(server(), orm);
    expect(await versions(server())).toEqual([`${ofPost()} 1`]);
    await over('current_date');
    await rest(server(), orm);
    expect(await versions(server())).toEqual([`${ofPost()} 1`, `${ofPost()} 2*`]);
  });
});

describe('of two missions', () => {
  /** Another mission to Belgrade that is agreed, with its programme; both programmes differ from what is so, and have rested. The key of the one that is looked at first, and of the other. */
  async function two(): Promise<readonly [first: string, second: string]> {
    const other = await missionWith(server(), headers.adviser, [{ country: 'RS', city: 'belgrade', startsOn: '2098-11-09', endsOn: '2098-11-11', purpose: 'Autre tournée' }], ['planMission', 'consultPosts'], { team: [], title: 'Autre' });
    await agree(server(), other.id);
    for (const leg of [world.belgrade, other.legs[0]!.id]) await make('PROGRAMME_POST', keyOf(leg));
    await sql(`update mission_leg set lodging_name = 'Autre hôtel' where country_code = 'RS'`);
    await renew(orm);
    await pass(server(), 15);
    return [world.mission, other.id].map(keyOf).toSorted() as [string, string];
  }
  const renewed = async (): Promise<string[]> => (await sql<{ mission: string }>('select mission_uuid as mission from mission_paper where number = 2')).map(({ mission }) => mission);

  test('one that fails keeps nothing of its own and not the other; the failure is told at the end, and it is done once it can be', async () => {
    const [first, second] = await two();
    await sql(`create or replace function t_fails() returns trigger language plpgsql as $body$ begin if new.mission_uuid = '${first}' then raise exception 'not this one' using errcode = 'P4711'; end if; return null; end $body$`);
    await sql('create trigger "zz_fails" after insert on mission_paper for each row execute function t_fails()');
    await expect(renew(orm)).rejects.toMatchObject({ code: 'P4711' });
    expect([await renewed(), (await mails(server())).length]).toEqual([[second], 2]);
    await sql('drop trigger "zz_fails" on mission_paper');
    await renew(orm);
    expect([(await renewed()).toSorted(), (await mails(server())).length]).toEqual([[first, second], 4]);
  });

  test('whose mails cannot be written no version is there either', async () => {
    await two();
    await sql(`create or replace function t_no_mail() returns trigger language plpgsql as $body$ begin raise exception 'no mail' using errcode = 'P4712'; end $body$`);
    await sql('create trigger "zz_no_mail" before insert on mail for each row execute function t_no_mail()');
    await expect(renew(orm)).rejects.toMatchObject({ code: 'P4712' });
    expect(await renewed()).toEqual([]);
    await sql('drop trigger "zz_no_mail" on mail');
    await renew(orm);
    expect((await renewed()).length).toBe(2);
  });
});
