/** Putting the photo of an expert on the sheet, choosing who sees it, and removing it. */
import type { EntityManager } from '@mikro-orm/postgresql';
import type { Locale } from '@passerelle/shared/locales.ts';
import type { Visibility } from '../core/consent/index.ts';
import { refuseVictimsData } from '../core/guard/index.ts';
import type { Actor } from '../core/reader/index.ts';
import { tidy } from '../core/translation/index.ts';
import { mayKeepPhotos } from './photo.policy.ts';

/**
 * What came of it: CONFLICT when another photo stands on the sheet by now; DAY where the day on which the expert said it is missing or still to come; THEIRS where the expert has an account and
 * chooses themselves; REASON where what is said of a photo that is declined is too long; GONE is also said of what is not for who asks.
 */
export const ExpertPhotoOutcome = { DONE: 'DONE', CONFLICT: 'CONFLICT', DAY: 'DAY', THEIRS: 'THEIRS', REASON: 'REASON', GONE: 'GONE' } as const;
export type ExpertPhotoOutcome = keyof typeof ExpertPhotoOutcome;

/** What came of it, with the key of the expert; null where there is none for who asks. */
export interface ExpertPhotoResult {
  readonly outcome: ExpertPhotoOutcome;
  readonly expert: string | null;
}

interface HeldPhoto {
  readonly expert: string;
  readonly isConfirmed: boolean;
  readonly isOwn: boolean;
  readonly isBound: boolean;
  readonly visibility: Visibility;
  readonly consentedOn: string | null;
  readonly isDeclined: boolean;
  readonly declineReason: string | null;
  readonly reasonLocale: Locale | null;
}

const HELD = `select p.expert_uuid as expert, p.is_confirmed as "isConfirmed", coalesce(e.person_id = acting_person(), false) as "isOwn", e.person_id is not null as "isBound", p.visibility, p.consented_on::text as "consentedOn",
    p.declined_at is not null as "isDeclined", p.decline_reason as "declineReason", p.reason_locale as "reasonLocale"
  from expert_photo p join expert e on e.uuid = p.expert_uuid where p.uuid = ?`;

/** A photo that is held by who may change it: the adviser, and the expert whose it is. */
async function holdPhoto(em: EntityManager, key: string): Promise<HeldPhoto | undefined> {
  const [of] = await em.execute<{ expert: string }[]>('select expert_uuid as expert from expert_photo where uuid = ?', [key]);
  if (!of) return undefined;
  await em.execute('select pg_advisory_xact_lock(hashtextextended(?, 7266031))', [of.expert]);
  const [held] = await em.execute<HeldPhoto[]>(HELD, [key]);
  return held;
}

/** Does something with a photo that is held, for the adviser and for its expert; one that is not there, or that others are shown alone, is GONE. */
async function whereHeld(em: EntityManager, actor: Actor, key: string, work: (held: HeldPhoto) => Promise<ExpertPhotoOutcome>): Promise<ExpertPhotoResult> {
  const held = await holdPhoto(em, key);
  return held && (held.isOwn || mayKeepPhotos(actor)) ? { outcome: await work(held), expert: held.expert } : { outcome: 'GONE', expert: null };
}

/** Puts the photo that an expert proposes on the sheet, in the place of the one that who does it has seen there (`replaces`; null for none). For the adviser. Who may see it is as its expert has chosen. */
export function confirmExpertPhoto(em: EntityManager, actor: Actor, key: string, replaces: string | null): Promise<ExpertPhotoResult> {
  return whereHeld(em, actor, key, async ({ expert, isConfirmed, isDeclined }) => {
    if (!mayKeepPhotos(actor)) return 'GONE';
    if (isConfirmed) return 'DONE';
    if (isDeclined) return 'CONFLICT';
    const [there] = await em.execute<{ key: string }[]>('select uuid as key from expert_photo where expert_uuid = ? and is_confirmed', [expert]);
    if ((there?.key ?? null) !== replaces) return 'CONFLICT';
    if (there) await em.execute('delete from expert_photo where uuid = ?', [there.key]);
    await em.execute('update expert_photo set is_confirmed = true where uuid = ?', [key]);
    return 'DONE';
  });
}

/** The most signs of a reason. */
const LONGEST = 500;

/**
 * Declines a photo that an expert proposes, with a reason that they read, or without one (empty). For the adviser. The picture goes at once; what was decided stays until the expert brings another or removes it. What was decided
 * otherwise meanwhile is a CONFLICT. Throws VICTIM_DATA.
 */
export function declineExpertPhoto(em: EntityManager, actor: Actor, key: string, { reason: typed, locale }: { readonly reason: string; readonly locale: Locale }): Promise<ExpertPhotoResult> {
  const reason = tidy(typed);
  refuseVictimsData('reason', reason ?? '');
  return whereHeld(em, actor, key, async ({ isConfirmed, isDeclined, declineReason, reasonLocale }) => {
    if (!mayKeepPhotos(actor)) return 'GONE';
    const said = reason === null ? null : locale;
    if (isConfirmed) return 'CONFLICT';
    if (isDeclined) return declineReason === reason && reasonLocale === said ? 'DONE' : 'CONFLICT';
    if (reason !== null && [...reason].length > LONGEST) return 'REASON';
    await em.execute('update expert_photo set declined_at = now(), decline_reason = ?, reason_locale = ? where uuid = ?', [reason, said, key]);
    return 'DONE';
  });
}

/** The day in Paris, whose day the regional adviser’s is. */
const today = (): string => new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/Paris' }).format(new Date());

/**
 * Chooses who may see a photo, with effect from the next request of anybody: its expert, or, for one without an account, the adviser, who says on which day the expert said so.
 */
export function chooseExpertPhoto(em: EntityManager, actor: Actor, key: string, { visibility, consentedOn }: { readonly visibility: Visibility; readonly consentedOn: string | null }): Promise<ExpertPhotoResult> {
  return whereHeld(em, actor, key, async (held) => {
    if (held.isOwn) {
      await em.execute('update expert_photo set visibility = ?, chosen_at = now(), consented_on = null where uuid = ?', [visibility, key]);
      return 'DONE';
    }
    if (held.isBound) return 'THEIRS';
    const day = visibility === 'ADVISER' ? null : consentedOn;
    if (visibility !== 'ADVISER' && (day === null || day > today())) return 'DAY';
    if (held.visibility !== visibility || held.consentedOn !== day) await em.execute('update expert_photo set visibility = ?, consented_on = ? where uuid = ?', [visibility, day, key]);
    return 'DONE';
  });
}

/** Removes a photo, of the sheet or proposed: the adviser, and the expert whose it is. One that is not there any more stays so. */
export function removeExpertPhoto(em: EntityManager, actor: Actor, key: string): Promise<ExpertPhotoResult> {
  return whereHeld(em, actor, key, async () => {
    await em.execute('delete from expert_photo where uuid = ?', [key]);
    return 'DONE';
  });
}
