/** Invented programmes of sessions: parts on each of their days, with the titles of what is written of them in lines. */
import type { Chance } from './random.ts';
import type { SessionRows } from './sessions.ts';

interface Session {
  readonly uuid: string;
  readonly format: string;
  readonly source_locale: string;
  readonly starts_local: string;
  readonly ends_local: string;
}

interface Texts {
  readonly session_uuid: string;
  readonly locale: string;
  readonly programme: string | null;
}

const DAY = 86_400_000;
/** When parts are held, on a day that is whole and on the only one. */
const HOURS = {
  whole: [['10:30', '12:30'], ['14:00', '16:00']],
  only: [['10:15', '11:45'], ['12:00', '13:00'], ['14:30', '16:15']],
} as const;
const ROOMS = ['A1', 'B2', 'C3'] as const;

const dayOf = (local: string): number => Date.parse(`${local.slice(0, 10)}T00:00Z`);

/** The rows of sessions with those of the parts of every other one, which stand in the place of its programme in lines. */
export function withParts(luck: Chance, rows: SessionRows, today: Date): SessionRows {
  const sessions = (rows.training_session as Session[]).filter((_session, n) => n % 2 === 0);
  const chosen = new Set(sessions.map(({ uuid }) => uuid));
  const texts = Map.groupBy(rows.training_session_translation as Texts[], ({ session_uuid: key }) => key);
  const trainers = Map.groupBy(rows.session_trainer as { session_uuid: string; expert_uuid: string }[], ({ session_uuid: key }) => key);
  const parts = sessions.flatMap((session) => partsOf(session, luck, today).map((part) => ({ part, session })));
  return {
    ...rows,
    training_session_translation: (rows.training_session_translation as Texts[]).map((row) => (chosen.has(row.session_uuid) ? { ...row, programme: null } : row)),
    session_part: parts.map(({ part: { line: _line, ...columns } }) => columns),
    session_part_translation: parts.flatMap(({ part, session }) => titles(texts.get(session.uuid)!, part.line).map(({ locale, title }) => ({ part_uuid: part.uuid, locale, title }))),
    session_part_trainer: parts.flatMap(({ part, session }, n) => {
      const known = trainers.get(session.uuid) ?? [];
      return known.slice(n % 2, n % 2 + 1).map(({ expert_uuid: expert }) => ({ part_uuid: part.uuid, expert_uuid: expert, session_uuid: session.uuid }));
    }),
  };
}

interface Part {
  readonly uuid: string;
  /** Which of three lines its title is. */
  readonly line: number;
  readonly [column: string]: unknown;
}

function partsOf({ uuid, format, source_locale: source, starts_local: starts, ends_local: ends }: Session, luck: Chance, today: Date): Part[] {
  const days = (dayOf(ends) - dayOf(starts)) / DAY + 1;
  const hours = days === 1 ? HOURS.only : HOURS.whole;
  return Array.from({ length: days }, (_day, day) => hours.map(([from, until], n): Part => {
    const isOnline = format === 'ONLINE' || (format === 'HYBRID' && n === 0);
    return {
      uuid: luck.uuid(today), session_uuid: uuid, source_locale: source, day: day + 1, starts: from, ends: until, format: isOnline ? 'ONLINE' : format === 'HYBRID' ? 'HYBRID' : 'ON_SITE', room: isOnline ? null : ROOMS[n % ROOMS.length],
      line: Math.floor(((day * hours.length + n) * 3) / (days * hours.length)),
    };
  })).flat();
}

/** The title of a part in each language in which the programme is written. */
function titles(texts: readonly Texts[], line: number): { locale: string; title: string }[] {
  return texts.flatMap(({ locale, programme }) => {
    const title = programme?.split('\n')[line];
    return title ? [{ locale, title }] : [];
  });
}
