/** What whoever plans chooses before a search, and the way back and forth through what they have chosen. Pure but for what it keeps. */
import { type ComputedRef, computed, type InjectionKey, shallowRef } from 'vue';

import { type GoalChoices, goalChoicesOf, USUAL_GOALS } from './planGoals.ts';
import { typedCents } from './typedCents.ts';
import type { SettingsInput } from './usePlan.ts';

export type PinKind = 'IN' | 'OUT' | 'AT' | 'GOES' | 'STAYS' | 'ATTENDS' | 'ABSENT';

/** Something that is fixed: of a meeting, of somebody, or of somebody at a meeting, by their keys; `startsAt` is an instant. */
export interface Pinned {
  readonly pin: PinKind;
  readonly meetingKey: string | null;
  readonly personKey: string | null;
  readonly startsAt: string | null;
}

/** A plan to stay near to: the id of its search, and which plan of it. */
export interface Former {
  readonly search: string;
  readonly as: PlanAs;
}

export type PlanAs = 'BEST' | 'CHEAPEST' | 'SHORTEST' | 'WIDEST';

/** Amounts as they are typed. */
export interface Choices {
  readonly envelope: string;
  readonly interpreter: string;
  readonly taken: readonly string[];
  readonly isTeamKept: boolean;
  /** Whether countries are asked for: what is open counts as meetings that could be. */
  readonly isIdea: boolean;
  /** How many countries at most, as it is typed. */
  readonly countries: string;
  readonly pins: readonly Pinned[];
  readonly former: Former | null;
  /** What counts, and what may be spent of single kinds. */
  readonly goals: GoalChoices;
}

export const TAKEN = ['PERHAPS', 'NOT_ASKED', 'NOT_CLEARED'] as const;

/** Who counts as free although nobody knows it. */
export const takenOf = ({ taken }: Pick<Choices, 'taken'>): (typeof TAKEN)[number][] => TAKEN.filter((code) => taken.includes(code));

export const NOTHING_CHOSEN: Choices = { envelope: '', interpreter: '', taken: [], isTeamKept: true, isIdea: false, countries: '', pins: [], former: null, goals: USUAL_GOALS };

const isSameTime = (one: string | null, other: string | null): boolean => one === other || (one !== null && other !== null && Date.parse(one) === Date.parse(other));
const isSamePin = (one: Pinned, other: Pinned): boolean => one.pin === other.pin && isOfSame(one, other) && isSameTime(one.startsAt, other.startsAt);

/** Whether two are of the same meeting, of the same person, or of the same person at the same meeting: of these one counts. */
const isOfSame = (one: Pinned, other: Pinned): boolean => one.meetingKey === other.meetingKey && one.personKey === other.personKey;

/** The pins with one more, which takes the place of another of the same; without it where it is there. */
export const toggled = (pins: readonly Pinned[], pin: Pinned): readonly Pinned[] => (pins.some((one) => isSamePin(one, pin)) ? pins.filter((one) => !isSamePin(one, pin)) : [...pins.filter((one) => !isOfSame(one, pin)), pin]);

/** The pins with these, each in the place of another of the same. */
export const fixed = (pins: readonly Pinned[], more: readonly Pinned[]): readonly Pinned[] => [...pins.filter((one) => !more.some((pin) => isOfSame(one, pin))), ...more];

/** Whether a pin is of no meeting of the next search: neither of the mission nor, where countries are asked for, of what could be. Where that is not known yet, none is. */
export const isAmiss = ({ meetingKey }: Pinned, { meetings, ideas, isIdea }: { readonly meetings: readonly string[]; readonly ideas: readonly string[]; readonly isIdea: boolean }): boolean =>
  meetingKey !== null && !meetings.includes(meetingKey) && !(isIdea && (ideas.length === 0 || ideas.includes(meetingKey)));

const typedCount = (count: number | null): string => (count === null ? '' : String(count));

type Asked = { readonly [K in Exclude<keyof SettingsInput, 'pins' | 'former' | 'goals' | 'kindLimits'>]?: SettingsInput[K] } & Parameters<typeof goalChoicesOf>[0] & { readonly former?: Former | null; readonly pins?: readonly { readonly pin: string; readonly meetingKey?: string | null; readonly personKey?: string | null; readonly startsAt?: string | null }[] | null };

/** What is fixed, as it was read. */
export const pinnedOf = (pins: Asked['pins']): readonly Pinned[] => (pins ?? []).map(({ pin, meetingKey = null, personKey = null, startsAt = null }) => ({ pin: pin as PinKind, meetingKey, personKey, startsAt }));

