/** Making and taking away the addresses at which programs read calendars. */
import { createHash } from 'node:crypto';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { Locale } from '@passerelle/shared/locales.ts';
import { v7 } from 'uuid';
import type { Derive } from '../core/derive.ts';
import { UserError } from '../core/errors.ts';
import { standingsOf } from '../members/index.ts';
import { type CalendarOf, mayFollow, MOST_LINKS } from './calendars.policy.ts';

/** What came of making an address. */
export const CalendarLinkOutcome = { MADE: 'MADE', NOT_ALLOWED: 'NOT_ALLOWED', TOO_MANY: 'TOO_MANY' } as const;
export type CalendarLinkOutcome = keyof typeof CalendarLinkOutcome;

export interface NewCalendarLink extends CalendarOf {
  readonly locale: Locale;
  /** Drawn by chance, in small letters: what is sent again with the same makes nothing new. */
  readonly submission: string;
}

/** What is made: its secret goes to the person and nowhere else. */
export type MadeCalendarLink = { readonly outcome: 'MADE'; readonly secret: string } | { readonly outcome: Exclude<CalendarLinkOutcome, 'MADE'> };

const SECRET = /^[\w-]{32}$/;

/**
 * The secret of an address: worked out by the server's own secret of the key that its person has drawn and of all that the address is of, so that what is sent again is told the same address, though neither the secret nor the key is kept. Who has
 * not the server's secret cannot work it out, though they know all the rest.
 */
function secretOf(derive: Derive, person: string, { submission, country, theme, locale }: NewCalendarLink): string {
  return derive('calendar addresses', JSON.stringify(['calendar_link', submission, person, country, theme, locale])).slice(0, 32);
}

/** What is kept of a secret; undefined for what cannot be one. It has too many bits to be guessed, so that one round is enough. */
export function hashOfSecret(secret: string): string | undefined {
  return SECRET.test(secret) ? createHash('sha256').update(secret).digest('base64url') : undefined;
}

/** Who makes an address, by their key, and how its secret is worked out. */
export interface CalendarMaker {
  readonly person: string;
  readonly derive: Derive;
}

/**
 * Makes an address for `person`, who acts in the transaction; sent again it is the same one, and none more. Throws BAD_USER_INPUT for a theme that is none, or with a country, and for a key that is not drawn by chance (UUID version 4).
 */
export async function makeCalendarLink(em: EntityManager, { person, derive }: CalendarMaker, given: NewCalendarLink): Promise<MadeCalendarLink> {
  const { country, theme, locale, submission } = given;
  if (submission.charAt(14) !== '4') throw new UserError('BAD_USER_INPUT', 'A key that is drawn by chance', { field: 'submission' });
  if (theme !== null && (country !== null || !(await isTheme(em, theme)))) throw new UserError('BAD_USER_INPUT', 'A theme that there is, and no country', { field: 'theme' });
  if (!mayFollow(await standingsOf(em, person), country)) return { outcome: 'NOT_ALLOWED' };
  // Who makes two at once makes one after the other, so that they are counted.
  await em.execute(`select pg_advisory_xact_lock(hashtextextended('calendar_link ' || ?, 0))`, [person]);
  const secret = secretOf(derive, person, given);
  if ((await em.execute<unknown[]>('select from calendar_link where person_id = ? and secret_hash = ?', [person, hashOfSecret(secret)])).length > 0) return { outcome: 'MADE', secret };
  const [made] = await em.execute<[{ count: number }]>('select count(*)::int as count from calendar_link where person_id = ?', [person]);
  if (made.count >= MOST_LINKS) return { outcome: 'TOO_MANY' };
  await em.execute('insert into calendar_link (uuid, person_id, country_code, theme_code, locale, secret_hash) values (?, ?, ?, ?, ?, ?)', [v7(), person, country, theme, locale, hashOfSecret(secret)]);
  return { outcome: 'MADE', secret };
}

async function isTheme(em: EntityManager, code: string): Promise<boolean> {
  return (await em.execute<unknown[]>('select from theme where code = ?', [code])).length > 0;
}

/** Takes an address away: whoever asks there finds nothing from then on. False when it is not theirs, or is gone already. */
export async function revokeCalendarLink(em: EntityManager, id: string): Promise<boolean> {
  return (await em.execute<unknown[]>('delete from calendar_link where uuid = ? and person_id = acting_person() returning uuid', [id])).length > 0;
}

/** Whose calendar an address gives, and which. */
export interface OpenedCalendar extends CalendarOf {
  readonly person: string;
  readonly locale: Locale;
}

/** Finds whose address it is that has this secret, and notes the day; undefined when it is nobody's, or somebody's who is suspended. */
export async function openCalendar(em: EntityManager, secret: string): Promise<OpenedCalendar | undefined> {
  const hash = hashOfSecret(secret);
  if (hash === undefined) return undefined;
  const [found] = await em.execute<OpenedCalendar[]>('select person, country, theme, locale from open_calendar(?)', [hash]);
  return found;
}
