import { mount } from '@vue/test-utils';
import { computed, defineComponent, nextTick, type Ref, ref, shallowRef } from 'vue';
import { beforeEach, describe, expect, it, vi } from 'vitest';

import type { TypedSession } from './sessionForm.ts';
import type { Prepared, SessionAnswer } from './usePreparing.ts';
import { type SessionForm, useSessionForm } from './useSessionForm.ts';

const perform = vi.fn<(input: object, of: object) => Promise<SessionAnswer | undefined>>();
vi.mock('./usePreparing.ts', () => ({ useSaveSession: () => ({ perform, isActing: computed(() => false), failure: computed(() => undefined) }) }));

const TYPED: TypedSession = {
  sourceLocale: 'fr', title: 'Titre', summary: '', programme: '', objectives: '', level: '', theme: 'PREVENTION', audiences: [], format: 'ONLINE', country: '', town: '', venue: '', address: '', timeZone: 'Europe/Paris', starts: '2027-03-10T09:00',
  ends: '2027-03-10T17:00', registrationUntil: '', places: '20', placesOnSite: '', placesOnline: '', needsValidation: true, needsNomination: true, trainers: [], recommendations: [], needs: [], workingLanguages: [], interpretation: [],
};

type Need = TypedSession['needs'][number];

const stored = (version: number, changes: { title?: string; places?: number; needs?: readonly Need[] } = {}): Prepared => ({
  id: 'TrainingSession_1', version, state: 'DRAFT', level: null, modePlaces: [], venue: null, theme: { id: 't', code: 'PREVENTION' }, audiences: [], format: 'ONLINE', country: null, town: null, timeZone: 'Europe/Paris',
  startsAt: '2027-03-10T08:00:00.000Z', endsAt: '2027-03-10T16:00:00.000Z', registrationUntil: null, places: changes.places ?? 20, needsValidation: true, needsNomination: true, trainers: [], recommendations: [], needs: changes.needs ?? [], languages: [],
  texts: [{ locale: 'fr', isSource: true, isOutdated: false, title: changes.title ?? 'Titre', summary: null, programme: null, objectives: null, cancelledReason: null }],
}) as unknown as Prepared;

const answer = (outcome: SessionAnswer['outcome'], session: Prepared | null = null): SessionAnswer => ({ outcome, faults: [], session });

/** A form in a page: `session` is what the page knows to be stored. */
function form(session: Ref<Prepared | undefined> = ref()): SessionForm {
  let made: SessionForm | undefined;
  mount(defineComponent({ setup: () => { made = useSessionForm({ ...TYPED }, () => session.value); return () => null; } }));
  return made!;
}

beforeEach(() => perform.mockReset());

describe('what is typed', () => {
  it('stays when nothing comes of sending it, and is sent again under the same key', async () => {
    const { typed, isDirty, save } = form();
    typed.value.title = 'Un autre';
    perform.mockResolvedValue(undefined);
    expect([await save(), await save()]).toEqual([undefined, undefined]);
    expect([typed.value.title, isDirty.value]).toEqual(['Un autre', true]);
    const [first, again] = perform.mock.calls.map(([, of]) => (of as { key: string }).key);
    expect(first).toMatch(/^[0-9a-f-]{36}$/);
    expect(again).toBe(first);
  });

  it('is not sent while the page knows that something is wrong with it', async () => {
    const { typed, save, faultOf } = form();
    typed.value.title = ' ';
    expect(await save()).toBeUndefined();
    expect(perform).not.toHaveBeenCalled();
    expect([faultOf('title')?.fault, faultOf('places')]).toEqual(['MISSING', undefined]);
  });

  it('is what is stored once it is saved', async () => {
    const session = shallowRef<Prepared | undefined>(stored(1));
    const { typed, isDirty, save } = form(session);
    typed.value.title = 'Un autre';
    perform.mockResolvedValue(answer('DONE', stored(2, { title: 'Un autre' })));
    expect((await save())?.version).toBe(2);
    expect([isDirty.value, perform.mock.calls[0]![1]]).toMatchObject([false, { version: 1 }]);
  });

  it.each(['NOT_ALLOWED', 'TOO_LATE', 'GONE'] as const)('stays when it is refused: %s', async (outcome) => {
    const { typed, save, obstacle } = form(shallowRef(stored(1)));
    typed.value.title = 'Un autre';
    perform.mockResolvedValue(answer(outcome));
    expect(await save()).toBeUndefined();
    expect([obstacle.value, typed.value.title]).toEqual([outcome, 'Un autre']);
  });
});

describe('what somebody else has stored meanwhile', () => {
  it('is shown beside what is typed in the same field, and taken over in others', async () => {
    const session = shallowRef<Prepared | undefined>(stored(1));
    const { typed, conflict, save, choose, isDirty } = form(session);
    typed.value.title = 'Le mien';
    perform.mockResolvedValue(answer('CONFLICT', stored(2, { title: 'Le sien', places: 30 })));
    session.value = await save();
    await nextTick();
    expect([typed.value.title, typed.value.places]).toEqual(['Le mien', '30']);
    expect(conflict.value).toMatchObject({ mine: { title: 'Le mien' }, theirs: { title: 'Le sien' }, merged: { taken: ['places'], conflicts: ['title'] } });
    choose('title', 'theirs');
    expect([typed.value.title, conflict.value!.merged.conflicts, isDirty.value]).toEqual(['Le sien', [], false]);
  });

  it('of its needs is told by those that were read, which are sent with it, and neither list is lost', async () => {
    const [shown, mine, theirs] = ['Need_1', 'Need_2', 'Need_3'].map((id) => ({ id })) as [Need, Need, Need];
    const session = shallowRef<Prepared | undefined>(stored(1, { needs: [shown] }));
    const { typed, conflict, save } = form(session);
    session.value = stored(1, { needs: [shown] });
    await nextTick();
    typed.value.needs = [shown, mine];
    perform.mockResolvedValue(answer('CONFLICT', stored(1, { needs: [shown, theirs] })));
    session.value = await save();
    await nextTick();
    expect(perform.mock.lastCall![0]).toMatchObject({ needs: ['Need_1', 'Need_2'], needsRead: ['Need_1'] });
    expect(conflict.value).toMatchObject({ mine: { needs: [shown, mine] }, theirs: { needs: [shown, theirs] }, merged: { conflicts: ['needs'] } });
    await save();
    expect(perform.mock.lastCall![0]).toMatchObject({ needsRead: ['Need_1', 'Need_3'] });
  });

  it('and is brought by another part of the page is not written over unseen', async () => {
    const session = shallowRef<Prepared | undefined>(stored(1));
    const { typed, conflict } = form(session);
    typed.value.title = 'Le mien';
    session.value = stored(3, { places: 30 });
    await nextTick();
    expect([typed.value.title, typed.value.places, conflict.value]).toEqual(['Le mien', '30', undefined]);
    session.value = stored(4, { title: 'Le sien', places: 30 });
    await nextTick();
    expect([typed.value.title, conflict.value?.merged.conflicts]).toEqual(['Le mien', ['title']]);
  });
});
