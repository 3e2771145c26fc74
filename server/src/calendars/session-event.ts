/** A training session as an event of a calendar: each text in the reader's language, or in another one that is named. */
import type { Locale } from '@passerelle/shared/locales.ts';
import { filled, type LocalizedText } from '../core/translation/index.ts';
import type { CalendarEvent } from './calendar-file.ts';
import { type Said, said, together } from './said.ts';
import { type CalendarWords, WORDS, writtenOffset, writtenTimes } from './texts.ts';
import { knownZone } from './zone.ts';

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
  readonly country: { readonly name: LocalizedText } | null;
  /** Instants, ISO 8601. */
  readonly startsAt: string;
  readonly endsAt: string;
  readonly changedAt: string;
  readonly timeZone: string;
  readonly state: 'DRAFT' | 'OPEN' | 'CLOSED' | 'RUNNING' | 'DONE' | 'CANCELLED' | 'ARCHIVED';
  readonly sequence: number;
  readonly isDemonstration: boolean;
}

/** Who is told: in which language, and where the site is. */
export interface Telling {
  readonly locale: Locale;
  readonly origin: string;
  /** Whether it is for somebody who takes part, or for somebody who follows what there is. */
  readonly isBusy: boolean;
}

const STATUS: Readonly<Partial<Record<SessionToTell['state'], CalendarEvent['status']>>> = { DRAFT: 'TENTATIVE', CANCELLED: 'CANCELLED' };

/** The event. Its key is the id of the session: whoever has it in their calendar already has no second one. */
export function sessionEvent(session: SessionToTell, { locale, origin, isBusy }: Telling): CalendarEvent {
  const { id, theme, sequence, state } = session;
  const words = WORDS[locale];
  const status = STATUS[state] ?? 'CONFIRMED';
  const [startsAt, endsAt, changedAt] = [session.startsAt, session.endsAt, session.changedAt].map((at) => Date.parse(at)) as [number, number, number];
  const url = `${origin}/${locale}/trainings/${id}`;
  const timeZone = knownZone(session.timeZone);
  return {
    uid: id, url, startsAt, endsAt, changedAt, timeZone, sequence, status,
    title: titleOf(session, locale, words),
    description: descriptionOf({ ...session, timeZone }, { locale, words, startsAt, endsAt, url }),
    place: placeOf(session, locale, words),
    category: said(theme.name),
    isBusy: isBusy && status === 'CONFIRMED',
    isPrivate: state === 'DRAFT',
  };
}

function titleOf({ title, state, isDemonstration }: SessionToTell, locale: Locale, words: CalendarWords): Said {
  const own = said(title);
  const frame = { DRAFT: words.draft, CANCELLED: words.cancelled }[state as string];
  const marked = isDemonstration ? `${own.text} (${words.demonstration})` : own.text;
  const hasWords = frame !== undefined || isDemonstration;
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
  const { state, cancelledReason, summary, programme, title, timeZone } = session;
  const own = (text: string): Said => ({ text, locale });
  const reason = state === 'CANCELLED' && cancelledReason ? said(cancelledReason) : undefined;
  const texts = [summary, programme].filter((text) => text !== null);
  const zone = filled(words.zone, { zone: timeZone, offset: writtenOffset(locale, timeZone, startsAt) });
  return together([
    ...(state === 'DRAFT' ? [own(words.notAnnounced)] : []),
    ...(reason ? [{ text: filled(words.reason, { reason: reason.text }), locale: reason.locale === locale ? locale : undefined }] : []),
    ...texts.map(said),
    own(`${writtenTimes(locale, timeZone, startsAt, endsAt)}\n${zone}`),
    ...([title, ...texts].some(({ isOutdated }) => isOutdated) ? [own(words.outdated)] : []),
    own(url),
  ], '\n\n');
}

/** The town as it is written there, and the country; that it is online, where it is. */
function placeOf({ town, country, format }: SessionToTell, locale: Locale, words: CalendarWords): Said {
  const on = { ON_SITE: undefined, ONLINE: words.online, HYBRID: words.hybrid }[format];
  const name = country && said(country.name);
  const place = [town, name?.text].filter(Boolean).join(', ');
  const isOwn = (name?.locale ?? locale) === locale;
  return { text: [place, on].filter(Boolean).join(' · '), locale: isOwn ? locale : undefined };
}
