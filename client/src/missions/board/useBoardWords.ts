import { useI18n } from 'vue-i18n';
import type { RouteLocationRaw } from 'vue-router';

import { format } from '../../core/i18n/index.ts';
import { useLasting } from '../useLasting.ts';
import { useRoleWords } from '../useRoleWords.ts';
import { wallSpan } from '../wallTime.ts';
import type { Finding, Reason } from './boardFindings.ts';
import type { Item } from './boardItems.ts';
import { languageNames } from './boardSpeakers.ts';
import type { Board, BoardJourney, BoardMeeting } from './useBoard.ts';

type ReasonOf<Kind extends Reason['kind']> = Extract<Reason, { readonly kind: Kind }>;

/** The words of a board, in the reader's language. */
export interface BoardWords {
  readonly kind: (kind: Item['kind']) => string;
  readonly mode: (mode: BoardJourney['mode']) => string;
  readonly status: (status: BoardMeeting['status']) => string;
  /** From when to when, by the clocks of the place. */
  readonly when: (item: Pick<Item, 'from' | 'until'>) => string;
  /** The hour of a wall time. */
  readonly hour: (wallTime: string) => string;
  /** From which hour to which, of something on one day. */
  readonly hours: (item: Pick<Item, 'from' | 'until'>) => string;
  /** How long it lasts. */
  readonly lasts: (item: Pick<Item, 'span'>) => string;
  readonly names: (keys: readonly string[]) => string;
  readonly reason: (finding: Finding) => string;
}

/** A sentence for each reason: those that say more than their kind. */
function useReasonWords(board: () => Board): (reason: Reason) => string {
  const { t } = useI18n();
  const partWord = useRoleWords();
  const languages = (codes: readonly string[]): string => {
    const known = languageNames(board());
    return codes.map((code) => known.get(code) ?? code).join(', ');
  };
  const opinions: Readonly<Record<ReasonOf<'OPINION'>['state'], () => string>> = {
    ASKED: () => t('missions.fault.UNANSWERED'), OVERDUE: () => t('missions.fault.OVERDUE'), OBJECTED: () => t('missions.fault.OBJECTED'), OUTDATED: () => t('missions.fault.OUTDATED'), VOID: () => t('consultations.state.VOID'),
    AGREED: () => t('consultations.state.AGREED'), AGREED_WITH_REMARK: () => t('consultations.state.AGREED_WITH_REMARK'), SILENT: () => t('consultations.state.SILENT'),
  };
  const lacking = (of: ReasonOf<'ROLE' | 'TEAM'>): string => `${t('missions.crew.lacking')} ${partWord(of.part)} · ${format.value.integer(of.missing)}`;
  const sentences: { readonly [Kind in Reason['kind']]: (reason: ReasonOf<Kind>) => string } = {
    ENGAGED: ({ name }) => `${name} – ${t('missions.crew.engaged')}`, AWAY: ({ name }) => `${name} – ${t('meetings.fault.AWAY')}`, DAY_OFF: () => t('meetings.dayOff'), REFUSED: () => t('board.refused'), UNCONFIRMED: () => t('board.unconfirmed'), UNTIMED: () => t('legs.programme.untimed'),
    LODGING: () => t('board.lodging'), NO_LEG: () => t('missions.legsNone'), NO_TEAM: () => t('missions.crew.none'), NOWHERE: () => t('missions.crew.nowhere'), UNASKED: () => t('board.unasked'), OPINION: ({ state }) => opinions[state](), ROLE: lacking, TEAM: lacking,
    LANGUAGE: ({ language, isUnknown }) => (isUnknown ? t('meetings.lackUnknown', { language: languages([language]) }) : t('meetings.lackLanguage', { language: languages([language]) })),
    INTERPRETER: (of) => `${t('meetings.needs', { name: of.name, languages: languages(of.languages) })} ${t('board.noBridge')}`, CLEARANCE: ({ from, until }) => t('board.uncleared', { days: format.value.dateRange(from, until) }),
  };
  return <Kind extends Reason['kind']>(reason: ReasonOf<Kind>): string => (sentences[reason.kind as Kind] as (of: ReasonOf<Kind>) => string)(reason);
}

/** Gives the words of a board. */
export function useBoardWords(board: () => Board): BoardWords {
  const { t } = useI18n();
  const lasting = useLasting();
  const reason = useReasonWords(board);
  const kinds: Readonly<Record<Item['kind'], () => string>> = { STAY: () => t('missions.crew.stay'), MEETING: () => t('board.meeting'), WINDOW: () => t('board.window'), JOURNEY: () => t('costs.travel'), UNKNOWN: () => t('board.nowhere') };
  const modes: Readonly<Record<BoardJourney['mode'], () => string>> = { FLIGHT: () => t('costs.mode.FLIGHT'), TRAIN: () => t('costs.mode.TRAIN'), COACH: () => t('costs.mode.COACH'), ROAD: () => t('costs.mode.ROAD') };
  const states: Readonly<Record<BoardMeeting['status'], () => string>> = { PROPOSED: () => t('legs.programme.state.PROPOSED'), CONFIRMED: () => t('legs.programme.state.CONFIRMED'), REFUSED: () => t('legs.programme.state.REFUSED') };
  const hour = (wallTime: string): string => format.value.time(`${wallTime}:00Z`, 'UTC');
  return {
    kind: (kind) => kinds[kind](), mode: (mode) => modes[mode](), status: (status) => states[status](), reason: (finding) => reason(finding.reason),
    when: ({ from, until }) => wallSpan(format.value, from, until), hour, hours: ({ from, until }) => `${hour(from)} – ${hour(until)}`,
    lasts: ({ span }) => t('board.lasts', { time: lasting(Math.round((span.until - span.from) / 60_000)) }),
    names: (keys) => board().members.filter(({ key }) => keys.includes(key)).map(({ name }) => name).join(', '),
  };
}

/** The page on which something is seen and changed: the leg, its meetings, or the journeys of the mission. */
export function pageOf(board: Board, item: Item): RouteLocationRaw {
  if (item.kind === 'STAY') return { name: 'leg', params: { id: item.leg.id } };
  if (item.kind === 'MEETING' || item.kind === 'WINDOW') return { name: 'leg-meetings', params: { id: item.leg.id } };
  return { name: item.kind === 'JOURNEY' ? 'mission-costs' : 'mission-team', params: { id: board.id } };
}

/** The page on which what was found is mended. */
export function mendedAt(board: Board, { leg, meeting, member, reason }: Finding): RouteLocationRaw {
  if (meeting && leg) return { name: 'leg-meetings', params: { id: leg.id } };
  if (leg) return { name: 'leg', params: { id: leg.id } };
  if (reason.kind === 'CLEARANCE' && member?.expert) return { name: 'expert-clearances', params: { id: member.expert.id } };
  return { name: reason.kind === 'NO_LEG' ? 'mission' : 'mission-team', params: { id: board.id } };
}
