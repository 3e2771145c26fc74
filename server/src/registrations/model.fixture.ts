/** What should become of registrations: a model of one session, of which each step says what it does to it. */
import { type Code, COUNTRIES } from './actors.fixture.ts';

/** Those who are registered: each by the organisation of a country, under an address. The last two have the addresses of the first two, with the organisation of the other country. */
export const PEOPLE = 8;
const SAME_ADDRESS: Readonly<Record<number, number>> = { 6: 1, 7: 0 };
export const countryOf = (who: number): Code => COUNTRIES[who % COUNTRIES.length]!;
export const addressOf = (who: number): number => SAME_ADDRESS[who] ?? who;

/** Two professions, by their place among those that there are. */
export type Profession = 0 | 1;

export type State = 'AWAITING_VALIDATION' | 'CONFIRMED' | 'WAITING' | 'OFFERED' | 'REFUSED' | 'WITHDRAWN';

/** How many of a country, or of a profession, at most. */
export interface Quota {
  readonly kind: 'COUNTRY' | 'PROFESSION';
  readonly places: number;
}

/** How far a registration has come, the least first. */
const FAR: readonly State[] = ['WITHDRAWN', 'REFUSED', 'AWAITING_VALIDATION', 'WAITING', 'OFFERED', 'CONFIRMED'];

/** A registration that counts: by whom it was made, its turn, what is counted of it, and the seat while it has one. */
interface Registration {
  readonly by: Code;
  readonly turn: number;
  readonly profession: Profession | null;
  readonly seat: number | null;
}

const isHeld = (state: State | undefined): boolean => state === 'CONFIRMED' || state === 'OFFERED';

/** What should be so. */
export class Model {
  readonly states = new Map<number, State>();
  readonly #registrations = new Map<number, Registration>();
  /** As whom somebody is known, who was made one with them. */
  readonly #sameAs = new Map<number, number>();
  #turns = 0;
  #seats = 0;
  /** Who waits, in their turn. */
  list: number[] = [];
  isOpen = true;

  places: number;
  quota: Quota | null;
  readonly needsValidation: boolean;

  constructor(places: number, needsValidation: boolean, quota: Quota | null) {
    this.places = places;
    this.needsValidation = needsValidation;
    this.quota = quota;
  }

  /** Who somebody is. */
  one(who: number): number {
    return this.#sameAs.get(who) ?? who;
  }

  countryOf(who: number): Code {
    return this.#registrations.get(who)!.by;
  }

  /** What a kind of quota counts of somebody; null where that is not said. */
  valueOf(who: number, kind: Quota['kind']): Code | Profession | null {
    const { by, profession } = this.#registrations.get(who)!;
    return kind === 'COUNTRY' ? by : profession;
  }

  /** Those who have a place, or are offered one. */
  holders(): number[] {
    return [...this.states].flatMap(([who, state]) => (isHeld(state) ? [who] : []));
  }

