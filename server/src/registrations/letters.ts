/** What people are told of registrations by mail: who takes part, and who registered them, each in their language. */
import type { EntityManager } from '@mikro-orm/postgresql';
import { type Locale, LOCALES } from '@passerelle/shared/locales.ts';
import { mailedEntries, placeIn, sessionFile, type SessionInWords } from '../calendars/index.ts';
import { makeLeaveLinks } from './leave-links.ts';
import { type AnyMail, type MailParams, queueMails } from '../mail/index.ts';
import { said, type Texts, type Words, wordsOf } from './words.ts';

/** What has become of a registration. */
export type Change = MailParams['registration']['change'] | 'OFFERED' | 'REMINDER' | 'CERTIFIED' | 'EVALUATION' | MailParams['registrationReason']['change'];

export interface Letter {
  readonly registration: string;
  readonly change: Change;
  /** Whether who registered them is told too; not of what they have just done themselves. */
  readonly toCoordinator: boolean;
  /** The place on the waiting list. */
  readonly position?: number;
  /** The secret of the link to an offer, to a certificate or to an evaluation. */
  readonly secret?: string;
  /** What the link holds by which who takes part withdraws, where the mail to them has one. */
  readonly leave?: string | undefined;
  /** Until when an evaluation can be answered. */
  readonly until?: Date;
  /** Whether they had a place until now: their calendar is told that they have none. */
  readonly hadPlace?: boolean;
  /** The session as calendars have it until now, where its days have changed. */
  readonly entered?: SessionInWords | undefined;
  /** Why, as somebody wrote it; of a session that is called off, what it says itself. */
  readonly reason?: string;
}

/** What a mail says of a registration. */
export interface Facts {
  readonly name: string;
  readonly email: string;
  readonly locale: Locale;
  /** The code of the country whose embassy validates. */
  readonly country: string;
  readonly coordinator: string | null;
  readonly coordinatorLocale: Locale | null;
  readonly session: string;
  readonly until: Date | null;
  /** Whether they have a place: what becomes of the session is told to their calendar. */
  readonly hasPlace: boolean;
  /** Whether their calendar keeps the session whatever becomes of this registration: they teach in it, or have a place by another. */
  readonly keepsEntry?: boolean;
  /** Why they wait; null for who does not. */
  readonly waits: MailParams['registration']['waits'];
  /** The pass of who has a place; null for who has none. */
  readonly pass: Pass | null;
}

/** What shows at the door that somebody has a place. */
export interface Pass {
  readonly token: string;
  /** To be said or typed. */
  readonly code: string;
}

// Who no longer registers for them is told of nobody.
const FACTS = `
  select r.uuid as id, p.name, p.email, p.locale, r.country_code as country, b.email as coordinator, b.locale as "coordinatorLocale", r.session_uuid as session, r.offered_until as until, r.state = 'CONFIRMED' as "hasPlace", keeps_entry(r.uuid) as "keepsEntry", waits_for(r) as waits,
    (select json_build_object('token', x.token, 'code', x.code) from check_in_pass(r.uuid) x where x.token is not null) as pass
  from registration r join participant p on p.uuid = r.participant_uuid left join person b on b.id = r.registered_by_id and b.suspended_at is null and may_register(b.id, r.organisation_slug, r.country_code)
  where r.uuid = any(string_to_array(?, ' ')::uuid[])`;

/** What tells somebody that they have a place or wait for one, and so how they withdraw. */
const LEAVES = ['CONFIRMED', 'WAITING', 'REMINDER'] as const;
type Leaving = (typeof LEAVES)[number];
const isLeaving = (change: Change): change is Leaving => LEAVES.some((one) => one === change);

/** Queues the mails of some letters, in their order. Places are open (`openPlaces`). `origin` is where people reach the site. */
export async function sendLetters(em: EntityManager, origin: string, letters: readonly Letter[]): Promise<void> {
  if (letters.length === 0) return;
  const rows = await em.execute<(Facts & { id: string })[]>(FACTS, [letters.map(({ registration }) => registration).join(' ')]);
  const facts = new Map(rows.map((row) => [row.id, row]));
  const words = await wordsOf(em, rows.map(({ session }) => session), rows.map(({ country }) => country));
  const leaves = await makeLeaveLinks(em, letters.filter(({ change }) => isLeaving(change)).map(({ registration }) => registration));
  await queueMails(em, letters.flatMap((letter) => writeLetter({ ...letter, leave: leaves.get(letter.registration) }, facts.get(letter.registration)!, words, origin)));
}

/** The passes of those of some registrations who have a place, by their keys; whoever asks registers them, or places are open. */
export async function passesOf(em: EntityManager, registrations: readonly string[]): Promise<ReadonlyMap<string, Pass>> {
  if (registrations.length === 0) return new Map();
  const rows = await em.execute<(Pass & { id: string })[]>(
    `select i.id, x.token, x.code from unnest(string_to_array(?, ' ')::uuid[]) i(id) cross join lateral check_in_pass(i.id) x where x.token is not null`, [registrations.join(' ')]);
  return new Map(rows.map(({ id, ...pass }) => [id, pass]));
}

