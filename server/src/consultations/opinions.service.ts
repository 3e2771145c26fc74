/** Giving opinions about a leg of a mission: a service that of its post, the adviser one that reached them otherwise. */
import type { EntityManager } from '@mikro-orm/postgresql';
import type { Locale } from '@passerelle/shared/locales.ts';
import { refuseVictimsData } from '../core/guard/index.ts';
import { tidy } from '../core/translation/index.ts';
import type { OpinionAnswer, PostService } from './consultation.entity.ts';

export const OpinionOutcome = { DONE: 'DONE', INVALID: 'INVALID', CONFLICT: 'CONFLICT', NOT_ALLOWED: 'NOT_ALLOWED', TOO_LATE: 'TOO_LATE', GONE: 'GONE' } as const;
export type OpinionOutcome = keyof typeof OpinionOutcome;

export const OpinionField = { REMARK: 'REMARK', REASON: 'REASON' } as const;
export type OpinionField = keyof typeof OpinionField;

export const OpinionFaultKind = { MISSING: 'MISSING', TOO_LONG: 'TOO_LONG', UNREADABLE: 'UNREADABLE' } as const;
export type OpinionFaultKind = keyof typeof OpinionFaultKind;

export interface OpinionFault {
  readonly field: OpinionField;
  readonly fault: OpinionFaultKind;
}

/** An opinion as it is sent. `version`: which one its author has read; `reason`: why the adviser notes it, null for a service that gives its own; `locale`: the language of the page. */
export interface SentOpinion {
  readonly service: PostService;
  readonly version: number;
  /** Which text of the leg they have read. */
  readonly purposeVersion: number;
  readonly answer: OpinionAnswer;
  readonly remark: string;
  readonly reason: string | null;
  readonly locale: Locale;
}

export interface OpinionResult {
  readonly outcome: OpinionOutcome;
  readonly faults: readonly OpinionFault[];
}

/** The most signs of what is added, and of a reason. */
const MOST = { REMARK: 1000, REASON: 500 } as const;

/** Signs of control, but for the end of a line, and halves of signs. */
const NO_TEXT = /[^\P{Cc}\n]|\p{Cs}/u;

function textFaults(field: OpinionField, text: string): OpinionFault[] {
  if (NO_TEXT.test(text)) return [{ field, fault: 'UNREADABLE' }];
  return text.length > MOST[field] ? [{ field, fault: 'TOO_LONG' }] : [];
}

/** What is wrong with an opinion; pure. Who objects says why, and so does who notes an opinion for others. */
export function opinionFaults({ answer, remark, reason }: Pick<SentOpinion, 'answer' | 'remark' | 'reason'>): OpinionFault[] {
  return [
    ...(answer === 'OBJECTED' && remark === '' ? [{ field: 'REMARK', fault: 'MISSING' } as const] : textFaults('REMARK', remark)),
    ...(reason === '' ? [{ field: 'REASON', fault: 'MISSING' } as const] : textFaults('REASON', reason ?? '')),
  ];
}

/** Gives or notes an opinion (`give_opinion`). Throws VICTIM_DATA for words that tell who a victim is. */
export async function giveOpinion(em: EntityManager, consultation: string, { service, version, purposeVersion, answer, locale, ...words }: SentOpinion): Promise<OpinionResult> {
  const [remark, reason] = [tidy(words.remark) ?? '', words.reason === null ? null : (tidy(words.reason) ?? '')];
  const faults = opinionFaults({ answer, remark, reason });
  if (faults.length > 0) return { outcome: 'INVALID', faults };
  refuseVictimsData('input.remark', remark);
  refuseVictimsData('reason', reason ?? '');
  const [row] = await em.execute<{ outcome: OpinionOutcome }[]>('select give_opinion(?, ?, ?, ?, ?, ?, ?, ?) as outcome', [consultation, service, version, purposeVersion, answer, remark === '' ? null : remark, reason, locale]);
  return { outcome: row!.outcome, faults: [] };
}
