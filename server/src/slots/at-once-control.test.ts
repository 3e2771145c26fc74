/** The controls of two at once: what holds the mission and the offer, and what asks again of whom those who go are engaged, is what keeps them apart. */
import { beforeAll, beforeEach, expect, test } from 'vitest';
import { testServer, UNLIMITED } from '../../test/http/harness.ts';
import { type Headers, signEverybodyIn } from '../../test/permissions/roles.ts';
import { type Toured, tour } from '../meetings/meetings.fixture.ts';
import { owner } from '../missions/world.fixture.ts';
import { movedMeanwhile, takenTwice, voidedMeanwhile } from './at-once.fixture.ts';

const server = testServer({ signInLimits: UNLIMITED });
let headers: Headers;
let toured: Toured;

const ANSWER = 'answer_slots(text, int, date, time, text, text, jsonb)';

/** The function that answers, without some of its words, while `work` is done. */
async function without<T>(words: readonly (readonly [string, string])[], work: () => Promise<T>): Promise<T> {
  const [row] = await owner<{ is: string }>(server(), `select pg_get_functiondef('${ANSWER}'::regprocedure) as is`);
  let now = row!.is;
  for (const [word, instead] of words) {
    expect(now).toContain(word);
    now = now.replaceAll(word, instead);
  }
  await owner(server(), now);
  try {
    return await work();
  } finally {
    await owner(server(), row!.is);
  }
}

beforeAll(async () => {
  headers = await signEverybodyIn(server());
});
beforeEach(async () => {
  await owner(server(), 'delete from mission');
  toured = await tour(server(), headers.adviser);
});

test('without asking where it stands once it is held, a slot is taken that the post has fixed otherwise', async () => {
  expect((await without([[`if slots_state(o.meeting_uuid) <> 'OPEN' then return 'TOO_LATE'; end if;`, ''], ['if o.version <> the_version', 'if false']], () => movedMeanwhile(server(), headers, toured)))[0]).toEqual(['DONE', 'DONE']);
});

test('without asking whether it is free, and without what the database holds a meeting to, one judge is promised to two hosts; with either they are not', async () => {
  const ask = ['is distinct from (the_day, the_starts) and slot_fault(', 'is distinct from (o.taken_day, o.taken_starts) and slot_fault('] as const;
  expect(await without([ask], () => takenTwice(server(), headers, toured))).toEqual([['DONE', 'NOT_FREE'], 1]);
  await owner(server(), 'delete from mission');
  toured = await tour(server(), headers.adviser);
  await owner(server(), 'alter table meeting disable trigger meeting_keeps_meeting');
  await owner(server(), 'alter table expert_engagement disable trigger all').catch(() => undefined);
  const stored = await without([ask, ['e.kind = \'MEETING\' and e.meets_stays and meeting_clashes(e.source, e.who, e.held)', `e.kind = 'MEETING'`]], () => takenTwice(server(), headers, toured));
  await owner(server(), 'alter table expert_engagement enable trigger all').catch(() => undefined);
  await owner(server(), 'alter table meeting enable trigger meeting_keeps_meeting');
  expect(stored).toEqual([['DONE', 'DONE'], 2]);
});

test('without asking again whose link it is, one that leads nowhere any more is answered by', async () => {
  const held = 'select * into o from slot_offer x where x.secret_hash = the_hash for update;';
  expect(await without([
    [held, 'select * into o from slot_offer x where x.meeting_uuid = which;'], ['  perform from mission x', '  select y.meeting_uuid into which from slot_offer y where y.secret_hash = the_hash;\n  perform from mission x'], ['declare', 'declare\n  which uuid;'],
    ['if slots_asked(the_hash) is null then', 'if false then'],
  ], () => voidedMeanwhile(server(), headers, toured))).toBe('DONE');
});
