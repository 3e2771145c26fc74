import { computed, type ComputedRef, type Ref, ref, shallowRef } from 'vue';

import type { Failure } from '../core/api/index.ts';
import { areTooMany, changedPlaces, isFewer, type MergedPlaces, mergePlaces, type PlacesField, placesInput, typedPlaces, type TypedPlaces, wrongFields } from './placesForm.ts';
import { type PlacesOutcome, type SessionPlaces, useChangePlaces } from './usePlaces.ts';

/** What two people have made of the same places. */
export interface PlacesConflict {
  readonly mine: TypedPlaces;
  readonly theirs: TypedPlaces;
  readonly merged: MergedPlaces;
}

/** What would come of saving, where that is to be known before. */
export interface Foreseen {
  /** How many who wait would be offered a place. */
  readonly offered: number;
  /** Whether something would be lower than what is taken. */
  readonly isFewer: boolean;
}

export interface PlacesForm {
  readonly session: Ref<SessionPlaces>;
  readonly typed: Ref<TypedPlaces>;
  readonly isDirty: ComputedRef<boolean>;
  readonly wrong: Ref<readonly PlacesField[]>;
  readonly isTooMuch: Ref<boolean>;
  readonly conflict: Ref<PlacesConflict | undefined>;
  readonly foreseen: Ref<Foreseen | undefined>;
  /** Why nothing came of it, where that is no fault of a field. */
  readonly obstacle: Ref<PlacesOutcome | undefined>;
  readonly isActing: Ref<boolean>;
  readonly failure: Ref<Failure | undefined>;
  /** Asks what would come of it; saves where nobody need know before. How many were offered a place, once it is saved. */
  readonly save: () => Promise<number | undefined>;
  /** Saves what was foreseen. */
  readonly confirm: () => Promise<number | undefined>;
  readonly choose: (field: PlacesField, which: 'mine' | 'theirs') => void;
  readonly type: (field: PlacesField, text: string) => void;
  /** Shows what has been read anew: the numbers of those who have a place and wait; what somebody else has said of the places where nothing was typed, else when it is saved. */
  readonly refresh: (stored: SessionPlaces) => void;
}

/** The form of the places of a session. */
export function usePlacesForm(start: SessionPlaces): PlacesForm {
  const { act, isActing, failure } = useChangePlaces();
  const session = shallowRef(start);
  const typed = shallowRef<TypedPlaces>(typedPlaces(start));
  const base = shallowRef<TypedPlaces>(typed.value);
  const wrong = shallowRef<readonly PlacesField[]>([]);
  const isTooMuch = ref(false);
  const conflict = shallowRef<PlacesConflict>();
  const foreseen = shallowRef<Foreseen>();
  const obstacle = ref<PlacesOutcome>();
  const isDirty = computed(() => changedPlaces(base.value, typed.value).length > 0);

  /** Puts what is stored by now together with what is typed. */
  function adopt(stored: SessionPlaces): void {
    const [theirs, mine] = [typedPlaces(stored), typed.value];
    const merged = mergePlaces(base.value, mine, theirs);
    [session.value, typed.value, base.value, conflict.value] = [stored, merged.typed, theirs, { mine, theirs, merged }];
  }

  /** Sends what is typed: how many are offered a place, or would be; undefined when nothing came of it, which is told. */
  async function send(isTrial: boolean): Promise<number | undefined> {
    const answer = (await act({ input: { session: session.value.id, version: session.value.version, ...placesInput(typed.value), isTrial } }))?.changePlaces;
    if (!answer) return undefined;
    if (answer.outcome === 'CONFLICT' && answer.session) adopt(answer.session);
    else if (answer.outcome !== 'DONE') obstacle.value = answer.outcome;
    else if (!isTrial && answer.session) [session.value, typed.value, base.value, conflict.value] = [answer.session, typedPlaces(answer.session), typedPlaces(answer.session), undefined];
    return answer.outcome === 'DONE' ? answer.offered : undefined;
  }

  async function save(): Promise<number | undefined> {
    [obstacle.value, foreseen.value, wrong.value, isTooMuch.value] = [undefined, undefined, wrongFields(typed.value), areTooMany(typed.value)];
    if (wrong.value.length > 0 || isTooMuch.value) return undefined;
    const offered = await send(true);
    if (offered === undefined) return undefined;
    const fewer = isFewer(session.value, typed.value);
    if (offered === 0 && !fewer) return send(false);
    foreseen.value = { offered, isFewer: fewer };
    return undefined;
  }

  async function confirm(): Promise<number | undefined> {
    const offered = await send(false);
    if (!failure.value) foreseen.value = undefined;
    return offered;
  }

  function choose(field: PlacesField, which: 'mine' | 'theirs'): void {
    if (!conflict.value) return;
    const { mine, theirs, merged } = conflict.value;
    typed.value = { ...typed.value, [field]: { mine, theirs }[which][field] ?? '' };
    conflict.value = { mine, theirs, merged: { ...merged, conflicts: merged.conflicts.filter((one) => one !== field) } };
  }

  function type(field: PlacesField, text: string): void {
    [typed.value, foreseen.value] = [{ ...typed.value, [field]: text }, undefined];
  }

  function refresh(stored: SessionPlaces): void {
    const { version, quotas } = session.value;
    // What was asked for before it was saved comes too late.
    if (isActing.value || conflict.value || stored.version < version) return;
    if (isDirty.value) session.value = { ...stored, version, quotas };
    else [session.value, typed.value, base.value] = [stored, typedPlaces(stored), typedPlaces(stored)];
  }

  return { session, typed, isDirty, wrong, isTooMuch, conflict, foreseen, obstacle, isActing, failure, save, confirm, choose, type, refresh };
}
