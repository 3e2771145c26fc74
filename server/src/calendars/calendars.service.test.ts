/** Addresses that are made at the same time are counted all the same. */
import { createHash, randomUUID } from 'node:crypto';
import type { EntityManager } from '@mikro-orm/postgresql';
import { MikroORM } from '@mikro-orm/postgresql';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { testDatabase } from '../../test/database.ts';
import { transactAs } from '../core/database/index.ts';
import { type Derive, deriving } from '../core/derive.ts';
import { ormOptions } from '../orm.ts';
import { MOST_LINKS } from './calendars.policy.ts';
import { hashOfSecret, makeCalendarLink } from './calendars.service.ts';

const database = testDatabase('full');
let orm: MikroORM;
let person = '';

beforeAll(async () => {
  orm = await MikroORM.init(ormOptions(database().app));
  [{ id: person }] = (await database().orm.em.fork().execute<{ id: string }[]>(`select id from person where email = 'expert@passerelle.example'`)) as [{ id: string }];
});
afterAll(() => orm.close());

/** Meets the others who come, or goes on alone after a while. */
function meeting(size: number): () => Promise<void> {
  let come = 0;
  let open = (): void => undefined;
  const all = new Promise<void>((resolve) => (open = resolve));
  return async () => {
    come += 1;
    if (come >= size) open();
    await Promise.race([all, new Promise((resolve) => setTimeout(resolve, 400))]);
  };
}

/** Makes one more than there is room for, all of whom have counted before any of them writes, where nothing keeps them apart. */
async function makeTogether(isLocked: boolean): Promise<number> {
  const em = database().orm.em.fork();
  await em.execute('delete from calendar_link');
  await em.execute(`insert into calendar_link (uuid, person_id, locale, secret_hash) select gen_random_uuid(), ?, 'fr', i::text from generate_series(1, ?) i`, [person, MOST_LINKS - 1]);
  const met = meeting(2);
  const watched = (own: EntityManager): EntityManager => ({
    execute: async (text: string, values?: unknown[]) => {
      if (!isLocked && text.includes('advisory')) return [];
      const answer = await own.execute(text, values);
      if (text.includes('count(*)')) await met();
      return answer;
    },
  }) as EntityManager;
  const act = (): Promise<unknown> => transactAs(orm, person)((own) => makeCalendarLink(watched(own), { person, derive: deriving('secret') }, { country: null, theme: null, locale: 'fr', submission: randomUUID() }));
  await Promise.all([act(), act()]);
  const [row] = await em.execute<[{ count: number }]>('select count(*)::int as count from calendar_link');
  return row.count;
}

test('nobody has more addresses than they may, however they make them', async () => {
  expect(await makeTogether(true)).toBe(MOST_LINKS);
});

test('without the lock they would', async () => {
  expect(await makeTogether(false)).toBe(MOST_LINKS + 1);
});

test('a secret has 192 bits, and nothing else is looked for', () => {
  expect(hashOfSecret('x'.repeat(32))).toHaveLength(43);
  for (const other of ['', 'x', 'x'.repeat(31), 'x'.repeat(33), `${'x'.repeat(31)}%`, `${'x'.repeat(32)}\n`]) expect(hashOfSecret(other)).toBeUndefined();
});

test('a secret is worked out by the server’s own: with another one nobody is told the same, whatever they know; with the same it is the same: the control', async () => {
  const submission = randomUUID();
  const made = async (derive: Derive): Promise<unknown> => {
    await database().orm.em.fork().execute('delete from calendar_link');
    return transactAs(orm, person)((own) => makeCalendarLink(own, { person, derive }, { country: null, theme: null, locale: 'fr', submission }));
  };
  const [one, other, again] = [await made(deriving('one')), await made(deriving('other')), await made(deriving('one'))];
  const plain = createHash('sha256').update(JSON.stringify(['calendar_link', submission, person, null, null, 'fr'])).digest('base64url').slice(0, 32);
  expect(one).toEqual({ outcome: 'MADE', secret: expect.stringMatching(/^[\w-]{32}$/) });
  expect([again, new Set([one, other, { outcome: 'MADE', secret: plain }].map((told) => JSON.stringify(told))).size]).toEqual([one, 3]);
});

test('what is derived for one purpose is nothing for another', () => {
  const derive = deriving('secret');
  expect([derive('one', 'text') === derive('other', 'text'), derive('one', 'text') === derive('one', 'text')]).toEqual([false, true]);
});
