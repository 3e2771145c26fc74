/** Making and taking away the addresses at which programs read calendars. */
import { createHash, randomBytes } from 'node:crypto';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { Locale } from '@passerelle/shared/locales.ts';
import { v7 } from 'uuid';
import { UserError } from '../core/errors.ts';
import { standingsOf } from '../members/index.ts';
import { type CalendarOf, mayFollow, MOST_LINKS } from './calendars.policy.ts';

/** What came of making an address. */
export const CalendarLinkOutcome = { MADE: 'MADE', NOT_ALLOWED: 'NOT_ALLOWED', TOO_MANY: 'TOO_MANY' } as const;
export type CalendarLinkOutcome = keyof typeof CalendarLinkOutcome;

export interface NewCalendarLink extends CalendarOf {
  readonly locale: Locale;
}

/** What is made: its secret goes to the person and nowhere else. */
export type MadeCalendarLink = { readonly outcome: 'MADE'; readonly secret: string } | { readonly outcome: Exclude<CalendarLinkOutcome, 'MADE'> };

/** 192 bits that nobody can guess. */
const BYTES = 24;
const SECRET = /^[\w-]{32}$/;

/** What is kept of a secret; undefined for what cannot be one. It has too many bits to be guessed, so that one round is enough. */
export function hashOfSecret(secret: string): string | undefined {
  return SECRET.test(secret) ? createHash('sha256').update(secret).digest('base64url') : undefined;
}

/** Makes an address for `person`, who acts in the transaction. Throws BAD_USER_INPUT for a theme that is none, or with a country. */
export async function makeCalendarLink(em: EntityManager, person: string, { country, theme, locale }: NewCalendarLink): Promise<MadeCalendarLink> {
  if (theme !== null && (country !== null || !(await isTheme(em, theme)))) throw new UserError('BAD_USER_INPUT', 'A theme that there is, and no country', { field: 'theme' });
  if (!mayFollow(await standingsOf(em, person), country)) return { outcome: 'NOT_ALLOWED' };
  // Who makes two at once makes one after the other, so that they are counted.
  await em.execute(`select pg_advisory_xact_lock(hashtextextended('calendar_link ' || ?, 0))`, [person]);
  const [made] = await em.execute<[{ count: number }]>('select count(*)::int as count from calendar_link where person_id = ?', [person]);
  if (made.count >= MOST_LINKS) return { outcome: 'TOO_MANY' };
  const secret = randomBytes(BYTES).toString('base64url');
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
