/**
 * Who may search: one at a time. Who looks for a plan goes before who says more of one: a search whose plan is final – and what is asked of one that is over – is set aside while somebody else’s plan is looked for, and goes on then, the
 * first first. So nobody waits for a plan until another one is explained.
 */

/** Whether a plan is looked for, or more is said of one that is there. */
export type Urgency = 'PLAN' | 'MORE';

/** Hears whether it goes on, or waits where it is. */
type Turn = (goes: boolean) => void;

export interface Place {
  /** The plan is final: from now on more is said of it. */
  settle(): void;
  /** Whoever has the place hears each change of whether it goes on; at once where it is to wait. */
  listen(turn: Turn): void;
  giveBack(): void;
}

/** How many have a place at once; of these one goes on. */
const MOST = 2;
/** Who has not asked for a place again for so long does not wait for one any more, in milliseconds. */
const GONE = 10_000;

interface Held {
  urgency: Urgency;
  goes: boolean;
  turn: Turn | undefined;
}

export class SearchPlaces {
  readonly #told: () => void;
  /** Those who have one, the first first. */
  readonly #held: Held[] = [];
  /** Who waits for one, the first first, and when they last asked. */
  readonly #asked = new Map<string, { readonly at: number; readonly urgency: Urgency }>();

  /** `told`: called after each change of who goes on. */
  constructor(told: () => void = () => undefined) {
    this.#told = told;
  }

  /** Takes a place at once, unless there is none or somebody waits for it longer; whoever has none asks again, or is not waited for any more after a while. `key`: whose it is. */
  take(key: string, urgency: Urgency): Place | undefined {
    const now = performance.now();
    for (const [one, { at }] of this.#asked) if (now - at > GONE) this.#asked.delete(one);
    if (!this.#isRoom(urgency) || !this.#isNext(key, urgency)) {
      this.#asked.set(key, { at: now, urgency });
      return undefined;
    }
    this.#asked.delete(key);
    const held: Held = { urgency, goes: true, turn: undefined };
    this.#held.push(held);
    this.#turn();
    return this.#placeOf(held);
  }

  /** Whether a plan is looked for. */
  get isUrgent(): boolean {
    return this.#held.some(({ urgency }) => urgency === 'PLAN');
  }

  #isRoom(urgency: Urgency): boolean {
    return urgency === 'PLAN' ? !this.isUrgent && this.#held.length < MOST : this.#held.length === 0;
  }

  /** Nobody who has waited longer is overtaken but by a plan that overtakes what is said of others. */
  #isNext(key: string, urgency: Urgency): boolean {
    const waiting = [...this.#asked].filter(([, one]) => urgency === 'MORE' || one.urgency === 'PLAN');
    const first = waiting.find(([, one]) => one.urgency === 'PLAN') ?? waiting[0];
    return first === undefined || first[0] === key;
  }

  #placeOf(held: Held): Place {
    return {
      settle: () => {
        if (held.urgency === 'MORE') return;
        held.urgency = 'MORE';
        this.#turn();
      },
      listen: (turn) => {
        held.turn = turn;
        if (!held.goes) turn(false);
      },
      giveBack: () => {
        const at = this.#held.indexOf(held);
        if (at < 0) return;
        this.#held.splice(at, 1);
        this.#turn();
      },
    };
  }

  /** Has the one go on whose turn it is, and all others wait. */
  #turn(): void {
    const next = this.#held.find(({ urgency }) => urgency === 'PLAN') ?? this.#held[0];
    for (const held of this.#held) {
      const goes = held === next;
      if (held.goes === goes) continue;
      held.goes = goes;
      held.turn?.(goes);
    }
    this.#told();
  }
}
