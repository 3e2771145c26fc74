/** How many needs a group has at most, whichever way they come into it. */
import { beforeAll, beforeEach, expect, test } from 'vitest';
import { testServer, UNLIMITED } from '../../test/http/harness.ts';
import { type Headers, signEverybodyIn } from '../../test/permissions/roles.ts';
import { owner } from '../registrations/world.fixture.ts';
import { accept, add, type GroupBack, merge } from './common-needs.fixture.ts';

const server = testServer({ signInLimits: UNLIMITED });
let headers: Headers;

const told = ({ outcome, faults = [], code }: GroupBack): string => code ?? [outcome, ...faults.map(({ field, fault, maximum }) => [field, fault, maximum].filter((one) => one !== null).join(' '))].join(' · ');

beforeAll(async () => {
  headers = await signEverybodyIn(server());
});
beforeEach(async () => {
  await owner(server(), 'delete from common_need');
  await owner(server(), 'delete from need');
});

/** So many needs of two countries in turn: their keys. */
async function needs(count: number): Promise<string[]> {
  const rows = await owner<{ key: string }>(server(), `with n as (insert into need (uuid, source_locale, country_code, theme_code, pillar, entered_as, is_demonstration)
      select gen_random_uuid(), 'fr', (array['RS', 'AL'])[1 + i % 2], 'ASSISTANCE', 'PROTECTION', 'ADVISER', true from generate_series(1, ?) i returning uuid),
    s as (insert into need_step (need_uuid, position, by_role, to_status) select uuid, 1, 'ADVISER', 'SUBMITTED' from n),
    t as (insert into need_translation (need_uuid, locale, title, text) select uuid, 'fr', 'Besoin ' || uuid, 'Texte ' || uuid from n)
    select uuid::text as key from n`, [count]);
  return rows.map(({ key }) => key);
}

test('a group of a hundred takes no other need; one of ninety-nine does: the control', async () => {
  const all = await needs(101);
  const { commonNeed } = await accept(server(), headers.adviser, all.slice(0, 99));
  const full = await add(server(), headers.adviser, commonNeed!.id, all[99]!);
  expect([told(full), full.commonNeed!.needs.length]).toEqual(['DONE', 100]);
  const refused = await add(server(), headers.adviser, commonNeed!.id, all[100]!, 2);
  expect([told(refused), refused.commonNeed!.needs.length, refused.commonNeed!.version]).toEqual(['INVALID · NEEDS TOO_LONG 100', 100, 2]);
  // What is in it already is so already, full as it is.
  expect(told(await add(server(), headers.adviser, commonNeed!.id, all[99]!, 2))).toBe('DONE');
});

test('a group is neither accepted with more, nor merged to more', async () => {
  const all = await needs(103);
  expect(told(await accept(server(), headers.adviser, all.slice(0, 101)))).toBe('INVALID · NEEDS TOO_LONG 100');
  const [most, other] = [await accept(server(), headers.adviser, all.slice(0, 99)), await accept(server(), headers.adviser, all.slice(99, 101))];
  expect(told(await merge(server(), headers.adviser, most.commonNeed!.id, other.commonNeed!.id))).toBe('INVALID · NEEDS TOO_LONG 100');
});
