/** Saying what to know of travelling to a country, saying it in other languages, and taking it away. */
import type { EntityManager } from '@mikro-orm/postgresql';
import type { Locale } from '@passerelle/shared/locales.ts';
import type { MemberRole } from '../accounts/index.ts';
import { forgetWrongLanguage, isSaid, keepTranslations, saidIn, say, type TextTable } from '../core/translation/index.ts';
import { heldAs, todayIn, type WhichCountry } from './held-country.ts';
import { readTravelNote, readTravelText, type TravelNoteContent } from './read-upkeep.ts';
import { fault, invalid, result, type UpkeepResult } from './upkeep-words.ts';

const TEXTS: TextTable = { table: 'travel_note_translation', owner: 'note_uuid', columns: ['text'] };

/** The note of a country, as it was read; version 0 where none was. */
export interface WhichNote extends WhichCountry {
  readonly version: number;
}

interface Stored extends TravelNoteContent {
  readonly uuid: string;
  readonly version: number;
  readonly sourceVersion: number;
}

/** What who asks has said of a country: what is invented stands apart. */
async function held(em: EntityManager, country: string): Promise<Stored | undefined> {
  const [stored] = await em.execute<Stored[]>(
    `select n.uuid, n.version, n.source_locale as "sourceLocale", n.source_version as "sourceVersion", n.checked_on::text as "checkedOn", x.text from travel_note n join travel_note_translation x on x.note_uuid = n.uuid and x.locale = n.source_locale
     where n.country_code = ? and n.is_demonstration = acts_invented() for update of n`, [country]);
  return stored;
}

const isSame = (stored: Stored, { sourceLocale, text, checkedOn }: TravelNoteContent): boolean => stored.sourceLocale === sourceLocale && stored.text === text && stored.checkedOn === checkedOn;

/** Says it, or says it anew. `version` is the one that was read: once it was changed meanwhile nothing is written, unless it is so already. Throws VICTIM_DATA for texts that tell who a person is. */
export async function saveTravelNote(em: EntityManager, which: WhichNote, input: TravelNoteContent): Promise<UpkeepResult> {
  const content = readTravelNote(input, await todayIn(em, which));
  if (!('text' in content)) return invalid(...content);
  const as = await heldAs(em, which);
  if (as === undefined) return result('NOT_ALLOWED');
  const stored = await held(em, which.country);
  if (stored && isSame(stored, content)) return result('DONE');
  if ((stored?.version ?? 0) !== which.version) return result(stored ? 'CONFLICT' : 'GONE');
  return write(em, { country: which.country, as, stored }, content);
}

async function write(em: EntityManager, { country, as, stored }: { readonly country: string; readonly as: MemberRole; readonly stored: Stored | undefined }, { sourceLocale: locale, text, checkedOn }: TravelNoteContent): Promise<UpkeepResult> {
  if (!stored) {
    const [{ uuid }] = await em.execute<[{ uuid: string }]>('insert into travel_note (country_code, source_locale, checked_on, entered_as, is_demonstration) values (?, ?, ?::date, ?, acts_invented()) returning uuid', [country, locale, checkedOn, as]);
    await say(em, TEXTS, uuid, { locale, sourceVersion: 1, texts: { text } });
    return result('DONE');
  }
  // Read again and found to hold, it is as it was: its translations say it still.
  const languages = { was: stored.sourceLocale, is: locale };
  await keepTranslations(em, TEXTS, languages, [{ key: stored.uuid, texts: { text } }]);
  const sourceVersion = stored.sourceVersion + (stored.text === text && stored.sourceLocale === locale ? 0 : 1);
  await em.execute('update travel_note set source_locale = ?, source_version = ?, checked_on = ?::date, entered_as = ?, entered_at = clock_timestamp(), version = version + 1 where uuid = ?', [locale, sourceVersion, checkedOn, as, stored.uuid]);
  await say(em, TEXTS, stored.uuid, { locale, sourceVersion, texts: { text } });
  await forgetWrongLanguage(em, { ...TEXTS, key: stored.uuid }, { ...languages, isSame: stored.text === text });
  return result('DONE');
}

/** Says it in another language; nothing takes it away. Throws VICTIM_DATA. */
export async function translateTravelNote(em: EntityManager, which: WhichNote, { locale, text: sent }: { readonly locale: Locale; readonly text: string }): Promise<UpkeepResult> {
  const read = readTravelText(sent);
  if (!('text' in read)) return invalid(...read);
  if ((await heldAs(em, which)) === undefined) return result('NOT_ALLOWED');
  const stored = await held(em, which.country);
  if (!stored) return result('GONE');
  if (locale === stored.sourceLocale) return invalid(fault('LOCALE', 'NOT_HERE'));
  if (isSaid(await saidIn(em, TEXTS, stored.uuid, locale), read, stored.sourceVersion)) return result('DONE');
  if (stored.version !== which.version) return result('CONFLICT');
  await em.execute('update travel_note set version = version + 1 where uuid = ?', [stored.uuid]);
  await say(em, TEXTS, stored.uuid, { locale, sourceVersion: stored.sourceVersion, texts: read });
  return result('DONE');
}

/** Takes it away in every language, as it was read. */
export async function removeTravelNote(em: EntityManager, which: WhichNote): Promise<UpkeepResult> {
  if ((await heldAs(em, which)) === undefined) return result('NOT_ALLOWED');
  const stored = await held(em, which.country);
  if (!stored) return result('GONE');
  if (stored.version !== which.version) return result('CONFLICT');
  await em.execute('delete from travel_note where uuid = ?', [stored.uuid]);
  return result('DONE');
}