  /** How many seats are taken: all, or those of a value. */
  held(value?: Code | Profession, kind: Quota['kind'] = 'COUNTRY'): number {
    return new Set(this.holders().filter((who) => value === undefined || this.valueOf(who, kind) === value).map((who) => this.#registrations.get(who)!.seat)).size;
  }

  isKeptOut(who: number): boolean {
    if (this.quota === null) return false;
    const value = this.valueOf(who, this.quota.kind);
    return value === null || this.held(value, this.quota.kind) >= this.quota.places;
  }

  register(typed: number, profession: Profession | null): void {
    const who = this.one(typed);
    const state = this.states.get(who);
    if (state !== undefined && state !== 'WITHDRAWN') return this.#say(who, countryOf(typed), profession);
    if (!this.isOpen || (this.quota?.kind === 'PROFESSION' && profession === null)) return;
    this.#registrations.set(who, { by: countryOf(typed), turn: (this.#turns += 1), profession, seat: null });
    if (this.needsValidation) this.states.set(who, 'AWAITING_VALIDATION');
    else this.take(who);
  }

  /** A profession that is said late, by whoever registered somebody who has no place yet. */
  #say(who: number, by: Code, profession: Profession | null): void {
    const [state, known] = [this.states.get(who), this.#registrations.get(who)!];
    if ((state === 'WAITING' || state === 'AWAITING_VALIDATION') && known.profession === null && known.by === by) this.#change(who, { profession });
    if (this.quota?.kind === 'PROFESSION' && profession !== null) this.offer();
  }

  take(who: number): void {
    this.#change(who, { turn: (this.#turns += 1) });
    const isFree = this.held() < this.places && !this.isKeptOut(who);
    const isOvertaking = this.list.some((other) => !this.isKeptOut(other));
    if (isFree && !isOvertaking) return this.#hold(who, 'CONFIRMED');
    this.states.set(who, 'WAITING');
    this.list.push(who);
    if (isFree) this.offer();
  }

  offer(): void {
    for (const who of [...this.list]) {
      if (this.held() >= this.places) return;
      if (this.isKeptOut(who)) continue;
      this.list = this.list.filter((other) => other !== who);
      this.#hold(who, 'OFFERED');
    }
  }

  /** Makes two one: the registration that has come furthest stays, of two that are as far the earlier one. The address is that of the one who is kept. */
  merge(kept: number, gone: number): void {
    const isServed = addressOf(kept) !== addressOf(gone) || [kept, gone].every((who) => this.states.get(who) !== 'WITHDRAWN');
    this.#move(gone, kept);
    const far = (who: number): number => FAR.indexOf(this.states.get(who)!);
    const turn = (who: number): number => this.#registrations.get(who)!.turn;
    const stays = far(kept) > far(gone) || (far(kept) === far(gone) && turn(kept) < turn(gone)) ? kept : gone;
    const [state, registration] = [this.states.get(stays)!, this.#registrations.get(stays)!];
    this.list = this.list.filter((other) => other !== (stays === kept ? gone : kept)).map((other) => (other === gone ? kept : other));
    this.states.delete(gone);
    this.states.set(kept, state);
    this.#registrations.set(kept, registration);
    for (const [who, one] of [...this.#sameAs, [gone, gone] as const]) if (one === gone) this.#sameAs.set(who, kept);
    if (isServed) this.offer();
  }

  end(who: number): void {
    this.list = this.list.filter((other) => other !== who);
    this.states.set(who, 'WITHDRAWN');
    this.#change(who, { seat: null });
  }

  /** Somebody says that they do not come: all registrations of their address end. */
  leave(who: number): void {
    for (const one of [who, ...this.#twins(who)]) if (this.states.get(one) !== 'REFUSED') this.end(one);
    this.offer();
  }

  /** The others of the same address that have not ended. */
  #twins(who: number): number[] {
    return [...this.states].flatMap(([other, state]) => (other !== who && addressOf(other) === addressOf(who) && state !== 'WITHDRAWN' ? [other] : []));
  }

  #change(who: number, changes: Partial<Registration>): void {
    this.#registrations.set(who, { ...this.#registrations.get(who)!, ...changes });
  }

  /** The seat of those of an address, where they have one. */
  #seatAt(address: number, but: number): number | undefined {
    return this.holders().filter((other) => other !== but && addressOf(other) === address).map((other) => this.#registrations.get(other)!.seat!)[0];
  }

  #hold(who: number, state: State): void {
    const seat = this.#seatAt(addressOf(who), who) ?? (this.#seats += 1);
    this.states.set(who, state);
    this.#change(who, { seat });
  }

  /** Whoever comes to another address sits down with those of it, unless they leave others behind. */
  #move(gone: number, kept: number): void {
    if (!isHeld(this.states.get(gone)) || addressOf(gone) === addressOf(kept)) return;
    const { seat } = this.#registrations.get(gone)!;
    const isAlone = this.holders().every((other) => other === gone || this.#registrations.get(other)!.seat !== seat);
    if (isAlone) this.#change(gone, { seat: this.#seatAt(addressOf(kept), gone) ?? seat });
  }
}
