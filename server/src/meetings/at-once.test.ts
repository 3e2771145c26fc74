/** Two at once on the meetings of a leg: the second is told what the first did, nothing is lost in silence, nobody is named twice, and no meeting is left outside its leg. */
import { randomUUID } from 'node:crypto';
import { MikroORM } from '@mikro-orm/postgresql';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { testServer, UNLIMITED } from '../../test/http/harness.ts';
import { type Headers, PEOPLE, signEverybodyIn } from '../../test/permissions/roles.ts';
import { untilWaiting } from '../../test/waiting.ts';
import { saveMember, stay } from '../missions/team.fixture.ts';
import { keyOf, owner, saveLeg, told } from '../missions/world.fixture.ts';
import { ormOptions } from '../orm.ts';
import { nameMeetingPeople } from './meeting-people.service.ts';
import { type MeetingBack, meetingsOf, namePeople, saveMeeting, type Toured, tour } from './meetings.fixture.ts';
import { saveMeeting as saveMeetingAs } from './meetings.service.ts';

const server = testServer({ signInLimits: UNLIMITED });
const sql = <T = Record<string, unknown>>(text: string, values: unknown[] = []): Promise<T[]> => owner<T>(server(), text, values);
let headers: Headers;
let toured: Toured;
let person: string;

beforeAll(async () => {
  headers = await signEverybodyIn(server());
  person = (await sql<{ id: string }>('select id from person where email = ?', [PEOPLE.adviser]))[0]!.id;
});
beforeEach(async () => {
  await sql('delete from mission');
  toured = await tour(server(), headers.adviser, ['planMission']);
});

type Given = Readonly<Record<string, unknown>>;
const tell = ({ outcome, faults }: Pick<MeetingBack, 'outcome' | 'faults'>): string => told({ outcome, faults } as never);
const save = (given: Given = {}, who: keyof Headers = 'adviser'): Promise<MeetingBack> => saveMeeting(server(), headers[who], toured.leg, given);
const name = (key: string, who: keyof Headers = 'adviser', version = 1): Promise<MeetingBack> => namePeople(server(), headers[who], toured.leg, { key, version, people: [{ member: toured.members[0], kind: 'MAGISTRATE', isSubstitute: false }] });
const stored = async (): Promise<Record<string, unknown>[]> => (await meetingsOf(server(), headers.adviser, toured.leg))!.map(({ key, version, minutes, subject, day, people }) => ({ key, version, minutes, subject: subject.text, day, people: people.length }));

/** Several who begin while the mission is held by somebody else, so that all of them have begun before the first goes on. */
async function atOnce<T>(...begin: readonly (() => Promise<T>)[]): Promise<T[]> {
  const em = server().database.orm.em.fork();
  await em.begin();
  await em.execute('select from mission where uuid = ? for update', [keyOf(toured.mission)]);
  const all = begin.map((one) => one());
  await untilWaiting(server().database, begin.length);
  await em.rollback();
  return Promise.all(all);
}

/** Functions as they would be otherwise, while something is done. */
async function otherwise(changes: readonly (readonly [signature: string, is: RegExp, other: string])[], work: () => Promise<void>): Promise<void> {
  const before = await Promise.all(changes.map(async ([signature]) => (await sql<{ now: string }>('select pg_get_functiondef(?::regprocedure) as now', [signature]))[0]!.now));
  for (const [index, [, is, other]] of changes.entries()) {
    const late = before[index]!.replace(is, other);
    expect(late).not.toBe(before[index]);
    await sql(late);
  }
  try {
    await work();
  } finally {
    for (const now of before) await sql(now);
  }
}

/** Two who have both read before either writes: what services say of it where nothing keeps them apart. */
async function unheld<T extends { readonly outcome: string }>(...works: readonly ((em: never) => Promise<T>)[]): Promise<string[]> {
  const read = works.map(() => Promise.withResolvers<void>());
  return Promise.all(works.map((work, index) => server().database.orm.em.fork().transactional(async (em) => {
    const execute = em.execute.bind(em) as (text: string, values?: unknown[]) => Promise<unknown>;
    Object.assign(em, {
      execute: async (text: string, values?: unknown[]) => {
        const found = await execute(text, values);
        if (text.includes('from meeting m join meeting_translation')) {
          read[index]!.resolve();
          await Promise.all(read.map(({ promise }) => promise));
        }
        return found;
      },
    });
    return (await work(em as never)).outcome;
  }).catch((error: { code?: string; cause?: { code?: string } }) => error.code ?? error.cause?.code ?? String(error))));
}
const UNHELD = [['hold_leg(uuid)', /perform [^;]*;/, 'null;'], ['hold_those_staying(uuid)', /perform [^;]*;/, 'null;']] as const;

