import { flushPromises, mount, type VueWrapper } from '@vue/test-utils';
import { computed, ref } from 'vue';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

import { i18n, setLocale } from '../core/i18n/index.ts';
import { announcement } from '../core/ui/index.ts';
import NeedChoice from './NeedChoice.vue';
import NeedWork from './NeedWork.vue';

const text = (words: string): object => ({ text: words, locale: 'fr', isFallback: false });
const need = (id: string, status: string): object => ({ id, status, country: { id: 'AL', name: text('Albanie') }, title: text(`Besoin ${id}`) });
const answer = (data: object): object => ({ data: ref(data), isLoading: computed(() => false), failure: computed(() => undefined), retry: () => undefined });
const NONE = { trainingSessions: { nodes: [] }, missions: { nodes: [] }, missionLegs: { nodes: [] }, findings: [] };
const work = vi.hoisted(() => ({ need: {} as object }));
const asked = vi.hoisted(() => [] as object[]);
vi.mock('./needSearch.ts', () => ({
  useNeedSearch: (given: () => object) => {
    asked.push(given());
    return answer({ needs: { totalCount: 2, nodes: [need('1', 'SUBMITTED'), need('2', 'TAKEN_UP')] } });
  },
  useNeedWork: () => answer(work),
}));
vi.mock('../vocabulary/useVocabulary.ts', () => ({ useVocabulary: () => computed(() => ({ countries: [], professions: [], themes: [{ id: 'Theme_A', code: 'ASSISTANCE', name: text('Assistance') }], languages: [], audiences: [] })) }));

let page: VueWrapper;
const where = { global: { plugins: [i18n], stubs: { RouterLink: { template: '<a><slot /></a>' } } }, attachTo: document.body };

beforeEach(() => setLocale('fr', ['conditions', 'labels', 'needLinks', 'prepare']));
afterEach(() => page.unmount());

describe('needs that are chosen', () => {
  const choice = (given: object): VueWrapper => (page = mount(NeedChoice, { props: { title: 'Besoins', country: 'AL', modelValue: [], 'onUpdate:modelValue': (modelValue: unknown[]) => void page.setProps({ modelValue }), ...given } as never, ...where }));

  it('are found by country, theme and words, announced, and the focus comes to the words', async () => {
    choice({});
    await page.findAll('select')[1]!.setValue('ASSISTANCE');
    await page.find('input[type="search"]').setValue(' refuge ');
    await page.find('input[type="search"]').trigger('keydown.enter');
    const button = await vi.waitUntil(() => page.findAll('button').find((one) => one.text().startsWith('Ajouter')), { timeout: 10_000 });
    expect(asked.at(-1)).toEqual({ country: 'AL', theme: 'ASSISTANCE', search: 'refuge' });
    await button.trigger('click');
    await flushPromises();
    expect(announcement.value).toBe('Besoin ajouté\u202F: Besoin 1');
    expect(document.activeElement).toBe(page.find('input[type="search"]').element);
  });

  it('say that they are withdrawn, and what is wrong with them', () => {
    choice({ modelValue: [need('3', 'WITHDRAWN')], fault: 'Un besoin est retiré.' });
    expect(page.find('ul').text()).toContain('Retiré par son ambassade');
    expect(page.find('.fault').text()).toBe('Un besoin est retiré.');
  });

  it('are no more than can be chosen: the search makes room for the reason', () => {
    choice({ modelValue: [need('3', 'SUBMITTED')], most: 1 });
    expect(page.text()).toContain('Nombre maximal de besoins\u202F: 1.');
    expect(page.find('input[type="search"]').exists()).toBe(false);
  });
});

describe('what works on a need', () => {
  const shown = (given: object): string => {
    work.need = { id: 'Need_1', ...NONE, ...given };
    page = mount(NeedWork, { props: { id: 'Need_1' }, ...where });
    return page.text();
  };
  const leg = { id: 'MissionLeg_1', startsOn: '2031-11-08', endsOn: '2031-11-09', purpose: text('Visite') };

  it('is nothing that is said where one sees none', () => {
    expect(shown({})).toBe('');
  });

  it('is one’s leg of a mission; whoever sees the mission reads of that', () => {
    expect(shown({ missionLegs: { nodes: [leg] } })).toContain('Visite');
    page.unmount();
    const both = shown({ missionLegs: { nodes: [leg] }, missions: { nodes: [{ id: 'Mission_1', startsOn: '2031-11-08', endsOn: '2031-11-12', title: text('Tournée') }] } });
    expect([both.includes('Tournée'), both.includes('Visite')]).toEqual([true, false]);
  });
});
