/** Reminding the services of a post that the last day for their opinion about a cooperation request is near. */
import { beforeAll, beforeEach, expect, test } from 'vitest';
import { testServer, UNLIMITED } from '../../test/http/harness.ts';
import { type Headers, PEOPLE, signEverybodyIn } from '../../test/permissions/roles.ts';
import { transactAs } from '../core/database/index.ts';
import { owner } from '../registrations/world.fixture.ts';
import { remindServices } from './request-opinions.service.ts';
import { opine, requestOf, withdraw, without } from './requests.fixture.ts';

const server = testServer({ signInLimits: UNLIMITED });
const sql = <T = Record<string, unknown>>(text: string, values: unknown[] = []): Promise<T[]> => owner<T>(server(), text, values);
let headers: Headers;

const remind = (): Promise<void> => remindServices(server().database.orm.em.fork(), 'https://passerelle.example');
/** Whom reminders were written to since it was last asked. */
const reminded = async (): Promise<string[]> => (await sql<{ recipient: string }>(`delete from mail where template = 'requestOpinionDue' returning recipient`)).map(({ recipient }) => recipient).sort();
/** The last day is `day`, as if it had been asked long before: the rule that the deadline stays is put aside. */
const dueOn = (key: string, day: string): Promise<void> =>
  without(server(), 'cooperation_request_due_stays', async () => void (await sql(`update cooperation_request set due_on = ${day}, due_at = ((${day}) + 1)::timestamp at time zone 'Europe/Belgrade' where uuid = ?`, [key])));
const TODAY = `(now() at time zone 'Europe/Belgrade')::date`;

beforeAll(async () => {
  headers = await signEverybodyIn(server());
});
beforeEach(async () => {
  await sql('delete from cooperation_request');
  await sql('delete from mail');
});

test('the service that has not answered is reminded, in its language, of the subject and of the last day; the one that has is not', async () => {
  await sql(`update person set locale = 'sq' where email = ?`, [PEOPLE.ssi]);
  const key = await requestOf(server(), headers.authority, { sourceLocale: 'fr', subject: 'Zzyzx' });
  await opine(server(), headers.scac, key, { service: 'SCAC' });
  await dueOn(key, TODAY);
  await remind();
  const [mail, ...others] = await sql<{ recipient: string; locale: string; text: string }>(`select recipient, locale, text from mail where template = 'requestOpinionDue'`);
  expect([mail!.recipient, mail!.locale, others]).toEqual([PEOPLE.ssi, 'sq', []]);
  for (const words of ['Zzyzx', 'dita e fundit për të po afrohet', `/sq/cooperation-requests/CooperationRequest_${key}`]) expect(mail!.text).toContain(words);
});

test('it is reminded once, by two at once too; were it not kept that it was, it would be again: the control', async () => {
  const key = await requestOf(server(), headers.scac);
  await dueOn(key, TODAY);
  await Promise.all([remind(), remind()]);
  await remind();
  expect(await reminded()).toEqual([PEOPLE.ssi]);
  await sql('update cooperation_request set reminded_at = null');
  await remind();
  expect(await reminded()).toEqual([PEOPLE.ssi]);
});

test('not before the morning of the last working day before it, which a holiday brings forward', async () => {
  const key = await requestOf(server(), headers.scac);
  const [{ before, day }] = await sql<{ before: string; day: string }>(`select working_day_before('RS', d)::text as before, d::text as day from (select working_days_after('RS', ${TODAY}, 2) as d) x`) as [{ before: string; day: string }];
  await dueOn(key, `date '${day}'`);
  await remind();
  expect(await reminded()).toEqual([]);
  await sql(`insert into holiday (country_code, date, source, source_locale) select 'RS', d::date, 'A reminder', 'sr-Cyrl' from generate_series(${TODAY}, ?::date, interval '1 day') d on conflict do nothing`, [before]);
  await remind();
  await sql(`delete from holiday where source = 'A reminder'`);
  expect(await reminded()).toEqual([PEOPLE.ssi]);
});

test('nobody is reminded of what is withdrawn, of what is answered, or of what is over', async () => {
  const [gone, answered, over] = [await requestOf(server(), headers.scac), await requestOf(server(), headers.scac), await requestOf(server(), headers.scac)];
  await withdraw(server(), headers.scac, gone);
  await opine(server(), headers.ssi, answered);
  for (const key of [gone, answered]) await dueOn(key, TODAY);
  await dueOn(over, `${TODAY} - 1`);
  await remind();
  expect(await reminded()).toEqual([]);
  // The control: the same request is reminded of while its day lasts.
  await dueOn(over, TODAY);
  await remind();
  expect(await reminded()).toEqual([PEOPLE.ssi]);
});

test('nobody who is invented is written to about a real request, and nobody takes a reminder but what runs by itself', async () => {
  const key = await requestOf(server(), headers.scac);
  await dueOn(key, TODAY);
  const [{ id }] = await sql<{ id: string }>('select id from person where email = ?', [PEOPLE.adviser]) as [{ id: string }];
  expect(await transactAs(server().database.orm, id)((em) => em.execute(`select take_request_reminder('{}') as letter`))).toEqual([{ letter: null }]);
  await without(server(), 'user', async () => void (await sql('update cooperation_request set is_demonstration = false where uuid = ?', [key])));
  await remind();
  expect(await reminded()).toEqual([]);
  // The control: invented as they are, they are written to.
  await without(server(), 'user', async () => void (await sql('update cooperation_request set is_demonstration = true, reminded_at = null where uuid = ?', [key])));
  await remind();
  expect(await reminded()).toEqual([PEOPLE.ssi]);
});
