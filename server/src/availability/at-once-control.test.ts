/** The controls of two at once: what holds the call, what it asked and the addresses is what keeps them apart. */
import { beforeAll, expect, test } from 'vitest';
import { testServer, UNLIMITED } from '../../test/http/harness.ts';
import { type Headers, signEverybodyIn } from '../../test/permissions/roles.ts';
import { owner } from '../registrations/world.fixture.ts';
import { answeredTwice, askedTwice, BEFORE_WRITING, closedMeanwhile, movedMeanwhile, voidedMeanwhile } from './at-once.fixture.ts';

const server = testServer({ signInLimits: UNLIMITED });
let headers: Headers;

/** A function of the database, without some of its words, while `work` is done. */
async function without<T>(signature: string, words: string, instead: string, work: () => Promise<T>): Promise<T> {
  const [row] = await owner<{ is: string }>(server(), `select pg_get_functiondef('${signature}'::regprocedure) as is`);
  expect(row!.is).toContain(words);
  await owner(server(), row!.is.replaceAll(words, instead));
  try {
    return await work();
  } finally {
    await owner(server(), row!.is);
  }
}

const ANSWER = 'answer_availability(text, uuid, int, text[], text, text, text)';

beforeAll(async () => {
  headers = await signEverybodyIn(server());
});

test('without holding the call, what is closed is answered', async () => {
  expect(await without(ANSWER, ' for share;', ';', () => closedMeanwhile(server(), headers.adviser, 'late@expert.example'))).toEqual(['DONE', 'DONE']);
});

test('without asking again whose link it is, one that is void is answered by', async () => {
  expect(await without(ANSWER, 'not is_availability_link(the_hash, r.secret_hash, r.former_hash, r.asked_at)', 'false', () => voidedMeanwhile(server(), headers.adviser, 'void@expert.example'))).toEqual(['DONE', 1]);
});

test('without holding the address, who is asked is written to where it led before', async () => {
  expect(await without('hold_addresses(uuid[])', ' for share;', ';', () => movedMeanwhile(server(), headers.adviser, 'moving@expert.example'))).toEqual(['moving@expert.example']);
});

test('without holding what was asked, both of two tabs are told that they answered; with it one is, wherever both wait', async () => {
  expect(await answeredTwice(server(), headers.adviser, 'tabs@expert.example', BEFORE_WRITING)).toEqual(['CONFLICT', 'DONE']);
  expect(await without(ANSWER, 'where x.uuid = which for update;', 'where x.uuid = which;', () => answeredTwice(server(), headers.adviser, 'tabs2@expert.example', BEFORE_WRITING))).toEqual(['DONE', 'DONE']);
});

test('without holding the call, an expert is written to twice; with it once, wherever both wait', async () => {
  expect(await askedTwice(server(), headers.adviser, 'once@expert.example', BEFORE_WRITING)).toEqual([['ALREADY_ASKED', 'ASKED'], 1]);
  // Whoever may not change a call does not hold it either.
  const [{ rule }] = (await owner<{ rule: string }>(server(), `select qual as rule from pg_policies where policyname = 'availability_call_changed'`)) as [{ rule: string }];
  await owner(server(), 'drop policy "availability_call_changed" on "availability_call"');
  expect(await askedTwice(server(), headers.adviser, 'twice@expert.example', BEFORE_WRITING)).toEqual([['ASKED', 'ASKED'], 2]);
  await owner(server(), `create policy "availability_call_changed" on "availability_call" for update using (${rule}) with check (${rule})`);
});
