/** What the tests of calendars share: sessions at every stage, addresses that people make, and files as another program reads them. */
import { randomUUID } from 'node:crypto';
import { type Answer, ask, send, type TestServer } from './harness.ts';
import { readCalendar } from '../../src/calendars/reading.fixture.ts';

/** Runs a statement as the owner of the tables. */
export const owner = <T = Record<string, unknown>>(server: TestServer, text: string, values: unknown[] = []): Promise<T[]> => server.database.orm.em.fork().execute<T[]>(text, values);

/** Which sessions are in calendars: those that were not put away, for some time after they are over. */
const REMEMBERED = `stage <> 'ARCHIVED' and ends_at >= now() - interval '92 days'`;

/** The ids of the sessions in calendars that meet a condition, sorted. */
export async function ids(server: TestServer, condition: string): Promise<string[]> {
  return (await owner<{ id: string }>(server, `select 'TrainingSession_' || uuid as id from training_session where ${REMEMBERED} and (${condition}) order by 1`)).map(({ id }) => id);
}

/** The session of a country, or online (null), that begins last of those that nobody has touched: it is to come from now on. */
async function oneOf(server: TestServer, country: string | null): Promise<string> {
  const [row] = await owner<{ uuid: string }>(server, `
    update training_session set starts_at = greatest(starts_at, now() + interval '30 days'), ends_at = greatest(ends_at, now() + interval '31 days') where uuid =
      (select uuid from training_session where stage = 'OPEN' and sequence = 0 and country_code is not distinct from ? order by starts_at desc, uuid limit 1) returning uuid`, [country]);
  return row!.uuid;
}

/** Makes drafts in Serbia, Albania and online, and calls one off in Serbia: its id. */
export async function prepareStages(server: TestServer): Promise<string> {
  for (const country of ['RS', 'AL', null]) await owner(server, `update training_session set stage = 'DRAFT' where uuid = ?`, [await oneOf(server, country)]);
  const cancelled = await oneOf(server, 'RS');
  await server.database.orm.em.fork().transactional(async (em) => {
    await em.execute(`update training_session set stage = 'CANCELLED', sequence = 1 where uuid = ?`, [cancelled]);
    await em.execute(`update training_session_translation x set cancelled_reason = 'Снег' from training_session s where s.uuid = x.session_uuid and s.uuid = ? and x.locale = s.source_locale`, [cancelled]);
  });
  return `TrainingSession_${cancelled}`;
}

export type Cookies = Record<string, string>;

/** Makes an address, as somebody; `country` is that of the embassy. */
export async function make(server: TestServer, headers: Cookies, country?: string, locale = 'fr', theme?: string, submission: string = randomUUID()): Promise<{ readonly answer: Answer; readonly outcome: string | undefined; readonly path: string }> {
  const answer = await ask(server, 'mutation ($country: CountryCode, $theme: String, $locale: Locale!, $submission: UUID!) { makeCalendarLink(country: $country, theme: $theme, locale: $locale, submission: $submission) { outcome address } }', { locale, submission, ...(country && { country }), ...(theme && { theme }) }, headers);
  const made = answer.data?.makeCalendarLink as { outcome: string; address: string | null } | null | undefined;
  return { answer, outcome: made?.outcome, path: made?.address ? new URL(made.address).pathname : '' };
}

/** The addresses that somebody has, as they see them. */
export async function linksOf(server: TestServer, headers: Cookies): Promise<{ readonly id: string; readonly locale: string; readonly lastUsedOn: string | null; readonly country: { code: string } | null; readonly theme: { code: string } | null }[]> {
  const { data } = await ask(server, '{ viewer { calendarLinks { id locale createdAt lastUsedOn country { code } theme { code } } } }', {}, headers);
  return (data!.viewer as { calendarLinks: never[] }).calendarLinks;
}

/** Takes an address away, as somebody. */
export async function revoke(server: TestServer, headers: Cookies, id: string): Promise<unknown> {
  const answer = await ask(server, 'mutation ($id: ID!) { revokeCalendarLink(id: $id) { isRevoked } }', { id }, headers);
  return answer.code ?? (answer.data!.revokeCalendarLink as { isRevoked: boolean }).isRevoked;
}

/** What is in a calendar: the ids of its sessions, sorted, as the first day of each has them; the status where there is no calendar. */
export async function listed(server: TestServer, path: string): Promise<string[] | number> {
  const { status, text } = await send(server, path);
  return status === 200 ? readCalendar(text).events.map(({ uid }) => uid).filter((uid) => !/-day-\d+$/.test(uid)).sort() : status;
}
