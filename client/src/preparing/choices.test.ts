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
vi.mock('./usePreparing.ts', () => ({ useRecommendationSearch: () => answer(found), useTrainerSearch: () => answer(experts) }));

let page: VueWrapper;

async function add(words: string): Promise<void> {
  await page.find('input[type="search"]').setValue(words);
  await page.find('input[type="search"]').trigger('keydown.enter');
  const button = page.findAll('button').find((one) => one.text().startsWith('Ajouter'))!;
  button.element.focus();
  await button.trigger('click');
  await flushPromises();
}

const where = { global: { plugins: [i18n] }, attachTo: document.body };
beforeEach(() => setLocale('fr', ['conditions', 'labels', 'prepare']));
afterEach(() => page.unmount());

describe('what is found and added', () => {
  it('is a recommendation, announced as one; the focus comes to the words that are looked for', async () => {
    page = mount(RecommendationChoice, { props: { countries: [], country: '', modelValue: [], 'onUpdate:modelValue': (modelValue: unknown[]) => void page.setProps({ modelValue }) }, ...where });
    await add('identification');
    expect(announcement.value).toBe('Recommandation ajoutée\u202F: Renforcer l’identification');
    expect(document.activeElement).toBe(page.find('input[type="search"]').element);
  });

  it('is a person who teaches, in the same way', async () => {
    page = mount(TrainerChoice, { props: { modelValue: [], 'onUpdate:modelValue': (modelValue: unknown[]) => void page.setProps({ modelValue }) }, ...where });
    await add('Claire');
    expect(announcement.value).toBe('Personne ajoutée\u202F: Claire Marchand');
    expect(document.activeElement).toBe(page.find('input[type="search"]').element);
  });
});