describe('of two who change one meeting', () => {
  test.each([['adviser', 'assistant'], ['adviser', 'scac']] as const)('the second is told so, with what is there now: %s and %s', async (one, other) => {
    await sql('delete from mission');
    toured = await tour(server(), headers.adviser);
    const { key } = await save();
    const writes = [{ minutes: 30, subject: 'Première' }, { minutes: 90, subject: 'Seconde' }];
    const backs = await atOnce(() => save({ key, version: 1, ...writes[0] }, one), () => save({ key, version: 1, ...writes[1] }, other));
    expect(backs.map(tell).toSorted()).toEqual(['CONFLICT', 'DONE']);
    const done = writes[backs.findIndex(({ outcome }) => outcome === 'DONE')]!;
    expect(await stored()).toEqual([{ key, version: 2, ...done, day: null, people: 0 }]);
    // What whoever is refused is shown beside what they typed.
    const shown = backs.find(({ outcome }) => outcome === 'CONFLICT')!.leg!.meetings[0]!;
    expect([shown.version, shown.minutes, shown.subject.text]).toEqual([2, done.minutes, done.subject]);
  });

  test('who names those who go, and who moves it: the second is told so too', async () => {
    const { key } = await save({ day: '2098-11-10', starts: '10:00' });
    const backs = await atOnce(() => name(key), () => save({ key, version: 1, day: '2098-11-10', starts: '14:00' }, 'assistant'));
    expect(backs.map(tell).toSorted()).toEqual(['CONFLICT', 'DONE']);
  });

  test('both come through where the leg is not held, and what the first wrote is lost: the control', async () => {
    const { key } = await save();
    const content = { sourceLocale: 'fr', subject: 'Autre', note: '', organisation: null, hostName: 'Parquet', category: 'JUSTICE', status: 'PROPOSED', isMandatory: false, isOnlyAdviser: false, day: null, starts: '', overrideReason: '', placeName: '', placeAddress: '', windows: [], needs: [], languages: [], recommendations: [], precedes: [] };
    const write = (minutes: number) => (em: never) => saveMeetingAs(em, { person, leg: toured.legKey, key }, { version: 1, input: { ...content, minutes } as never });
    await otherwise([...UNHELD], async () => expect(await unheld(write(30), write(90))).toEqual(['DONE', 'DONE']));
  });
});

describe('somebody who is named in two meetings of the same hour', () => {
  const two = async (): Promise<[string, string]> => [(await save({ day: '2098-11-10', starts: '10:00' })).key, (await save({ day: '2098-11-10', starts: '10:30' })).key];

  test('at once goes to one of them, and of the other it is said that they are busy', async () => {
    const [one, other] = await two();
    const backs = await atOnce(() => name(one), () => name(other, 'assistant'));
    expect(backs.map(tell).toSorted()).toEqual(['DONE', 'INVALID PEOPLE BUSY']);
    expect((await stored()).reduce((sum, { people }) => sum + Number(people), 0)).toBe(1);
  });

  test('while one of them is moved there is told to whoever comes second', async () => {
    const [one, other] = [(await save({ day: '2098-11-10', starts: '10:00' })).key, (await save({ day: '2098-11-10', starts: '14:00' })).key];
    expect(tell(await name(other))).toBe('DONE');
    const backs = await atOnce(() => name(one), () => save({ key: other, version: 2, day: '2098-11-10', starts: '10:30' }, 'assistant'));
    expect(backs.map(tell).toSorted()).toEqual(['DONE', 'INVALID PEOPLE BUSY']);
  });

  const goers = [{ kind: 'MAGISTRATE' as const, isSubstitute: false, inPlaceOf: null }];
  const both = async (): Promise<string[]> => {
    const keys = await two();
    return unheld(...keys.map((key) => (em: never) => nameMeetingPeople(em, { person, leg: toured.legKey, key }, { version: 1, people: goers.map((one) => ({ ...one, member: toured.members[0] })) })));
  };

  test('the control: where nothing is held the database breaks the second off, in no words', async () => {
    await otherwise([...UNHELD], async () => expect((await both()).filter((one) => one !== 'DONE')).toHaveLength(1));
  });

  test('the control: where it does not compare either, they go to both', async () => {
    const triggers = [['meeting_member', 'meeting_member_engages'], ['meeting', 'meeting_engages']] as const;
    for (const [table, trigger] of triggers) await sql(`alter table ${table} disable trigger ${trigger}`);
    const [one, other] = await two();
    await otherwise([['meeting_fault(uuid, boolean)', /select case[\s\S]*end from m\s/, 'select null::text from m ']], async () => expect([tell(await name(one)), tell(await name(other, 'assistant'))]).toEqual(['DONE', 'DONE']));
    for (const [table, trigger] of triggers) await sql(`alter table ${table} enable trigger ${trigger}`);
  });
});

