/** Saying what has become of recommendations: who says and reads it, that nothing is overwritten, and that two who say something at once both learn of it. */
import { randomUUID } from 'node:crypto';
import { type EntityManager, MikroORM } from '@mikro-orm/postgresql';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { ask, testServer, UNLIMITED } from '../../test/http/harness.ts';
import { type Headers, PEOPLE, type Role, ROLES, signEverybodyIn } from '../../test/permissions/roles.ts';
import { transactAs } from '../core/database/index.ts';
import { ormOptions } from '../orm.ts';
import { owner } from '../registrations/world.fixture.ts';
import { ENTRY, enterProgress, OF_SERBIA, PROGRESS, passAsReal, progressOf, translateProgress } from './progress.fixture.ts';
import { enterRecommendationProgress } from './progress.service.ts';

const server = testServer({ signInLimits: UNLIMITED });
let headers: Headers;
const enter = (role: Role, changes = {}) => enterProgress(server(), headers[role], changes);

beforeAll(async () => {
  headers = await signEverybodyIn(server());
});
beforeEach(() => owner(server(), 'delete from recommendation_progress'));

/** How many recommendations a list narrowed to a standing has for somebody, of Serbia alone. */
async function standing(role: Role, at: string): Promise<number> {
  const { data } = await ask(server(), `{ recommendations(filter: { country: "RS", standing: ${at} }) { totalCount } }`, {}, headers[role]);
  return (data as { recommendations: { totalCount: number } }).recommendations.totalCount;
}

