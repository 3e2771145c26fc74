/** A training session as events of a calendar: each text in the reader's language, or in another one that is named. */
import type { Locale } from '@passerelle/shared/locales.ts';
import { filled, type LocalizedText } from '../core/translation/index.ts';
import type { CalendarEvent } from './calendar-file.ts';
import { type Said, said, together } from './said.ts';
import { type CalendarWords, WORDS, writtenHours, writtenOffset, writtenTimes } from './texts.ts';
import { knownZone, wallTime } from './zone.ts';

/** A part of its programme; `day` is counted from the first day of the session. */
interface PartToTell {
  readonly day: number;
  readonly startsAt: string;
  readonly endsAt: string;
  readonly room: string | null;
  readonly title: LocalizedText;
}

/** What is asked of a session (`sessions.ts`). */
export interface SessionToTell {
  readonly id: string;
  readonly title: LocalizedText;
  readonly summary: LocalizedText | null;
  readonly programme: LocalizedText | null;
  readonly cancelledReason: LocalizedText | null;
  readonly theme: { readonly name: LocalizedText };
  readonly format: 'ON_SITE' | 'ONLINE' | 'HYBRID';
  readonly town: string | null;
  /** For those who come; null for others. */
  readonly venue: { readonly name: string | null; readonly address: string | null } | null;
  readonly country: { readonly name: LocalizedText } | null;
  /** Instants, ISO 8601. */
  readonly startsAt: string;
  readonly endsAt: string;
  readonly changedAt: string;
  readonly timeZone: string;
  readonly state: 'DRAFT' | 'OPEN' | 'CLOSED' | 'RUNNING' | 'DONE' | 'CANCELLED' | 'ARCHIVED';
  readonly sequence: number;
  readonly isDemonstration: boolean;
  /** In their order. */
  readonly parts: readonly PartToTell[];
}

/** Who is told: in which language, and where the site is. */
export interface Telling {
  readonly locale: Locale;
  readonly origin: string;
  /** Whether it is for somebody who takes part, or for somebody who follows what there is. */
  readonly isBusy: boolean;
}

const STATUS: Readonly<Partial<Record<SessionToTell['state'], CalendarEvent['status']>>> = { DRAFT: 'TENTATIVE', CANCELLED: 'CANCELLED' };

/** One day of a session, of so many on which it is held; or all of it. Instants in milliseconds. */
interface Span {
  readonly uid: string;
  readonly startsAt: number;
  readonly endsAt: number;
  readonly parts: readonly PartToTell[];
  /** Which of the days it is; undefined where there is one event for all of it. */
  readonly nth: { readonly day: string; readonly days: string } | undefined;
}

/** The days on which a session has parts: the first begins and the last ends with the session, where it is on those days. */
function spansOf({ id, parts, ...session }: SessionToTell): Span[] {
  const [startsAt, endsAt] = [Date.parse(session.startsAt), Date.parse(session.endsAt)];
  const days = [...Map.groupBy(parts, ({ day }) => day)];
  if (days.length === 0) return [{ uid: id, startsAt, endsAt, parts, nth: undefined }];
  const zone = knownZone(session.timeZone);
  const isOn = (at: number, of: number): boolean => wallTime(zone, at).slice(0, 8) === wallTime(zone, of).slice(0, 8);
  return days.map(([day, own], n) => {
    const [first, last] = [Math.min(...own.map((part) => Date.parse(part.startsAt))), Math.max(...own.map((part) => Date.parse(part.endsAt)))];
    return {
      // Whoever has the session in their calendar as one event has its first day instead, and the others beside it.
      uid: n === 0 ? id : `${id}-day-${day}`, parts: own,
      startsAt: isOn(startsAt, first) ? startsAt : first, endsAt: isOn(endsAt - 1, last) ? endsAt : last,
      nth: days.length === 1 ? undefined : { day: String(n + 1), days: String(days.length) },
    };
  });
}

/** The events: one for each day on which it has parts, or one for all of it. The key of the first is the id of the session: whoever has it in their calendar already has no second one. */
export function sessionEvents(session: SessionToTell, telling: Telling): CalendarEvent[] {
  return spansOf(session).map((span) => eventOf(session, span, telling));
}

