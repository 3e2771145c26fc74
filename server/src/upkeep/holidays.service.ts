/** Adding public holidays of a country, correcting them, striking them and taking that back. */
import type { EntityManager } from '@mikro-orm/postgresql';
import type { Locale } from '@passerelle/shared/locales.ts';
import type { MemberRole } from '../accounts/index.ts';
import { heldAs, todayIn, type WhichCountry } from './held-country.ts';
import { type HolidayContent, readHoliday, readSource, type SourceContent } from './read-upkeep.ts';
import { fault, type HolidayChangeKind, invalid, result, type UpkeepResult } from './upkeep-words.ts';

/** Which holiday, by the day on which it was read; null for a new one, `version` 0 with it. */
export interface WhichHoliday extends WhichCountry {
  readonly date: string | null;
  readonly version: number;
}

interface Stored extends SourceContent {
  readonly date: string;
  readonly version: number;
  readonly isStruck: boolean;
  readonly isMoonDependent: boolean;
  readonly sourceLocale: Locale;
  readonly names: Readonly<Partial<Record<Locale, string>>>;
}

async function held(em: EntityManager, country: string, date: string): Promise<Stored | undefined> {
  const [stored] = await em.execute<Stored[]>(
    `select h.date::text as date, h.version, h.is_struck as "isStruck", h.is_moon_dependent as "isMoonDependent", h.source_locale as "sourceLocale", h.source, coalesce(h.source_url, '') as "sourceUrl", h.checked_on as "checkedOn",
       (select coalesce(jsonb_object_agg(x.locale, x.name), '{}') from holiday_translation x where x.country_code = h.country_code and x.date = h.date) as names
     from holiday h where h.country_code = ? and h.date = ?::date for update of h`, [country, date]);
  return stored;
}

const isOf = (stored: Stored, { source, sourceUrl, checkedOn }: SourceContent): boolean => stored.source === source && stored.sourceUrl === sourceUrl && stored.checkedOn === checkedOn;
const isSame = (stored: Stored, { date, name, locale, isMoonDependent, known }: HolidayContent): boolean =>
  !stored.isStruck && stored.date === date && stored.names[locale] === name && stored.isMoonDependent === isMoonDependent && isOf(stored, known);

/** What it is called in the language that its name is surely known in, or in any. */
function nameOf({ names, sourceLocale, date }: Stored): readonly [locale: Locale, name: string] {
  const known = names[sourceLocale];
  return known === undefined ? ((Object.entries(names) as [Locale, string][])[0] ?? [sourceLocale, date]) : [sourceLocale, known];
}

const SOURCED = 'source = ?, source_url = ?, is_verified = ?, checked_on = ?, note = null';
const sourced = ({ source, sourceUrl, checkedOn }: SourceContent): unknown[] => [source, sourceUrl || null, checkedOn !== null, checkedOn];

interface Change {
  readonly country: string;
  readonly as: MemberRole;
  readonly kind: HolidayChangeKind;
  readonly date: string;
  readonly wasOn: string | null;
  readonly name: string;
  readonly locale: Locale;
  readonly known: SourceContent;
}

/** What was done stays to be read; a trigger tells the adviser’s journal who did it. */
async function note(em: EntityManager, { country, as, kind, date, wasOn, name, locale, known }: Change): Promise<UpkeepResult> {
  await em.execute(
    `insert into holiday_change (country_code, date, was_on, kind, name, locale, changed_as, is_demonstration, source, source_url, is_verified, checked_on) values (?, ?::date, ?::date, ?, ?, ?, ?, acts_invented(), ?, ?, ?, ?)`,
    [country, date, wasOn, kind, name, locale, as, ...sourced(known)]);
  return result('DONE');
}

/**
 * Adds a public holiday, corrects it, or takes back that it was struck. `version` is the one that was read: once it was changed meanwhile nothing is written, unless it is so already. What is imported afterwards changes nothing of it.
 * Throws VICTIM_DATA for texts that tell who a person is.
 */
export async function saveHoliday(em: EntityManager, which: WhichHoliday, input: HolidayContent): Promise<UpkeepResult> {
  const content = readHoliday(input, await todayIn(em, which));
  if (!('known' in content)) return invalid(...content);
  const as = await heldAs(em, which);
  return as === undefined ? result('NOT_ALLOWED') : store(em, { ...which, as }, content);
}