/** What was chosen for a search, to begin the next one with. */
export function choicesOf({ envelopeCents = null, interpreterCents = null, taken, isTeamKept, isIdea, mostCountries = null, pins, former = null, ...counted }: Asked): Choices {
  return {
    envelope: typedCents(envelopeCents), interpreter: typedCents(interpreterCents), taken: taken ?? [], isTeamKept: isTeamKept ?? true, isIdea: isIdea === true, countries: typedCount(mostCountries), former: former && { search: former.search, as: former.as }, goals: goalChoicesOf(counted),
    pins: pinnedOf(pins),
  };
}

/** The plan to stay near to, as long as its search is kept; null otherwise: then there is nothing to stay near to. */
export const keptFormer = (former: Former | null, searches: readonly { readonly id: string }[]): Former | null => (former && searches.some(({ id }) => id === former.search) ? { search: former.search, as: former.as } : null);

export interface PlanChoices {
  readonly now: ComputedRef<Choices>;
  /** Whether nothing was chosen by the reader yet. */
  readonly isUntouched: ComputedRef<boolean>;
  readonly canUndo: ComputedRef<boolean>;
  readonly canRedo: ComputedRef<boolean>;
  /** Begins with these: there is no way back before them. */
  readonly begin: (choices: Choices) => void;
  /** Chooses something. What is typed into one field one after the other is one choice; `field` names one of several that are of the same choice. */
  readonly choose: (changes: Partial<Choices>, field?: string) => void;
  readonly toggle: (pin: Pinned) => void;
  readonly isPinned: (pin: Pinned) => boolean;
  /** Keeps what is fixed of a meeting or of somebody who is not there any more, as it was told. */
  readonly tellGone: (pins: readonly Pinned[]) => void;
  readonly isGone: (pin: Pinned) => boolean;
  readonly undo: () => void;
  readonly redo: () => void;
}

/** Under which the choices are found by what stands below the form. */
export const PLAN_CHOICES: InjectionKey<PlanChoices> = Symbol('the choices of a plan');

const TYPED = ['envelope', 'interpreter', 'countries'];

/** Keeps what is chosen, without an end to the way back. */
export function planChoices(): PlanChoices {
  const [past, now, future] = [shallowRef<readonly Choices[]>([]), shallowRef(NOTHING_CHOSEN), shallowRef<readonly Choices[]>([])];
  const gone = shallowRef<readonly Pinned[]>([]);
  let typing = '';

  function choose(changes: Partial<Choices>, field?: string): void {
    const names = field ?? Object.keys(changes).join(' ');
    if (JSON.stringify({ ...now.value, ...changes }) === JSON.stringify(now.value)) return;
    if (!((field !== undefined || TYPED.includes(names)) && typing === names)) past.value = [...past.value, now.value];
    [typing, now.value, future.value] = [names, { ...now.value, ...changes }, []];
  }

  function move(from: typeof past, to: typeof past): void {
    const last = from.value.at(-1);
    if (!last) return;
    [typing, from.value, to.value, now.value] = ['', from.value.slice(0, -1), [...to.value, now.value], last];
  }

  return {
    now: computed(() => now.value), isUntouched: computed(() => past.value.length === 0 && future.value.length === 0), canUndo: computed(() => past.value.length > 0), canRedo: computed(() => future.value.length > 0),
    begin: (choices) => void ([typing, past.value, future.value, now.value] = ['', [], [], choices]), choose, toggle: (pin) => choose({ pins: toggled(now.value.pins, pin) }), isPinned: (pin) => now.value.pins.some((one) => isSamePin(one, pin)),
    tellGone: (pins) => void (gone.value = pins), isGone: (pin) => gone.value.some((one) => isSamePin(one, pin)), undo: () => move(past, future), redo: () => move(future, past),
  };
}

/** What a key asks for, outside of what is typed into, where it has a meaning of its own. */
export function wayOf({ key, ctrlKey, metaKey, shiftKey, target }: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'shiftKey' | 'target'>): 'undo' | 'redo' | undefined {
  if (!(ctrlKey || metaKey) || (target instanceof HTMLInputElement && target.type !== 'checkbox') || target instanceof HTMLTextAreaElement) return undefined;
  const pressed = key.toLowerCase();
  if (pressed === 'z') return shiftKey ? 'redo' : 'undo';
  return pressed === 'y' ? 'redo' : undefined;
}
