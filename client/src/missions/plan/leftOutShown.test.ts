import { mount, RouterLinkStub, type VueWrapper } from '@vue/test-utils';
import { beforeEach, describe, expect, it, vi } from 'vitest';

import { i18n, setLocale } from '../../core/i18n/index.ts';
import { PAGE, refOf, sentenceOf } from './plan.fixture.ts';
import { PLAN_CHOICES, planChoices } from './planChoices.ts';
import PlanLeftOut from './PlanLeftOut.vue';
import type { Out } from './planOut.ts';
import type { PlanSearch, PlanSentence } from './usePlan.ts';
import { usePlanWords } from './usePlanWords.ts';

vi.mock('./usePlan.ts', async (original) => (await import('./trial.fixture.ts')).withTrial(original));

const search = { settings: { isIdea: false }, people: [], assumptions: { candidates: [] } } as unknown as PlanSearch;
const about = [refOf('MEETING', { meetingKey: 'first' })];
const known = { meetingKey: 'first', why: { meetingKey: 'first', why: sentenceOf('LEFT_OUT_DISPLACED', about), witness: sentenceOf('WITNESS_NONE', about), changes: [], exchange: null, isProved: true } } as unknown as Out;
const unknown: Out = { meetingKey: 'third', why: undefined };

const shown = (out: readonly Out[], isSought = false, of = search): VueWrapper => mount({
  components: { PlanLeftOut },
  setup: () => ({ search: of, out, isSought, mission: PAGE.mission, words: usePlanWords(() => PAGE, () => search, () => []) }),
  template: '<PlanLeftOut :search="search" :out="out" :is-sought="isSought" :mission="mission" :words="words" />',
}, { global: { plugins: [i18n], provide: { [PLAN_CHOICES as symbol]: planChoices() }, stubs: { RouterLink: RouterLinkStub, PlanWhy: { name: 'PlanWhy', template: '<i />' } } } });

beforeEach(() => setLocale('en', ['plans', 'pins', 'missions']));

describe('a meeting that is left out', () => {
  it('is named and can be kept whether or not it is known why, which is said', () => {
    const items = shown([known, unknown]).findAll('.plan-out');
    expect(items.map((item) => item.findAll('p').map((one) => one.text()).slice(0, 2))).toEqual([
      ['≡Parquet', '“Parquet” is left out: other meetings, which together count for more, take its place.'], ['≡Marché', 'Why it is left out has not been looked into.'],
    ]);
    expect(items.map((item) => item.findAll('button').map((one) => one.text()))).toEqual([['Keep Parquet', 'Leave out Parquet'], ['Keep Marché', 'Leave out Marché']]);
  });

  it('says of a reason that is not proved that it is so of what was found, but where nothing was', () => {
    const reason = (code: PlanSentence['code'], isProved: boolean): string => shown([{ ...known, why: { ...known.why!, why: sentenceOf(code, about), isProved } as Out['why'] }]).findAll('.plan-out p')[1]!.text();
    expect([reason('LEFT_OUT_DISPLACED', false), reason('LEFT_OUT_DISPLACED', true), reason('LEFT_OUT_BETTER', true), reason('LEFT_OUT_UNPROVED', false)]).toEqual([
      '“Parquet” is left out: other meetings, which together count for more, take its place. That holds for the plans that were found; it has not been proved for all.',
      '“Parquet” is left out: other meetings, which together count for more, take its place.',
      '“Parquet” is left out: a better plan, which has it, was found only while the reason was being looked for.',
      '“Parquet” is left out: the search was over before the reason was found.',
    ]);
  });

  it('can be looked into further where something of it is open, and says how that stands where it was asked', () => {
    const further = (isOpen: boolean, why: unknown = null): number => shown([{ ...known, why: { ...known.why!, isOpen } }, unknown], false, { ...search, why } as PlanSearch).findAllComponents({ name: 'PlanWhy' }).length;
    expect([further(true), further(false), further(false, { meetingKey: 'first' }), further(false, { meetingKey: 'third' })]).toEqual([1, 0, 1, 0]);
  });

  it('has no reason said as long as it is looked for', () => {
    expect(shown([unknown], true).text()).not.toContain('has not been looked into');
  });

  it('is none where all are in', () => {
    expect(shown([]).text()).toContain('All meetings are in the plan.');
  });
});
