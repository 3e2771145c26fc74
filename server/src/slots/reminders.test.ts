/** Reminding hosts, what voids a link, and what is kept of them for how long. */
import { beforeAll, beforeEach, expect, test } from 'vitest';
import { testServer, UNLIMITED } from '../../test/http/harness.ts';
import { type Headers, signEverybodyIn } from '../../test/permissions/roles.ts';
import { type Toured, tour } from '../meetings/meetings.fixture.ts';
import { owner } from '../missions/world.fixture.ts';
import { answer, at, offered, readLink, readText, secretsTo, seen } from './slots.fixture.ts';
import { remindHosts } from './slots.jobs.ts';

const server = testServer({ signInLimits: UNLIMITED });
let headers: Headers;
let toured: Toured;

beforeAll(async () => {
  headers = await signEverybodyIn(server());
});
beforeEach(async () => {
  await owner(server(), 'delete from mission');
  toured = await tour(server(), headers.adviser);
});

const remind = () => remindHosts(server().database.orm.em.fork(), 'https://passerelle.example');
/** As if they had been asked the day before yesterday, and the last day were tomorrow. */
const nearly = (key: string) => owner(server(), `update slot_offer set asked_at = now() - interval '2 days', answers_until = (now() at time zone 'Europe/Belgrade')::date where meeting_uuid = ?`, [key]);
const GHOST = 'x'.repeat(32);

test('who has not answered is reminded once, by a link that takes the place of the one before; whoever has, or was asked today, is not', async () => {
  const [late, early, done] = [await offered(server(), headers.scac, toured), await offered(server(), headers.scac, toured), await offered(server(), headers.scac, toured)];
  await answer(server(), done.secret, null);
  for (const { key } of [late, done]) await nearly(key);
  await Promise.all([remind(), remind()]);
  await remind();
  const now = await secretsTo(server(), late.email);
  expect([now.length, (await secretsTo(server(), early.email)).length, (await secretsTo(server(), done.email)).length]).toEqual([2, 1, 1]);
  expect([await readText(server(), late.secret), (await readLink(server(), now[1]!)).state]).toEqual([await readText(server(), GHOST), 'OPEN']);
  expect((await seen(server(), headers.scac, toured.leg))!.find(({ key }) => key === late.key)!.slotOffer!.remindedAt).not.toBeNull();
  const [mail] = await owner<{ text: string }>(server(), 'select text from mail where recipient = ? order by created_at desc, uuid desc limit 1', [late.email]);
  expect(mail!.text).toContain('përgjigjja Juaj ende pritet');
});

test('nobody is reminded of slots none of which can be any more, nor of what was taken back', async () => {
  const { key, email } = await offered(server(), headers.scac, toured, { slots: [at('10:00')] });
  await nearly(key);
  await owner(server(), `insert into holiday (country_code, date, source, source_locale) values ('RS', '2098-11-10', 'A test', 'sr-Cyrl')`);
  await remind();
  await owner(server(), `delete from holiday where date = '2098-11-10' and source = 'A test'`);
  await owner(server(), `update slot_offer set ended = 'WITHDRAWN', ended_at = now() where meeting_uuid = ?`, [key]);
  await remind();
  expect((await secretsTo(server(), email)).length).toBe(1);
});

test('a link leads nowhere once the address is another person’s, and what was kept goes with who is erased', async () => {
  const PERSON = '019abc00-0000-7000-8000-0000000000f7';
  const { key, secret } = await offered(server(), headers.scac, toured, { email: 'moving@host.example' });
  await owner(server(), `insert into person (id, name, email, created_at, updated_at) values (?, 'Somebody', 'moving@host.example', now(), now())`, [PERSON]);
  await owner(server(), `update person set email = 'moved@host.example' where id = ?`, [PERSON]);
  expect([await readText(server(), secret), (await seen(server(), headers.scac, toured.leg))!.find((one) => one.key === key)!.slotOffer!.email]).toEqual([await readText(server(), GHOST), null]);
  const other = await offered(server(), headers.scac, toured, { email: 'moved@host.example' });
  await owner(server(), 'delete from person where id = ?', [PERSON]);
  expect([await readText(server(), other.secret), (await seen(server(), headers.scac, toured.leg))!.find((one) => one.key === other.key)!.slotOffer]).toEqual([await readText(server(), GHOST), null]);
});

test('once the leg is over its links are nobody’s', async () => {
  const { secret } = await offered(server(), headers.scac, toured);
  for (const statement of ['alter table mission_leg disable trigger user', `update mission_leg set starts_on = '2020-01-01', ends_on = '2020-01-02' where uuid = '${toured.legKey}'`, 'alter table mission_leg enable trigger user']) await owner(server(), statement);
  expect(await readText(server(), secret)).toBe(await readText(server(), GHOST));
});
