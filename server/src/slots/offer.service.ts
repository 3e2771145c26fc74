/** Offering the host of a meeting slots, and taking them back: by the adviser and by the post that prepares the leg. */
import type { EntityManager } from '@mikro-orm/postgresql';
import { type Came, type HeldLeg, wherePrepared, type WhichLeg } from '../missions/index.ts';
import { queueMails } from '../mail/index.ts';
import { newSecret } from '../members/index.ts';
import { type OfferContent, readOffer, type SentOffer } from './read-slots.ts';
import { fault, type SlotFault, type SlotFaultKind } from './slot-fault.ts';
import { letterOf, lostLetterOf, writeLost, writeOffer } from './slots-mail.ts';
import { mayOfferSlots } from './slots.policy.ts';

/** Which meeting of which leg, by their keys, and who does it. */
export interface WhichMeeting extends WhichLeg {
  readonly meeting: string;
}

type Result = Came<SlotFault>;
const result = (outcome: Result['outcome'], faults: readonly SlotFault[] = []): Result => ({ outcome, faults });

interface Stored {
  readonly version: number;
  readonly status: string;
  /** Of the offer that there is; null for none. */
  readonly submission: string | null;
  readonly offer: number | null;
  readonly state: string | null;
}

const STORED = `
  select m.version, m.status, o.submission, o.version as offer, slots_state(m.uuid) as state from meeting m left join slot_offer o on o.meeting_uuid = m.uuid where m.uuid = ? and m.leg_uuid = ?`;

async function stored(em: EntityManager, { leg, meeting }: WhichMeeting): Promise<Stored | undefined> {
  return (await em.execute<Stored[]>(STORED, [meeting, leg]))[0];
}

interface Offering {
  /** Of the meeting that was read. */
  readonly version: number;
  readonly submission: string;
  readonly origin: string;
  /** Counts that a mail is sent; throws where that is enough for today. */
  readonly count: () => Promise<void>;
  readonly input: SentOffer;
}

/**
 * Offers the host of a meeting slots, by a mail with a link. Sent again with the same key it is as sent once. What cannot be is said slot by slot. An offer that is over, or was taken back, is replaced, and its link leads nowhere any
 * more. Throws VICTIM_DATA.
 */
export async function offerSlots(em: EntityManager, which: WhichMeeting, { version, submission, origin, count, input }: Offering): Promise<Result> {
  const content = readOffer(input);
  if (!('name' in content)) return result('INVALID', content);
  return wherePrepared<SlotFault>(em, which, async () => (await stored(em, which))?.submission === submission, async (leg) => {
    const found = await stored(em, which);
    if (!found) return result('GONE');
    if (found.version !== version) return result('CONFLICT');
    const faults = [...meetingFaults(leg, found), ...(await timeFaults(em, which, content))];
    if (faults.length > 0) return result('INVALID', faults);
    // What is sent counts, and nothing else.
    await count();
    await write(em, which, submission, content, origin);
    return result('DONE');
  });
}

/** Slots are offered of a meeting that is not settled, once. */
function meetingFaults(leg: HeldLeg, { status, state }: Stored): SlotFault[] {
  if (!mayOfferSlots(leg) || status !== 'PROPOSED') return [fault('MEETING', 'NOT_HERE')];
  return state === 'OPEN' ? [fault('MEETING', 'OFFERED')] : [];
}

/** What the database says of the last day, and of each slot. */
async function timeFaults(em: EntityManager, { leg, meeting }: WhichMeeting, { answersUntil, slots, overrideReason }: OfferContent): Promise<SlotFault[]> {
  const rows = await em.execute<{ at: number; fault: SlotFaultKind | null; isPast: boolean }[]>(
    `select (n - 1)::int as at, fault_of_slot(?, ?, (x ->> 'day')::date, (x ->> 'starts')::time, ?) as fault, now() >= slots_due(?, ?) as "isPast" from jsonb_array_elements(?::jsonb) with ordinality s(x, n) order by n`,
    [leg, meeting, overrideReason !== null, answersUntil, leg, JSON.stringify(slots)]);
  return [...(rows[0]?.isPast ? [fault('ANSWERS_UNTIL', 'PAST')] : []), ...rows.flatMap(({ at, fault: found }) => (found === null ? [] : [fault('SLOTS', found, { at })]))];
}

async function write(em: EntityManager, { leg, meeting }: WhichMeeting, submission: string, { name, email, locale, answersUntil, overrideReason, slots }: OfferContent, origin: string): Promise<void> {
  const { secret, hash } = newSecret();
  const lost = await lostLetterOf(em, meeting);
  // A link of before leads nowhere: nothing is kept of it.
  await em.execute('update slot_offer set secret_hash = null where meeting_uuid = ?', [meeting]);
  await em.execute('delete from slot_offer where meeting_uuid = ?', [meeting]);
  await em.execute(
    `insert into slot_offer (meeting_uuid, leg_uuid, submission, name, email, locale, secret_hash, by_adviser, override_reason, answers_until) values (?, ?, ?, ?, ?, ?, ?, is_adviser(), ?, ?)`, [meeting, leg, submission, name, email, locale, hash, overrideReason, answersUntil]);
  await em.execute(`insert into offered_slot (meeting_uuid, day, starts) select ?, (x ->> 'day')::date, (x ->> 'starts')::time from jsonb_array_elements(?::jsonb) x`, [meeting, JSON.stringify(slots)]);
  await queueMails(em, [...(lost && lost.email !== email ? [writeLost(lost)] : []), writeOffer(await letterOf(em, meeting), { secret, origin, isReminder: false })]);
}

/** Takes slots back that were read at `version`: the link says so. What was taken back already stays so. */
export function withdrawSlots(em: EntityManager, which: WhichMeeting, version: number): Promise<Result> {
  return wherePrepared<SlotFault>(em, which, async () => (await stored(em, which))?.state === 'WITHDRAWN', async () => {
    const found = await stored(em, which);
    if (!found || found.offer === null) return result('GONE');
    if (found.offer !== version) return result('CONFLICT');
    if (found.state !== 'OPEN') return result('TOO_LATE');
    await em.execute(`update slot_offer set ended = 'WITHDRAWN', ended_at = now(), version = version + 1 where meeting_uuid = ?`, [which.meeting]);
    return result('DONE');
  });
}
