/** What is told of people who have just been registered, to them and to who registered them. */
import type { Locale } from '@passerelle/shared/locales.ts';
import type { AnyMail } from '../mail/index.ts';
import { type Facts, type Letter, type Pass, writeLetter, writeSummary } from './letters.ts';
import { type Words } from './words.ts';
import type { NoPlace } from './places.service.ts';
import type { ParticipationMode } from './registration.entity.ts';

/** How somebody stands who was registered, as it is written to them. */
export interface Written {
  readonly id: string;
  readonly isNew: boolean;
  readonly outcome: string;
  readonly reason: NoPlace | null;
  readonly position: number | null;
  /** Where and how who is new is written to: as the one whom they are one with, where their address leads to somebody. Null for who is not new. */
  readonly to: string | null;
  readonly locale: Locale | null;
  /** What their link to withdraw holds; undefined for who has none. */
  readonly leave: string | undefined;
}

interface Comer {
  readonly name: string;
  readonly mode: ParticipationMode;
}

const CHANGE = { AWAITING_VALIDATION: 'RECEIVED', CONFIRMED: 'CONFIRMED', WAITING: 'WAITING' } as const;

/** Who registers, as they are written to. */
interface Registrar {
  readonly email: string;
  readonly locale: Locale;
}

interface Told {
  readonly session: string;
  readonly country: string;
  /** Null where nobody registered them but a link of their own. */
  readonly registrar: Registrar | null;
  readonly words: Words;
  /** Of those who have a place, by their keys. */
  readonly passes: ReadonlyMap<string, Pass>;
  readonly origin: string;
}

/** What is told: to each who is new what came of it, and of all of them to who has registered them, unless that is the one. */
export function mailsOf(all: readonly { readonly stand: Written; readonly one: Comer }[], { session, country, registrar, words, passes, origin }: Told): AnyMail[] {
  const fresh = all.filter(({ stand }) => stand.isNew);
  const letters = fresh.flatMap(({ stand, one }) => writeLetter(letterOf(stand), factsOf(one, stand, { session, country, pass: passes.get(stand.id) ?? null }), words, origin));
  if (registrar === null || fresh.every(({ stand }) => stand.to === registrar.email)) return letters;
  return [...letters, writeSummary(fresh.map(({ stand, one }) => ({ name: one.name, change: changeOf(stand), waits: waitsOf(stand, one) })), registrar, session, words, origin)];
}

/** Why somebody waits, as it is written: of a way of taking part, which. */
const waitsOf = ({ reason }: Written, { mode }: Comer): Facts['waits'] => (reason === 'MODE' ? mode : reason);

const changeOf = ({ outcome }: Written): (typeof CHANGE)[keyof typeof CHANGE] => CHANGE[outcome as keyof typeof CHANGE];

function letterOf(stand: Written): Letter {
  return { registration: stand.id, change: changeOf(stand), toCoordinator: false, leave: stand.leave, ...(stand.position !== null && { position: stand.position }) };
}

function factsOf(one: Comer, stand: Written, about: Pick<Facts, 'session' | 'country' | 'pass'>): Facts {
  return { ...about, name: one.name, email: stand.to!, locale: stand.locale!, coordinator: null, coordinatorLocale: null, until: null, hasPlace: stand.outcome === 'CONFIRMED', waits: waitsOf(stand, one) };
}