describe('of who moves a meeting to a day, and who takes that day from the leg', () => {
  const shorten = async (): Promise<void> => {
    for (const [n, kind] of ['MAGISTRATE', 'POLICE'].entries()) expect(told(await saveMember(server(), headers.adviser, toured.mission, { key: toured.members[n]!, version: 1, kind, stays: [stay(toured.legKey, '2098-11-09T09:00', '2098-11-10T18:00')] }))).toBe('DONE');
  };
  const shorter = (): Promise<MeetingBack> => saveLeg(server(), headers.assistant, toured.mission, { key: toured.legKey, version: 1, startsOn: '2098-11-09', endsOn: '2098-11-10' }) as unknown as Promise<MeetingBack>;

  test('the second is refused, and no meeting is outside its leg', async () => {
    await shorten();
    const { key } = await save({ day: '2098-11-10', starts: '10:00' });
    await sql(`delete from holiday where date between '2098-11-10' and '2098-11-11'`);
    const came = (await atOnce(() => save({ key, version: 1, day: '2098-11-11', starts: '10:00' }), shorter)).map(tell);
    expect([['DONE', 'INVALID TEAM MEETINGS'], ['INVALID DAY OUTSIDE', 'DONE']]).toContainEqual(came);
    expect(await sql('select from meeting m join mission_leg l on l.uuid = m.leg_uuid where m.day > l.ends_on')).toEqual([]);
  });

  const bySql = async (): Promise<string[]> => {
    const { key } = await save({ day: '2098-11-10', starts: '10:00' });
    const orm = await MikroORM.init(ormOptions(server().database.owner));
    const [one, other] = [orm.em.fork(), orm.em.fork()];
    const outcome = (work: Promise<unknown>): Promise<string> => work.then(() => 'DONE', (error: Error) => /a meeting cannot be so/.test(error.message) ? 'REFUSED' : String(error));
    await one.begin();
    await one.execute(`update meeting set day = '2098-11-11' where uuid = ?`, [key]);
    await one.execute('set constraints all immediate');
    const moved = outcome(other.transactional((em) => em.execute(`update mission_leg set ends_on = '2098-11-10' where uuid = ?`, [toured.legKey])));
    // The second waits for the first, or has come through already where nothing makes it wait.
    await Promise.race([moved, untilWaiting(server().database)]);
    const came = [await outcome(one.commit()), await moved];
    await orm.close();
    return came;
  };

  test('by SQL the second waits and is refused too; where the leg is held by neither, both come through and the meeting is outside: the control', async () => {
    await sql(`delete from holiday where date between '2098-11-10' and '2098-11-11'`);
    await shorten();
    expect(await bySql()).toEqual(['DONE', 'REFUSED']);
    await sql('delete from mission');
    toured = await tour(server(), headers.adviser, ['planMission']);
    await shorten();
    await otherwise([['stand_meeting()', /where uuid = new.leg_uuid for share/, 'where uuid = new.leg_uuid'], ['keep_meeting()', /for no key update/, ''], ['raise_mission_of_meeting()', /update mission set[^;]*;/, 'null;']], async () => expect(await bySql()).toEqual(['DONE', 'DONE']));
    expect(await sql('select from meeting m join mission_leg l on l.uuid = m.leg_uuid where m.day > l.ends_on')).toHaveLength(1);
  });
});

test('of two who add a meeting under one key there is one', async () => {
  const key = randomUUID();
  const backs = await atOnce(() => save({ key }), () => save({ key }, 'assistant'));
  expect([backs.map(tell), (await stored()).length]).toEqual([['DONE', 'DONE'], 1]);
});