/** The text along the chain of a language. */
function inLanguage(texts: Texts, locale: Locale): { readonly locale: string; readonly text: string } | undefined {
  const tag = [locale, ...LOCALES[locale].fallback].find((one) => texts.has(one));
  return tag === undefined ? undefined : { locale: tag, text: texts.get(tag)! };
}

/** The name of a country; its code where it has none in the language. */
function nameOf(countries: Words['countries'], code: string, locale: Locale): string {
  return inLanguage(countries.get(code)!, locale)?.text ?? code;
}

/** What a session says of itself, by language. */
const textsOf = ({ texts }: SessionInWords, name: 'title' | 'reason'): Texts => said(Object.fromEntries(Object.entries(texts).map(([locale, row]) => [locale, row[name]])));

/** A text of another language than the reader's is followed by the code of its own. */
const marked = (found: { readonly locale: string; readonly text: string }, locale: Locale): string => (found.locale === locale ? found.text : `${found.text} (${found.locale})`);

/** The title as the language has it. */
function titleIn(session: SessionInWords, locale: Locale): string {
  const [titles, { sourceLocale }] = [textsOf(session, 'title'), session];
  return marked(inLanguage(titles, locale) ?? { locale: sourceLocale, text: titles.get(sourceLocale)! }, locale);
}

/** Why a session was called off: in the language, or in any, since somebody is told why in any case. */
export function whyCancelled(session: SessionInWords, locale: Locale): string {
  const reasons = textsOf(session, 'reason');
  const [any = { locale, text: '' }] = Array.from(reasons, ([tag, text]) => ({ locale: tag, text }));
  return marked(inLanguage(reasons, locale) ?? any, locale);
}

/** Of what nobody is told but who registered them. */
const NOT_OWN: readonly Change[] = ['MERGED'];

/** The mails of a letter: to who takes part, and to who registered them unless it is the same address. */
export function writeLetter(letter: Letter, facts: Facts, words: Words, origin: string): AnyMail[] {
  const own = (): AnyMail => ({ ...mailOf(letter, facts, words, { to: facts.email, locale: facts.locale, origin, pass: facts.pass, leave: letter.leave }), ...calendarOf(letter, facts, words, origin) });
  const theirs = NOT_OWN.includes(letter.change) ? [] : [own()];
  const { coordinator } = facts;
  if (!letter.toCoordinator || coordinator === null || coordinator === facts.email) return theirs;
  return [...theirs, mailOf(letter, facts, words, { to: coordinator, locale: facts.coordinatorLocale ?? 'fr', origin, pass: null, leave: undefined })];
}

/** Of what the calendar of somebody who has a place is told with the mail. */
const ENTERED: readonly Change[] = ['CONFIRMED', 'CHANGED', 'CANCELLED'];

function calendarOf({ change, hadPlace: had = false, entered }: Letter, { hasPlace, keepsEntry = false, session, locale }: Facts, { sessions }: Words, origin: string): Pick<AnyMail, 'calendar'> {
  const isGone = had && !keepsEntry;
  return isGone || (hasPlace && ENTERED.includes(change)) ? { calendar: mailedEntries(sessions.get(session)!, { locale, origin, at: Date.now(), isGone, entered }) } : {};
}

/** Somebody who has been registered, and what came of it. */
export type Sent = MailParams['registrationsSent']['people'][number];

/** The mail to who has registered some people: one for all of them. */
export function writeSummary(people: readonly Sent[], to: { readonly email: string; readonly locale: Locale }, session: string, { sessions }: Words, origin: string): AnyMail {
  return { to: to.email, locale: to.locale, template: 'registrationsSent', params: { ...aboutSession(sessions.get(session)!, to.locale, origin), people } };
}

/** The mail to who has registered people who have a place in a session that is soon: one for all of them, by their names. */
export function writeReminder(people: readonly string[], to: { readonly email: string; readonly locale: Locale }, session: string, { sessions }: Words, origin: string): AnyMail {
  return { to: to.email, locale: to.locale, template: 'registrationsSoon', params: { ...aboutSession(sessions.get(session)!, to.locale, origin), place: placeIn(sessions.get(session)!), people } };
}

/** Somebody who was there, as they are written to, and what comes next for them. */
export interface Thanked extends Pick<Facts, 'name' | 'email' | 'locale'>, Pick<MailParams['registrationThanks'], 'certificate' | 'questions'> {}

/** The mail of thanks to who was at a session. */
export const writeThanks = ({ email, locale, ...facts }: Thanked, session: string, { sessions }: Words, origin: string): AnyMail =>
  ({ to: email, locale, template: 'registrationThanks', params: { ...aboutSession(sessions.get(session)!, locale, origin), ...facts } });

/** Who teaches in a session, as they are written to; `expert`: the key of their sheet; `hasPlace`: whether they take part in it too. */
export interface Trainer {
  readonly expert: string;
  readonly email: string;
  readonly locale: Locale;
  readonly name: string;
  readonly hasPlace: boolean;
}