function eventOf(session: SessionToTell, span: Span, { locale, origin, isBusy }: Telling): CalendarEvent {
  const { id, theme, sequence, state } = session;
  const { uid, startsAt, endsAt, parts, nth } = span;
  const words = WORDS[locale];
  const status = STATUS[state] ?? 'CONFIRMED';
  const url = `${origin}/${locale}/trainings/${id}`;
  const timeZone = knownZone(session.timeZone);
  return {
    uid, url, startsAt, endsAt, changedAt: Date.parse(session.changedAt), timeZone, sequence, status,
    title: titleOf(session, nth, { locale, words }),
    description: descriptionOf({ ...session, timeZone, parts }, { locale, words, startsAt, endsAt, url }),
    place: placeOf(session, locale, words),
    category: said(theme.name),
    isBusy: isBusy && status === 'CONFIRMED',
    isPrivate: state === 'DRAFT',
  };
}

function titleOf({ title, state, isDemonstration }: SessionToTell, nth: Span['nth'], { locale, words }: { readonly locale: Locale; readonly words: CalendarWords }): Said {
  const own = said(title);
  const frame = { DRAFT: words.draft, CANCELLED: words.cancelled }[state as string];
  const counted = nth ? filled(words.day, { title: own.text, ...nth }) : own.text;
  const marked = isDemonstration ? `${counted} (${words.demonstration})` : counted;
  const hasWords = frame !== undefined || isDemonstration || nth !== undefined;
  return { text: frame ? filled(frame, { title: marked }) : marked, locale: hasWords && own.locale !== locale ? undefined : own.locale };
}

interface Around {
  readonly locale: Locale;
  readonly words: CalendarWords;
  readonly startsAt: number;
  readonly endsAt: number;
  readonly url: string;
}

/** What became of it, what it is about, when it is on the clock of its place, and where it is read about: not every calendar shows its URL. */
function descriptionOf(session: SessionToTell, { locale, words, startsAt, endsAt, url }: Around): Said {
  const { state, cancelledReason, summary, programme, title, timeZone, parts } = session;
  const own = (text: string): Said => ({ text, locale });
  const reason = state === 'CANCELLED' && cancelledReason ? said(cancelledReason) : undefined;
  const texts = [summary, programme].filter((text) => text !== null);
  const zone = filled(words.zone, { zone: timeZone, offset: writtenOffset(locale, timeZone, startsAt) });
  return together([
    ...(state === 'DRAFT' ? [own(words.notAnnounced)] : []),
    ...(reason ? [{ text: filled(words.reason, { reason: reason.text }), locale: reason.locale === locale ? locale : undefined }] : []),
    ...texts.map(said),
    ...(parts.length > 0 ? [together(parts.map((part) => partLine(part, locale, timeZone)), '\n')] : []),
    own(`${writtenTimes(locale, timeZone, startsAt, endsAt)}\n${zone}`),
    ...([title, ...texts, ...parts.map((part) => part.title)].some(({ isOutdated }) => isOutdated) ? [own(words.outdated)] : []),
    own(url),
  ], '\n\n');
}

/** When a part is on the clock of the place, what it is about, and the room. */
function partLine({ startsAt, endsAt, room, title }: PartToTell, locale: Locale, timeZone: string): Said {
  const { text, locale: language } = said(title);
  const hours = writtenHours(locale, timeZone, Date.parse(startsAt), Date.parse(endsAt));
  return { text: `${hours} ${text}${room === null ? '' : ` (${room})`}`, locale: language };
}

/** Where in its town a session is held, and the town, in one line as they are written there; empty where it is online only. */
export function placeIn({ town, venue }: Pick<SessionToTell, 'town' | 'venue'>): string {
  return [venue?.name, venue?.address, town].filter(Boolean).join(', ');
}

/** The place as it is written there, and the country; that it is online, where it is. */
function placeOf({ town, venue, country, format }: SessionToTell, locale: Locale, words: CalendarWords): Said {
  const on = { ON_SITE: undefined, ONLINE: words.online, HYBRID: words.hybrid }[format];
  const name = country && said(country.name);
  const place = [placeIn({ town, venue }), name?.text].filter(Boolean).join(', ');
  const isOwn = (name?.locale ?? locale) === locale;
  return { text: [place, on].filter(Boolean).join(' · '), locale: isOwn ? locale : undefined };
}
