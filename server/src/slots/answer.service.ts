/** Reading and answering what a host is offered, by the secret of a link, whoever is or is not signed in. */
import type { EntityManager } from '@mikro-orm/postgresql';
import type { Locale } from '@passerelle/shared/locales.ts';
import { hashOf } from '../members/index.ts';
import type { TeamRole } from '../missions/index.ts';
import { readAnswer, type SentAnswer, type Slot } from './read-slots.ts';
import { fault, type SlotFault, type SlotOutcome } from './slot-fault.ts';
import type { SlotAnswer, SlotOfferState } from './slot-words.ts';
import type { MeetingInWords, Names } from './slots-mail.ts';

/** What a link leads to as long as it can be answered. */
interface OpenOffer extends MeetingInWords {
  readonly state: 'OPEN';
  readonly version: number;
  /** IANA. */
  readonly timeZone: string;
  readonly languages: readonly Names[];
  readonly people: readonly { readonly kind: TeamRole; readonly count: number }[];
  readonly slots: readonly (Slot & { readonly isFree: boolean })[];
  readonly proposals: readonly Slot[];
  readonly answer: SlotAnswer | null;
  readonly answeredAt: string | null;
  readonly takenDay: string | null;
  readonly takenStarts: string | null;
  readonly remark: string | null;
  readonly remarkLocale: Locale | null;
}

type FoundOffer = OpenOffer | { readonly state: Exclude<SlotOfferState, 'OPEN' | 'MOVED'> };

/** What a link leads to; undefined for a secret that is nobody's, or no longer. Nothing of whoever is signed in counts from here on: it is who has the link that acts. */
export async function readSlots(em: EntityManager, secret: string): Promise<FoundOffer | undefined> {
  await em.execute(`select set_config('passerelle.person', '', true)`);
  const [row] = await em.execute<{ found: FoundOffer | null }[]>('select slots_asked(?) as found', [hashOf(secret)]);
  return row?.found ?? undefined;
}

interface AnswerResult {
  readonly outcome: SlotOutcome;
  readonly faults: readonly SlotFault[];
}

/**
 * Takes a slot, or none, again until the last day for answers is over. `version` is the one that was read, `locale` that of the page. Throws VICTIM_DATA for a remark that tells who a victim is.
 */
export async function answerSlots(em: EntityManager, secret: string, { version, locale, input }: { readonly version: number; readonly locale: Locale; readonly input: SentAnswer }): Promise<AnswerResult> {
  const answer = readAnswer(input);
  const found = await readSlots(em, secret);
  // What is wrong with an answer tells nothing of what was offered.
  if (!found) return { outcome: 'GONE', faults: [] };
  if (found.state !== 'OPEN') return { outcome: 'TOO_LATE', faults: [] };
  if (!('taken' in answer)) return { outcome: 'INVALID', faults: answer };
  const { taken, remark, proposals } = answer;
  const [row] = await em.execute<{ outcome: SlotOutcome | 'PLACE' }[]>('select answer_slots(?, ?, ?::date, ?::time, ?, ?, ?::jsonb) as outcome', [hashOf(secret), version, taken?.day ?? null, taken?.starts ?? null, remark, locale, JSON.stringify(proposals)]);
  const { outcome } = row!;
  return outcome === 'PLACE' ? { outcome: 'INVALID', faults: [fault('REMARK', 'PLACE')] } : { outcome, faults: [] };
}