/** What has become of a session for who teaches in it, or of their part in it. */
export type Taught = 'CHANGED' | 'CANCELLED' | 'TEACHING' | 'NOT_TEACHING' | 'OTHER_PARTS';

/** The mail to who teaches in a session, or does no longer, with what becomes of it in their calendar; `entered` as of a letter. */
export function writeTrainer({ email, locale, name, hasPlace }: Trainer, change: Taught, about: SessionInWords, { origin, entered }: { readonly origin: string; readonly entered?: SessionInWords | undefined }): AnyMail {
  const isGone = change === 'NOT_TEACHING';
  // Where in its town it is held is for those who come.
  const told = isGone ? { ...about, venue: null } : about;
  const [params, calendar] = [{ ...aboutSession(about, locale, origin), place: placeIn(told), name, isTrainer: !isGone }, mailedEntries(told, { locale, origin, at: Date.now(), isGone, entered })];
  if (change === 'CANCELLED') return { to: email, locale, template: 'registrationReason', calendar, params: { ...params, change, reason: whyCancelled(about, locale) } };
  // Who takes part in it still needs the entry.
  return { to: email, locale, template: 'registration', ...(!(isGone && hasPlace) && { calendar }), params: { ...params, change, country: '', position: 0, waits: null } };
}

/** What each mail says of a session. */
export function aboutSession(session: SessionInWords, locale: Locale, origin: string): Pick<MailParams['registration'], 'title' | 'startsAt' | 'timeZone' | 'link'> {
  return { title: titleIn(session, locale), startsAt: new Date(session.startsAt), timeZone: session.timeZone, link: `${origin}/${locale}/trainings/TrainingSession_${session.key}` };
}

/** Where a mail goes; `pass` and `leave`: what is told to nobody but who takes part. */
interface To {
  readonly to: string;
  readonly locale: Locale;
  readonly origin: string;
  readonly pass: Pass | null;
  readonly leave: string | undefined;
}

/** The pages whose links hold a secret. */
const SECRET_PAGES = { OFFERED: 'offer', CERTIFIED: 'certificate', EVALUATION: 'evaluation' } as const;

const isSecret = (change: Change): change is keyof typeof SECRET_PAGES => Object.hasOwn(SECRET_PAGES, change);

/** A mail with a link that holds a secret; `until` when it can be used, where it says so. */
function secretMail(change: keyof typeof SECRET_PAGES, link: string, facts: Omit<MailParams['registration'], 'change' | 'link' | 'country' | 'position' | 'waits'>, until: Date | null | undefined, { to, locale }: To): AnyMail {
  if (change === 'CERTIFIED') return { to, locale, template: 'registrationCertificate', params: { ...facts, link } };
  return { to, locale, template: change === 'OFFERED' ? 'registrationOffer' : 'registrationEvaluation', params: { ...facts, link, until: new Date(until!) } };
}

type Turn = Pick<MailParams['registration'], 'position' | 'waits'>;
const turnOf = (waits: Turn['waits'], position = 0): Turn => ({ position, waits });

/** A mail to who has a place or waits for one, with the link by which they withdraw. */
function leavingMail(change: Leaving, facts: Omit<MailParams['registration'], 'change' | 'country' | 'position' | 'waits'>, session: string, turn: Turn, { to, locale, origin, pass, leave }: To): AnyMail {
  const leaveLink = `${origin}/${locale}/leave#${leave!}`;
  if (change === 'REMINDER') return { to, locale, template: 'registrationReminder', params: { ...facts, leaveLink, calendar: sessionFile(origin, `TrainingSession_${session}`, locale) } };
  if (pass) return { to, locale, template: 'registrationPass', params: { ...facts, ...pass, leaveLink, passLink: `${origin}/${locale}/pass#${pass.token}` } };
  return { to, locale, template: 'registrationPlace', params: { ...facts, leaveLink, change, ...turn } };
}

const isReasoned = (change: Change): change is 'REFUSED' | 'CANCELLED' => change === 'REFUSED' || change === 'CANCELLED';

function mailOf({ change, secret, reason, position, until: lasts }: Letter, { name, session, country, until, hasPlace, waits }: Facts, { sessions, countries }: Words, place: To): AnyMail {
  const { to, locale, origin, leave } = place;
  const about = sessions.get(session)!;
  const { link, ...rest } = aboutSession(about, locale, origin);
  const facts = { name, ...rest, ...(hasPlace && { place: placeIn(about) }) };
  if (isSecret(change)) return secretMail(change, `${origin}/${locale}/${SECRET_PAGES[change]}#${secret!}`, facts, change === 'OFFERED' ? until : lasts, place);
  if (change === 'REMINDER' || (leave !== undefined && isLeaving(change))) return leavingMail(change, { ...facts, link }, session, turnOf(waits, position), place);
  if (isReasoned(change)) return { to, locale, template: 'registrationReason', params: { ...facts, link, change, reason: reason ?? whyCancelled(about, locale) } };
  return { to, locale, template: 'registration', params: { ...facts, link, change, country: nameOf(countries, country, locale), ...turnOf(waits, position) } };
}