describe('what has become of a recommendation', () => {
  test('is said by a post of the country in its language, with the day and where it can be read', async () => {
    const { outcome, recommendation } = await enter('scac');
    expect(outcome).toBe('DONE');
    expect(recommendation!.progress).toEqual([expect.objectContaining({ status: 'UNDER_WAY', asOf: '2026-11-01', enteredAs: 'SCAC', version: 1, seen: { text: ENTRY.seen, locale: 'sr-Latn' }, links: ENTRY.links })]);
  });

  test('stays as it was said: a correction is an entry of its own, and the last one holds', async () => {
    const first = await progressOf(server(), headers.scac);
    const { outcome, recommendation } = await enter('adviser', { after: first, status: 'IMPLEMENTED', asOf: '2026-10-01', sourceLocale: 'fr', seen: 'La loi est en vigueur.', links: [] });
    expect(outcome).toBe('DONE');
    expect(recommendation!.progress.map(({ status, asOf, enteredAs }) => [status, asOf, enteredAs])).toEqual([['IMPLEMENTED', '2026-10-01', 'ADVISER'], ['UNDER_WAY', '2026-11-01', 'SCAC']]);
  });

  test('is one entry however often it is sent, and another one under the same key is none', async () => {
    const key = randomUUID();
    for (const _ of [1, 2]) expect((await enter('scac', { key })).outcome).toBe('DONE');
    const other = await enter('scac', { key, seen: 'Nešto drugo.' });
    expect([other.outcome, other.recommendation!.progress.length]).toEqual(['CONFLICT', 1]);
    expect((await enter('ssi', { key })).outcome).toBe('CONFLICT');
  });

  test('is said by the second of two only once they have read what the first said: nothing is lost, and the answer has it', async () => {
    const first = await progressOf(server(), headers.scac);
    const late = await enter('ssi', { status: 'NOT_STARTED', seen: 'Ništa.' });
    expect(late.outcome).toBe('CONFLICT');
    expect(late.recommendation!.progress.map(({ key }) => key)).toEqual([first]);
    expect((await enter('ssi', { status: 'NOT_STARTED', seen: 'Ništa.', after: first })).outcome).toBe('DONE');
  });

  test('of many who say something in the same moment one does, the others are told; without the place that only one has, all do: the control', async () => {
    const atOnce = async (): Promise<string[]> => (await Promise.all([...Array(4)].map((_, n) => enter(n % 2 === 0 ? 'scac' : 'adviser', { seen: `Entry ${n}.`, sourceLocale: 'en' })))).map(({ outcome }) => outcome).sort();
    // The others wait in the database, not before it.
    const waiting = 'create function wait_a_little() returns trigger language plpgsql as $b$ begin perform pg_sleep(0.3); return new; end $b$';
    await owner(server(), waiting);
    await owner(server(), 'create trigger "a_waits" before insert on "recommendation_progress" for each row execute function wait_a_little()');
    expect(await atOnce()).toEqual(['CONFLICT', 'CONFLICT', 'CONFLICT', 'DONE']);
    await owner(server(), 'delete from recommendation_progress');
    await owner(server(), 'alter table recommendation_progress drop constraint recommendation_progress_one_after_another');
    expect(await atOnce()).toEqual(['DONE', 'DONE', 'DONE', 'DONE']);
    await owner(server(), 'delete from recommendation_progress');
    await owner(server(), 'alter table recommendation_progress add constraint recommendation_progress_one_after_another unique (recommendation_slug, is_demonstration, position)');
    await owner(server(), 'drop trigger "a_waits" on "recommendation_progress"');
  });

  test('is none once somebody else has made one between what was read and what is written; without the condition of the statement it is: the control', async () => {
    const orm = await MikroORM.init(ormOptions(server().database.app));
    const [{ id: person }] = (await owner<{ id: string }>(server(), 'select id from person where email = ?', [PEOPLE.scac])) as [{ id: string }];
    const late = (amended: (text: string) => string): Promise<string> => transactAs(orm, person)(async (em) => {
      const execute = async (text: string, values?: unknown[]): Promise<unknown> => {
        if (!text.startsWith('insert into recommendation_progress (')) return em.execute(text, values);
        await progressOf(server(), headers.adviser, { sourceLocale: 'fr', seen: 'Entre-temps.' });
        return em.execute(amended(text), values);
      };
      const between = new Proxy(em, { get: (target, name) => (name === 'execute' ? execute : Reflect.get(target, name)) }) as EntityManager;
      return (await enterRecommendationProgress(between, { person, slug: OF_SERBIA }, { key: randomUUID(), after: null, input: ENTRY })).outcome;
    });
    expect(await late((text) => text)).toBe('CONFLICT');
    expect(await owner(server(), 'select from recommendation_progress')).toHaveLength(1);
    await owner(server(), 'delete from recommendation_progress');
    expect(await late((text) => text.replace('is not distinct from ?::uuid', 'is not null or ?::uuid is null'))).toBe('DONE');
    expect(await owner(server(), 'select from recommendation_progress')).toHaveLength(2);
    await orm.close();
  });

  test('that is invented is behind all real ones for who is real, and the only one for who is invented', async () => {
    const read = async (role: Role): Promise<string[]> => {
      const { data } = await ask(server(), `{ recommendation(id: "Recommendation_${OF_SERBIA}") { progress { key } } }`, {}, headers[role]);
      return (data as { recommendation: { progress: { key: string }[] } }).recommendation.progress.map(({ key }) => key);
    };
    const isInventedAgain = await passAsReal(server(), PEOPLE.adviser);
    const real = await progressOf(server(), headers.adviser);
    const invented = await progressOf(server(), headers.scac, { status: 'IMPLEMENTED' });
    expect([await read('adviser'), await read('scac')]).toEqual([[real, invented], [invented]]);
    expect([await standing('adviser', 'UNDER_WAY'), await standing('adviser', 'IMPLEMENTED'), await standing('scac', 'IMPLEMENTED')]).toEqual([1, 0, 1]);
    expect((await enter('adviser', { after: invented })).outcome).toBe('CONFLICT');
    expect((await enter('adviser', { after: real, status: 'NOT_STARTED' })).outcome).toBe('DONE');
    expect([await standing('adviser', 'NOT_STARTED'), await standing('scac', 'IMPLEMENTED')]).toEqual([1, 1]);
    await isInventedAgain();
  });

  test('is no day to come, has words, and no more than there is room for', async () => {
    const faults = async (changes: object) => (await enter('scac', changes)).faults;
    expect(await faults({ asOf: '2999-01-01' })).toEqual([{ field: 'AS_OF', fault: 'TO_COME', maximum: null, position: null }]);
    expect(await faults({ seen: ' ' })).toEqual([{ field: 'SEEN', fault: 'MISSING', maximum: null, position: null }]);
    expect(await faults({ seen: 'a'.repeat(3001) })).toEqual([{ field: 'SEEN', fault: 'TOO_LONG', maximum: 3000, position: null }]);
    expect(await faults({ links: [ENTRY.links[0], { url: 'javascript:alert(1)', label: 'L' }] })).toEqual([{ field: 'LINKS', fault: 'NOT_AN_ADDRESS', maximum: null, position: 1 }]);
    for (const url of ['https://example.org/\u202Egro', 'https://name:word@example.org/', 'https://name@example.org', 'https://exa\u200Bmple.org']) expect([url, await faults({ links: [{ url, label: 'L' }] })]).toEqual([url, [{ field: 'LINKS', fault: 'NOT_AN_ADDRESS', maximum: null, position: 0 }]]);
    for (const url of ['http://example.org', 'https://example.org:8443/a@b?c=d@e#f', 'https://example.org?c']) expect([url, await faults({ links: [{ url, label: 'L' }], seen: ' ' })]).toEqual([url, [expect.objectContaining({ field: 'SEEN' })]]);
    expect(await faults({ links: Array.from({ length: 11 }, () => ENTRY.links[0]) })).toEqual([{ field: 'LINKS', fault: 'TOO_LONG', maximum: 10, position: null }]);
    expect(await faults({ key: '00000000-0000-0000-0000-000000000001' })).toEqual([{ field: 'KEY', fault: 'UNREADABLE', maximum: null, position: null }]);
  });

  test('tells nobody who a person is', async () => {
    expect((await enter('scac', { seen: 'Pozovite žrtvu na +381 64 123 45 67.' })).code).toBe('VICTIM_DATA');
    expect(await owner(server(), 'select from recommendation_progress')).toHaveLength(0);
  });

  test('is said in other languages beside its own, by the version that was read', async () => {
    const key = await progressOf(server(), headers.scac);
    const said = await translateProgress(server(), headers.adviser, key);
    expect(said.outcome).toBe('DONE');
    expect(said.recommendation!.progress[0]!.texts).toEqual([
      { locale: 'fr', seen: 'Le projet de loi est en consultation.', isSource: false, isOutdated: false }, { locale: 'sr-Latn', seen: ENTRY.seen, isSource: true, isOutdated: false }]);
    expect((await translateProgress(server(), headers.scac, key, { locale: 'mk', seen: 'Нацрт' })).outcome).toBe('CONFLICT');
    expect((await translateProgress(server(), headers.scac, key, { version: 2, locale: 'sr-Latn', seen: 'Drugo' })).faults).toEqual([{ field: 'LOCALE', fault: 'NOT_HERE', maximum: null, position: null }]);
    expect((await translateProgress(server(), headers.scac, key, { slug: 'al-r1-8', version: 2 })).outcome).toBe('GONE');
    expect((await translateProgress(server(), headers.scac, key, { version: 2, seen: '' })).recommendation!.progress[0]!.texts).toHaveLength(1);
  });
});

