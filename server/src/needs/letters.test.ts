/** What the post of a need is written when the adviser moves it. */
import { beforeAll, beforeEach, expect, test } from 'vitest';
import { testServer, UNLIMITED } from '../../test/http/harness.ts';
import { type Headers, PEOPLE, signEverybodyIn } from '../../test/permissions/roles.ts';
import { transactAs } from '../core/database/index.ts';
import { owner } from '../registrations/world.fixture.ts';
import { move, needOf } from './needs.fixture.ts';

const server = testServer({ signInLimits: UNLIMITED });
const sql = <T = Record<string, unknown>>(text: string, values: unknown[] = []): Promise<T[]> => owner<T>(server(), text, values);
let headers: Headers;

interface Letter {
  readonly recipient: string;
  readonly locale: string;
  readonly text: string;
}
/** What was written since it was last asked. */
const letters = async (): Promise<Letter[]> => (await sql<Letter>(`delete from mail where template = 'needMoved' returning recipient, locale, text`)).toSorted((one, other) => (one.recipient < other.recipient ? -1 : 1));
const readers = async (): Promise<string[]> => (await letters()).map(({ recipient }) => recipient);

beforeAll(async () => {
  headers = await signEverybodyIn(server());
});
beforeEach(async () => {
  await sql('delete from need');
  await sql('delete from mail');
});

test('the services of the post read, each in their language, where it stands and where they read why; not why', async () => {
  await sql(`update person set locale = case email when ? then 'sq' else 'sr-Latn' end where email in (?, ?)`, [PEOPLE.ssi, PEOPLE.ssi, PEOPLE.scac]);
  const key = await needOf(server(), headers.scac);
  await move(server(), headers.adviser, key, 'UNDER_REVIEW');
  await letters();
  await move(server(), headers.adviser, key, 'DECLINED', { version: 2, reason: 'Zzyzx' });
  const [scac, ssi, ...others] = await letters();
  expect([scac!.recipient, scac!.locale, ssi!.recipient, ssi!.locale, others]).toEqual([PEOPLE.scac, 'sr-Latn', PEOPLE.ssi, 'sq', []]);
  for (const words of ['Nedostaje sklonište', 'Novo stanje: odbijena.', `/sr-Latn/needs/Need_${key}`]) expect(scac!.text).toContain(words);
  // A title in another language says so.
  for (const words of ['Nedostaje sklonište (sr-Latn)', 'Gjendja e re: e papranuar.', `/sq/needs/Need_${key}`]) expect(ssi!.text).toContain(words);
  expect([scac, ssi].map((one) => one!.text.includes('Zzyzx'))).toEqual([false, false]);
});

test('each move is told once: what is refused, or is so already, is told to nobody', async () => {
  const key = await needOf(server(), headers.scac);
  expect([(await move(server(), headers.scac, key, 'TAKEN_UP')).outcome, (await move(server(), headers.adviser, key, 'DECLINED', { reason: 'N' })).outcome, await readers()]).toEqual(['NOT_ALLOWED', 'TOO_LATE', []]);
  const both = await Promise.all([move(server(), headers.adviser, key, 'UNDER_REVIEW'), move(server(), headers.assistant, key, 'UNDER_REVIEW')]);
  expect([both.map(({ outcome }) => outcome), await readers()]).toEqual([['DONE', 'DONE'], [PEOPLE.scac, PEOPLE.ssi]]);
  // The control: the next move is told again.
  await move(server(), headers.assistant, key, 'TAKEN_UP', { version: 2 });
  expect(await readers()).toEqual([PEOPLE.scac, PEOPLE.ssi]);
});

test('what a post withdraws itself is told to nobody', async () => {
  const key = await needOf(server(), headers.scac);
  expect([(await move(server(), headers.ssi, key, 'WITHDRAWN')).outcome, await readers()]).toEqual(['DONE', []]);
});

test('whoever serves there no more is not written to, nor whoever is invented of a real need', async () => {
  await sql(`update member set suspended_at = now() where role = 'SSI' and country_code = 'RS'`);
  const key = await needOf(server(), headers.scac);
  await move(server(), headers.adviser, key, 'UNDER_REVIEW');
  expect(await readers()).toEqual([PEOPLE.scac]);
  await sql(`update member set suspended_at = null where role = 'SSI' and country_code = 'RS'`);
  const [{ id }] = (await sql<{ id: string }>('select id from person where email = ?', [PEOPLE.adviser])) as [{ id: string }];
  const letter = async (person: string | null): Promise<{ readers: unknown[] } | null> => (await transactAs(server().database.orm, person)((em) => em.execute<{ letter: { readers: unknown[] } | null }[]>('select need_letter(?) as letter', [key])))[0]!.letter;
  expect([(await letter(id))!.readers.length, await letter(null)]).toEqual([2, null]);
  await sql('alter table need disable trigger user');
  await sql('update need set is_demonstration = false where uuid = ?', [key]);
  await sql('alter table need enable trigger user');
  expect(await letter(id)).toBeNull();
});
