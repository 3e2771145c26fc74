import { mount } from '@vue/test-utils';
import { expect, test, vi } from 'vitest';
import { defineComponent, ref } from 'vue';

import type { SessionPlaces } from './usePlaces.ts';
import { type PlacesForm, usePlacesForm } from './usePlacesForm.ts';

const mutation = vi.fn();
const stored = (version: number, places: number, taken: number): SessionPlaces => ({ id: 'TrainingSession_1', version, places, placesLeft: places - taken, quotas: [], placeCounts: [] }) as unknown as SessionPlaces;

function form(start: SessionPlaces): PlacesForm {
  let given: PlacesForm | undefined;
  mount(defineComponent({ setup: () => void (given = usePlacesForm(start)), render: () => null }), { global: { provide: { $urql: ref({ mutation }) } } });
  return given!;
}

test('what is read anew shows who has a place by now, and leaves what is typed as it is', () => {
  const { session, typed, isDirty, type, refresh } = form(stored(1, 10, 2));
  type('TOTAL', '12');
  refresh(stored(1, 10, 3));
  expect([session.value.placesLeft, typed.value.TOTAL, isDirty.value]).toEqual([7, '12', true]);
  // Somebody else has saved: that is found out when this is saved.
  refresh(stored(2, 20, 4));
  expect([session.value.version, session.value.places - session.value.placesLeft, typed.value.TOTAL]).toEqual([1, 4, '12']);
});

test('where nothing is typed, what somebody else has saved is shown, and what comes too late is not', () => {
  const { session, typed, isDirty, refresh } = form(stored(2, 10, 2));
  refresh(stored(3, 20, 2));
  expect([session.value.version, typed.value.TOTAL, isDirty.value]).toEqual([3, '20', false]);
  refresh(stored(2, 10, 2));
  expect([session.value.version, typed.value.TOTAL]).toEqual([3, '20']);
});
