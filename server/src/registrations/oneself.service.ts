/** Registering oneself for a session that asks for no nomination: under one's own name and address, as what one's own roles and sheet say. */
import type { EntityManager } from '@mikro-orm/postgresql';
import type { Locale } from '@passerelle/shared/locales.ts';
import type { SentAnswer } from './answers.service.ts';
import type { ParticipationMode } from './registration.entity.ts';
import type { PartyPlace } from './registration.policy.ts';
import { type Doing, nothing, placePeople, readBefore, type RegisterResult } from './register.service.ts';

/** Oneself, for one session: as what (`organisation` null for an authority, and for an expert), and what is asked. */
export interface OwnSubmission {
  readonly session: string;
  readonly organisation: string | null;
  /** The code of a country. */
  readonly country: string;
  /** A code; of an expert it is that of their sheet, whatever is sent. */
  readonly profession: string | null;
  readonly mode: ParticipationMode | null;
  readonly answers: readonly SentAnswer[];
  /** That whoever has the number of their certificate sees their name. */
  readonly showsName: boolean;
  /** What is sent again with the same key is as sent once. */
  readonly submission: string;
  /** The language of the page. */
  readonly locale: Locale;
  /** The session in which who registers is signed in, where files wait; null for none. */
  readonly signIn: string | null;
  /** False where they are not registered unless the same key has done so before. */
  readonly mayAdd: boolean;
}

/** Who asks: as they are called and written to, and how it stands between them and the session. */
interface Me {
  readonly name: string;
  readonly email: string;
  /** Null until they have chosen one. */
  readonly locale: Locale | null;
  /** Null where there is no such session for who asks. */
  readonly needsNomination: boolean | null;
  readonly isKnown: boolean;
}

const ME = `
  select p.name, p.email, p.locale, s.needs_nomination as "needsNomination", exists (select from own_registration(?, ?)) as "isKnown" from person p left join training_session s on s.uuid = ? where p.id = acting_person()`;

interface Capacity extends PartyPlace {
  /** An expert's; null for others, who say it. */
  readonly profession: string | null;
}

const CAPACITY = `
  select organisation_slug as organisation, country_code as country, sector, profession_code as profession from own_capacity
  where organisation_slug is not distinct from ?::text and country_code = ? order by profession_code is not null limit 1`;

/** As what this submission of theirs has registered them: they may be it no longer. */
const BEFORE = `
  select r.organisation_slug as organisation, r.country_code as country, r.sector, r.profession_code as profession from own_registration(?, ?) o join registration r on r.uuid = o.uuid where o.is_again`;

/** Whether this submission of theirs has registered them. */
export async function amRegistered(em: EntityManager, { session, submission }: Pick<OwnSubmission, 'session' | 'submission'>): Promise<boolean> {
  return (await em.execute<unknown[]>('select from own_registration(?, ?) o where o.is_again', [session, submission])).length > 0;
}

/** As what they take part; undefined for what they are not. What is sent again asks nothing anew. */
async function capacityOf(em: EntityManager, { session, submission, organisation, country }: OwnSubmission): Promise<Capacity | undefined> {
  const [before] = await em.execute<Capacity[]>(BEFORE, [session, submission]);
  return before ?? (await em.execute<Capacity[]>(CAPACITY, [organisation, country]))[0];
}

/**
 * Registers who asks, and writes to them: they get a place, or wait for one in their turn, or wait for the embassy, as anybody. Whoever is registered already, by
 * whomever, is told so. GONE for a session that is not for them, NOT_ALLOWED for what they are not, NOMINATED where they must be nominated. Sent again it is told how they stand, whatever has become of their role. Throws as `registerParticipants`.
 */
export async function registerMyself(em: EntityManager, doing: Doing, given: OwnSubmission): Promise<RegisterResult> {
  const read = await readBefore(em, given);
  if (!read?.format) return nothing('GONE');
  const [me] = await em.execute<Me[]>(ME, [given.session, given.submission, given.session]);
  if (me!.needsNomination && !me!.isKnown) return nothing('NOMINATED');
  const capacity = await capacityOf(em, given);
  if (!capacity) return nothing('NOT_ALLOWED');
  const { profession, ...party } = capacity;
  const oneself = { name: me!.name, email: me!.email, locale: me!.locale ?? given.locale, profession: profession ?? given.profession, mode: given.mode, answers: given.answers, showsName: given.showsName };
  return placePeople(em, doing, { ...given, people: [oneself] }, { read, party, way: 'MYSELF' });
}