describe('lists', () => {
  test('are narrowed to where recommendations stand, for those who know it', async () => {
    const all = await standing('adviser', 'UNKNOWN');
    expect([await standing('scac', 'OPEN'), await standing('scac', 'UNKNOWN')]).toEqual([all, all]);
    const first = await progressOf(server(), headers.scac);
    expect([await standing('adviser', 'UNDER_WAY'), await standing('adviser', 'OPEN'), await standing('adviser', 'UNKNOWN')]).toEqual([1, all, all - 1]);
    await enter('scac', { after: first, status: 'IMPLEMENTED' });
    expect([await standing('scac', 'IMPLEMENTED'), await standing('scac', 'UNDER_WAY'), await standing('scac', 'OPEN')]).toEqual([1, 0, all - 1]);
  });

  test('tell nobody else where one stands: there is nothing in them', async () => {
    await progressOf(server(), headers.scac);
    for (const role of ROLES.filter((one) => !['scac', 'ssi', 'assistant', 'adviser'].includes(one))) {
      for (const at of ['OPEN', 'UNKNOWN', 'UNDER_WAY']) expect([role, at, await standing(role, at)]).toEqual([role, at, 0]);
    }
  });
});

test.each(ROLES)('%s reads what is theirs to read, and may say what is theirs to say', async (role) => {
  await progressOf(server(), headers.scac, { seen: 'Zzyzx' });
  const { data } = await ask(server(), `{ recommendation(id: "Recommendation_${OF_SERBIA}") { can { followUp } progress { ${PROGRESS} } } country(code: "RS") { recommendations { nodes { progress { ${PROGRESS} } } } } }`, {}, headers[role]);
  const follows = ['scac', 'ssi', 'assistant', 'adviser'].includes(role);
  expect([JSON.stringify(data).includes('Zzyzx'), (data as { recommendation: { can: { followUp: boolean } } }).recommendation.can.followUp]).toEqual([follows, follows]);
});
