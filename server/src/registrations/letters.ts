/** What people are told of registrations by mail: who takes part, and who registered them, each in their language. */
import type { EntityManager } from '@mikro-orm/postgresql';
import { type Locale, LOCALES } from '@passerelle/shared/locales.ts';
import { type MailParams, queueMail } from '../mail/index.ts';

/** What has become of a registration. */
export type Change = MailParams['registration']['change'] | 'OFFERED' | MailParams['registrationReason']['change'];

export interface Letter {
  readonly registration: string;
  readonly change: Change;
  /** Whether who registered them is told too; not of what they have just done themselves. */
  readonly toCoordinator: boolean;
  /** The place on the waiting list. */
  readonly position?: number;
  /** The secret of the link to an offer. */
  readonly secret?: string;
  /** Why, as somebody wrote it; of a session that is called off, what it says itself. */
  readonly reason?: string;
}

interface Facts {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly locale: Locale;
  readonly country: string;
  readonly coordinator: string | null;
  readonly coordinatorLocale: Locale | null;
  readonly session: string;
  readonly startsAt: Date;
  readonly timeZone: string;
  readonly sourceLocale: Locale;
  readonly until: Date | null;
}

const FACTS = `
  select r.uuid as id, p.name, p.email, p.locale, r.country_code as country, b.email as coordinator, b.locale as "coordinatorLocale", s.uuid as session,
    s.starts_at as "startsAt", s.time_zone as "timeZone", s.source_locale as "sourceLocale", r.offered_until as until
  from registration r join participant p on p.uuid = r.participant_uuid join training_session s on s.uuid = r.session_uuid
    left join person b on b.id = r.registered_by_id and b.suspended_at is null
  where r.uuid = any(string_to_array(?, ' ')::uuid[])`;

/** A text by locale. */
type Texts = ReadonlyMap<string, string>;

/** Queues the mails of some letters, in their order. Places are open (`openPlaces`). `origin` is where people reach the site. */
export async function sendLetters(em: EntityManager, origin: string, letters: readonly Letter[]): Promise<void> {
  if (letters.length === 0) return;
  const rows = await em.execute<Facts[]>(FACTS, [letters.map(({ registration }) => registration).join(' ')]);
  const facts = new Map(rows.map((row) => [row.id, row]));
  const titles = await textsOf(em, 'select session_uuid as key, locale, title as text from training_session_translation where session_uuid::text = any(string_to_array(?, \' \'))', rows.map(({ session }) => session));
  const reasons = letters.some(({ change }) => change === 'CANCELLED')
    ? await textsOf(em, 'select session_uuid as key, locale, cancelled_reason as text from training_session_translation where session_uuid::text = any(string_to_array(?, \' \'))', rows.map(({ session }) => session))
    : new Map<string, Texts>();
  const countries = await textsOf(em, 'select country_code as key, locale, name as text from country_translation where country_code = any(string_to_array(?, \' \'))', rows.map(({ country }) => country));
  for (const letter of letters) {
    const about = facts.get(letter.registration)!;
    const write = (to: string, locale: Locale): Promise<unknown> => queueLetter(em, {
      to, locale, origin, letter, about, title: titleIn(titles.get(about.session)!, locale, about.sourceLocale), country: inLanguage(countries.get(about.country)!, locale)?.text ?? about.country,
      reason: letter.reason ?? inAny(reasons.get(about.session), locale),
    });
    await write(about.email, about.locale);
    if (letter.toCoordinator && about.coordinator !== null && about.coordinator !== about.email) await write(about.coordinator, about.coordinatorLocale ?? 'fr');
  }
}

async function textsOf(em: EntityManager, statement: string, keys: readonly string[]): Promise<ReadonlyMap<string, Texts>> {
  const rows = await em.execute<{ key: string; locale: string; text: string | null }[]>(statement, [[...new Set(keys)].join(' ')]);
  const found = new Map<string, Map<string, string>>();
  for (const { key, locale, text } of rows) {
    const texts = found.get(key) ?? new Map<string, string>();
    if (text) texts.set(locale, text);
    found.set(key, texts);
  }
  return found;
}

/** The text along the chain of a language. */
function inLanguage(texts: Texts, locale: Locale): { readonly locale: string; readonly text: string } | undefined {
  const tag = [locale, ...LOCALES[locale].fallback].find((one) => texts.has(one));
  return tag === undefined ? undefined : { locale: tag, text: texts.get(tag)! };
}

/** The same; where none of the chain has it, any: somebody is told why in any case. */
function inAny(texts: Texts | undefined, locale: Locale): string {
  return texts === undefined ? '' : (inLanguage(texts, locale)?.text ?? texts.values().next().value ?? '');
}

/** The title as the language has it; one of another language is followed by its code. */
function titleIn(texts: Texts, locale: Locale, source: Locale): string {
  const found = inLanguage(texts, locale) ?? { locale: source, text: texts.get(source)! };
  return found.locale === locale ? found.text : `${found.text} (${found.locale})`;
}

interface Queued {
  readonly to: string;
  readonly locale: Locale;
  readonly origin: string;
  readonly letter: Letter;
  readonly about: Facts;
  readonly title: string;
  readonly country: string;
  readonly reason: string;
}

function queueLetter(em: EntityManager, { to, locale, origin, letter, about, title, country, reason }: Queued): Promise<unknown> {
  const { change, secret, position } = letter;
  const { name, startsAt, timeZone } = about;
  const facts = { name, title, startsAt: new Date(startsAt), timeZone };
  const page = `${origin}/${locale}/trainings/TrainingSession_${about.session}`;
  if (change === 'OFFERED') return queueMail(em, { to, locale, template: 'registrationOffer', params: { ...facts, link: `${origin}/${locale}/offer#${secret!}`, until: new Date(about.until!) } });
  if (change === 'REFUSED' || change === 'CANCELLED') return queueMail(em, { to, locale, template: 'registrationReason', params: { ...facts, link: page, change, reason } });
  return queueMail(em, { to, locale, template: 'registration', params: { ...facts, link: page, change, country, position: position ?? 0 } });
}
