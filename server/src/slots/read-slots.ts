/** Reading what is sent of slots, as they are offered and as they are answered: a content that can be stored, or everything that is wrong with it. */
import type { Locale } from '@passerelle/shared/locales.ts';
import { tidyName } from '../core/files/index.ts';
import { refuseVictimsData } from '../core/guard/index.ts';
import { tidy } from '../core/translation/index.ts';
import { isAddress } from '../mail/index.ts';
import { fault, type SlotFault } from './slot-fault.ts';
import { MOST } from './slots.policy.ts';

/** A time: a day as `2027-11-08`, an hour as `09:30`. */
export interface Slot {
  readonly day: string;
  readonly starts: string;
}

/** Slots as they are offered; a reason where some are on a day off. */
export interface OfferContent {
  readonly name: string;
  /** In small letters. */
  readonly email: string;
  readonly locale: Locale;
  readonly answersUntil: string;
  readonly overrideReason: string | null;
  readonly slots: readonly Slot[];
}

/** The same as it is sent, with nothing tidied. */
export type SentOffer = Omit<OfferContent, 'overrideReason'> & { readonly overrideReason: string };

const isLine = (text: string): boolean => !/[\p{Cc}\p{Zl}\p{Zp}\p{Cs}]/u.test(text);
const isHour = (typed: string): boolean => /^(?:[01]\d|2[0-3]):[0-5]\d$/.test(typed);

function lineFaults(field: 'NAME' | 'OVERRIDE' | 'REMARK', text: string): SlotFault[] {
  if (text.length > MOST[field]) return [fault(field, 'TOO_LONG', { maximum: MOST[field] })];
  return isLine(text) ? [] : [fault(field, 'UNREADABLE')];
}

function slotFaults(field: 'SLOTS' | 'PROPOSALS', slots: readonly Slot[]): SlotFault[] {
  if (slots.length > MOST[field]) return [fault(field, 'TOO_LONG', { maximum: MOST[field] })];
  const keys = slots.map(({ day, starts }) => day + starts);
  return slots.flatMap(({ starts }, at) => [...(isHour(starts) ? [] : [fault(field, 'UNREADABLE', { at })]), ...(keys.indexOf(keys[at]!) < at ? [fault(field, 'REPEATED', { at })] : [])]);
}

/** Slots come after the last day for answers: none begins while it can still be taken. */
function deadlineFaults({ answersUntil, slots }: Pick<OfferContent, 'answersUntil' | 'slots'>): SlotFault[] {
  return slots.some(({ day }) => day <= answersUntil) ? [fault('ANSWERS_UNTIL', 'AFTER_START')] : [];
}

/** Reads an offer, as far as it can be judged without the database. Throws VICTIM_DATA. */
export function readOffer(sent: SentOffer): OfferContent | readonly SlotFault[] {
  const [name, email, overrideReason] = [tidy(sent.name), tidy(sent.email)?.toLowerCase() ?? null, tidy(sent.overrideReason)];
  const slots = sent.slots.map(({ day, starts }) => ({ day, starts: starts.trim() }));
  const faults = [
    ...(name === null ? [fault('NAME', 'MISSING')] : lineFaults('NAME', name)), ...(email === null ? [fault('EMAIL', 'MISSING')] : isAddress(email) ? [] : [fault('EMAIL', 'UNREADABLE')]),
    ...(slots.length === 0 ? [fault('SLOTS', 'MISSING')] : slotFaults('SLOTS', slots)), ...deadlineFaults({ answersUntil: sent.answersUntil, slots }), ...(overrideReason === null ? [] : lineFaults('OVERRIDE', overrideReason)),
  ];
  if (faults.length > 0) return faults;
  refuseVictimsData('input.name', name!);
  refuseVictimsData('input.overrideReason', overrideReason ?? '');
  return { name: name!, email: email!, locale: sent.locale, answersUntil: sent.answersUntil, overrideReason, slots };
}

/** What a host answers: a slot, or none; with a remark, and other times where none suits. */
interface HostAnswer {
  readonly taken: Slot | null;
  readonly remark: string | null;
  readonly proposals: readonly Slot[];
}

/** The same as it is sent. */
export interface SentAnswer {
  readonly taken?: Slot | null;
  readonly remark: string;
  readonly proposals: readonly Slot[];
}

/** Reads an answer. Throws VICTIM_DATA for a remark that tells who a victim is. */
export function readAnswer(sent: SentAnswer): HostAnswer | readonly SlotFault[] {
  const remark = tidyName(sent.remark);
  const taken = sent.taken ? { day: sent.taken.day, starts: sent.taken.starts.trim() } : null;
  const proposals = sent.proposals.map(({ day, starts }) => ({ day, starts: starts.trim() }));
  const faults = [
    ...(taken && !isHour(taken.starts) ? [fault('SLOTS', 'UNREADABLE')] : []), ...lineFaults('REMARK', remark), ...(taken && proposals.length > 0 ? [fault('PROPOSALS', 'NOT_HERE')] : slotFaults('PROPOSALS', proposals)),
  ];
  if (faults.length > 0) return faults;
  refuseVictimsData('input.remark', remark);
  const byTime = (one: Slot, other: Slot): number => (one.day + one.starts < other.day + other.starts ? -1 : 1);
  return { taken, remark: remark === '' ? null : remark, proposals: proposals.toSorted(byTime) };
}
