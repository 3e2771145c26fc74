/** What stands on a row of a search, in the words of the API. Pure functions. */
import type { EngagementKind } from '../experts/index.ts';
import type { CefrLevel } from '../vocabulary/index.ts';
import type { CandidateReason, CandidateReasonCode, DayPeriod } from './candidate.entity.ts';

const DAY = 86_400_000;

/** The day before one. */
const dayBefore = (day: string): string => new Date(Date.parse(day) - DAY).toISOString().slice(0, 10);

/** The periods in a multirange of days, as PostgreSQL writes it: `{[2027-05-12,2027-05-15)}`, each without its end. */
export function periodsOf(multirange: string | null): DayPeriod[] {
  return [...(multirange ?? '').matchAll(/\[([\d-]+),([\d-]+)\)/g)].map(([, from, end]) => ({ fromOn: from!, untilOn: dayBefore(end!) }));
}

/** What somebody is engaged by on the days that are asked for. */
export type Engaged = readonly { readonly kind: EngagementKind; readonly isFirm: boolean; readonly days: string }[] | null;

/** What reasons are made of. */
export interface Facts {
  readonly codes: readonly CandidateReasonCode[];
  readonly bestLanguage: string | null;
  readonly bestLevel: CefrLevel | null;
  readonly uncleared: string | null;
  readonly engaged: Engaged;
  readonly perhaps: string | null;
  readonly no: string | null;
  readonly notAnswered: string | null;
  readonly noAnswer: string | null;
  readonly notAsked: string | null;
  readonly lastUsedOn: string | null;
}

/** What leaves nobody out: it is not known. */
export const CAUTIONS: readonly CandidateReasonCode[] = ['MAYBE_BUSY', 'ANSWERED_PERHAPS', 'NOT_ANSWERED', 'NO_ANSWER', 'NOT_ASKED', 'NEVER_USED'];

/** The days that a reason is about, as they stand on the row. */
const DAYS: Readonly<Partial<Record<CandidateReasonCode, 'uncleared' | 'no' | 'perhaps' | 'notAnswered' | 'noAnswer' | 'notAsked'>>> = {
  NOT_CLEARED: 'uncleared', ANSWERED_NO: 'no', ANSWERED_PERHAPS: 'perhaps', NOT_ANSWERED: 'notAnswered', NO_ANSWER: 'noAnswer', NOT_ASKED: 'notAsked',
};

/** The reasons of a row, in the order of its codes; being engaged is one for each kind of what engages. */
export function reasonsOf(facts: Facts): CandidateReason[] {
  return facts.codes.flatMap((code) => {
    const reason: CandidateReason = { code, leavesOut: !CAUTIONS.includes(code), days: [], kind: null, language: null, level: null, lastOn: null };
    if (code === 'BUSY' || code === 'MAYBE_BUSY') return engagementsOf(facts.engaged).filter(({ isFirm }) => isFirm === (code === 'BUSY')).map(({ kind, days }) => ({ ...reason, kind, days }));
    if (code === 'LEVEL') return [{ ...reason, language: facts.bestLanguage, level: facts.bestLevel }];
    if (code === 'USED_LATELY') return [{ ...reason, lastOn: facts.lastUsedOn }];
    const days = DAYS[code];
    return [days ? { ...reason, days: periodsOf(facts[days]) } : reason];
  });
}

/** What somebody is engaged by, with the days as periods. */
export function engagementsOf(engaged: Engaged): { readonly kind: EngagementKind; readonly isFirm: boolean; readonly days: DayPeriod[] }[] {
  return (engaged ?? []).map((one) => ({ ...one, days: periodsOf(one.days) }));
}
