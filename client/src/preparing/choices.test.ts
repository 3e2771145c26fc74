import { flushPromises, mount, type VueWrapper } from '@vue/test-utils';
import { computed, ref } from 'vue';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

import { i18n, setLocale } from '../core/i18n/index.ts';
import { announcement } from '../core/ui/index.ts';
import RecommendationChoice from './RecommendationChoice.vue';
import TrainerChoice from './TrainerChoice.vue';

const text = (words: string): object => ({ text: words, locale: 'fr', isFallback: false });
const found = { recommendations: { totalCount: 1, nodes: [{ id: 'Recommendation_1', body: 'GRETA', year: 2023, country: { id: 'RS', name: text('Serbie') }, summary: text('Renforcer l’identification') }] } };
const experts = { experts: { totalCount: 1, nodes: [{ id: 'Expert_1', name: 'Claire Marchand', profession: { id: 'p', name: text('juge') }, institution: null }] } };
const answer = (data: object): object => ({ data: ref(data), isLoading: computed(() => false), failure: computed(() => undefined), retry: () => undefined });
vi.mock('./recommendationSearch.ts', () => ({ useRecommendationSearch: () => answer(found) }));
vi.mock('./usePreparing.ts', () => ({ useTrainerSearch: () => answer(experts) }));

let page: VueWrapper;

async function add(words: string): Promise<void> {
  await page.find('input[type="search"]').setValue(words);
  await page.find('input[type="search"]').trigger('keydown.enter');
  const button = await vi.waitUntil(() => page.findAll('button').find((one) => one.text().startsWith('Ajouter')), { timeout: 10_000 });
  button.element.focus();
  await button.trigger('click');
  await flushPromises();
}

const where = { global: { plugins: [i18n] }, attachTo: document.body };
beforeEach(() => setLocale('fr', ['conditions', 'labels', 'prepare']));
afterEach(() => page.unmount());

describe('what is found and added', () => {
  it('is a recommendation, announced as one; the focus comes to the words that are looked for', async () => {
    page = mount(RecommendationChoice, { props: { title: 'Recommandations', country: '', modelValue: [], 'onUpdate:modelValue': (modelValue: unknown[]) => void page.setProps({ modelValue }) }, ...where });
    await add('identification');
    expect(announcement.value).toBe('Recommandation ajoutée\u202F: Renforcer l’identification');
    expect(document.activeElement).toBe(page.find('input[type="search"]').element);
  });

  it('is no more than can be chosen: the search makes room for the reason, and the focus stays in the part', async () => {
    page = mount(RecommendationChoice, { props: { title: 'Recommandations', country: '', most: 1, modelValue: [], 'onUpdate:modelValue': (modelValue: unknown[]) => void page.setProps({ modelValue }) }, ...where });
    await add('identification');
    expect(page.text()).toContain('Nombre maximal de recommandations\u202F: 1.');
    expect(page.find('input[type="search"]').exists()).toBe(false);
    expect(document.activeElement).toBe(page.find('.rows button').element);
    await page.find('.rows button').trigger('click');
    await flushPromises();
    expect(document.activeElement).toBe(page.find('input[type="search"]').element);
  });

  it('is a person who teaches, in the same way', async () => {
    page = mount(TrainerChoice, { props: { modelValue: [], 'onUpdate:modelValue': (modelValue: unknown[]) => void page.setProps({ modelValue }) }, ...where });
    await add('Claire');
    expect(announcement.value).toBe('Personne ajoutée\u202F: Claire Marchand');
    expect(document.activeElement).toBe(page.find('input[type="search"]').element);
  });
});