async function store(em: EntityManager, which: WhichHoliday & { readonly as: MemberRole }, content: HolidayContent): Promise<UpkeepResult> {
  const there = await held(em, which.country, content.date);
  const before = which.date === null || which.date === content.date ? undefined : await held(em, which.country, which.date);
  // Sent once more, after its answer was lost, it is as it was sent, and nowhere else.
  if (there && !before && isSame(there, content)) return result('DONE');
  if (which.date === null) return there ? invalid(fault('DATE', 'REPEATED')) : add(em, which.country, which.as, content);
  return change(em, which, { stored: which.date === content.date ? there : before, there }, content);
}

/** What is read once there is something to change: as it was read, and in no other’s place. */
async function change(em: EntityManager, which: WhichHoliday & { readonly as: MemberRole }, { stored, there }: { readonly stored: Stored | undefined; readonly there: Stored | undefined }, content: HolidayContent): Promise<UpkeepResult> {
  if (!stored) return result('GONE');
  if (stored.version !== which.version) return result('CONFLICT');
  return there && there.date !== stored.date ? invalid(fault('DATE', 'REPEATED')) : correct(em, { country: which.country, as: which.as, stored }, content);
}

async function add(em: EntityManager, country: string, as: MemberRole, content: HolidayContent): Promise<UpkeepResult> {
  const { date, name, locale, isMoonDependent, known } = content;
  await em.execute('insert into holiday (country_code, date, source_locale, is_moon_dependent, source, source_url, is_verified, checked_on) values (?, ?::date, ?, ?, ?, ?, ?, ?)', [country, date, locale, isMoonDependent, ...sourced(known)]);
  await em.execute('insert into holiday_translation (country_code, date, locale, name) values (?, ?::date, ?, ?)', [country, date, locale, name]);
  return note(em, { country, as, kind: 'ADDED', date, wasOn: null, name, locale, known });
}

async function correct(em: EntityManager, { country, as, stored }: { readonly country: string; readonly as: MemberRole; readonly stored: Stored }, { date, name, locale, isAnother, isMoonDependent, known }: HolidayContent): Promise<UpkeepResult> {
  // Of another holiday the names in other languages go with the one before; of the same one they stay, and it is named in this one as was typed.
  const sourceLocale = isAnother || stored.names[stored.sourceLocale] === undefined ? locale : stored.sourceLocale;
  await em.execute(`update holiday set date = ?::date, is_moon_dependent = ?, is_struck = false, version = version + 1, source_locale = ?, ${SOURCED} where country_code = ? and date = ?::date`, [date, isMoonDependent, sourceLocale, ...sourced(known), country, stored.date]);
  if (isAnother) await em.execute('delete from holiday_translation where country_code = ? and date = ?::date and locale <> ?', [country, date, locale]);
  await em.execute('insert into holiday_translation (country_code, date, locale, name) values (?, ?::date, ?, ?) on conflict (country_code, date, locale) do update set name = excluded.name', [country, date, locale, name]);
  return note(em, { country, as, kind: stored.isStruck ? 'RESTORED' : 'CORRECTED', date, wasOn: date === stored.date ? null : stored.date, name, locale, known });
}

/** Says that a day is no public holiday, and where that is known from: it stays to be read, and counts no more. Throws VICTIM_DATA. */
export async function strikeHoliday(em: EntityManager, which: WhichHoliday & { readonly date: string }, input: SourceContent): Promise<UpkeepResult> {
  const known = readSource(input, await todayIn(em, which), 'input');
  if (!('source' in known)) return invalid(...known);
  const as = await heldAs(em, which);
  if (as === undefined) return result('NOT_ALLOWED');
  const stored = await held(em, which.country, which.date);
  if (!stored) return result('GONE');
  if (stored.isStruck && isOf(stored, known)) return result('DONE');
  if (stored.version !== which.version) return result('CONFLICT');
  await em.execute(`update holiday set is_struck = true, version = version + 1, ${SOURCED} where country_code = ? and date = ?::date`, [...sourced(known), which.country, which.date]);
  const [locale, name] = nameOf(stored);
  return note(em, { country: which.country, as, kind: 'STRUCK', date: which.date, wasOn: null, name, locale, known });
}
