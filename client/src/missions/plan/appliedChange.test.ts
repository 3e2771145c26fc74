import { flushPromises, mount, RouterLinkStub, type VueWrapper } from '@vue/test-utils';
import { beforeEach, describe, expect, it, vi } from 'vitest';

import { i18n, setLocale } from '../../core/i18n/index.ts';
import { PAGE, refOf, sentenceOf } from './plan.fixture.ts';
import PlanApply from './PlanApply.vue';
import { PLAN_CHOICES, type PlanChoices, planChoices } from './planChoices.ts';
import type { PlanSearch, PlanSentence } from './usePlan.ts';
import { usePlanWords } from './usePlanWords.ts';

vi.mock('./usePlan.ts', async (original) => (await import('./trial.fixture.ts')).withTrial(original));

const search = { id: 'PlanSearch_1', assumptions: { candidates: [] }, people: [] } as unknown as PlanSearch;

const IN = (meetingKey: string) => ({ pin: 'IN', meetingKey, personKey: null, startsAt: null });

function applied(change: PlanSentence, meetingKey: string): { page: VueWrapper; choices: PlanChoices; to: () => unknown } {
  const choices = planChoices();
  const page = mount({
    components: { PlanApply }, setup: () => ({ change, meetingKey, mission: PAGE.mission!, words: usePlanWords(() => PAGE, () => search, () => []) }),
    template: '<PlanApply :change="change" :meeting-key="meetingKey" :mission="mission" name="the change" meeting="the meeting" :words="words" />',
  }, {
    global: { plugins: [i18n], provide: { [PLAN_CHOICES as symbol]: choices }, stubs: { RouterLink: RouterLinkStub } },
  });
  return { page, choices, to: () => page.findComponent(RouterLinkStub).props('to') as unknown };
}

beforeEach(() => setLocale('en', ['plans', 'pins', 'missions']));

describe('a change that is made elsewhere', () => {
  it('leads to the meetings of the leg of the meeting that it is about, which may be another than the one it brings in', () => {
    const leg = { name: 'leg-meetings', params: { id: 'MissionLeg_1' } };
    expect(applied(sentenceOf('CHANGE_EXCUSE_DAY_OFF', [refOf('MEETING', { meetingKey: 'third' })]), 'third').to()).toEqual(leg);
    expect(applied(sentenceOf('CHANGE_MAKE_OPTIONAL', [refOf('MEETING', { meetingKey: 'third' })]), 'gone').to()).toEqual(leg);
    expect(applied(sentenceOf('CHANGE_DROP_PIN', [refOf('PIN', { pin: 'AT', meetingKey: 'first' })]), 'gone').to()).toEqual(leg);
  });

  it('leads nowhere where its meeting is gone, or has no leg yet, and is read all the same', () => {
    const { page } = applied(sentenceOf('CHANGE_MAKE_OPTIONAL', [refOf('MEETING', { meetingKey: 'gone' })]), 'third');
    expect([page.findComponent(RouterLinkStub).exists(), page.text()]).toEqual([false, 'Keep the meeting']);
  });

  it('has a button beside it that keeps the meeting, and lets it go again', async () => {
    const { page, choices, to } = applied(sentenceOf('CHANGE_OFFER_SERVICE', [refOf('TRAVEL')]), 'third');
    expect(to()).toEqual({ name: 'travel' });
    await page.get('button').trigger('click');
    await flushPromises();
    expect(choices.now.value.pins).toEqual([IN('third')]);
    await page.get('button').trigger('click');
    expect(choices.now.value.pins).toEqual([]);
  });
});

describe('a change that is a choice', () => {
  it('is applied with the meeting in, and taken back with it', async () => {
    const { page, choices } = applied(sentenceOf('CHANGE_MORE_COUNTRIES', [refOf('BOUND', { bound: 'COUNTRIES', amount: 1 })], { amount: 1 }), 'third');
    choices.begin({ ...choices.now.value, countries: '1' });
    await page.get('button').trigger('click');
    expect(choices.now.value).toMatchObject({ countries: '2', pins: [IN('third')] });
    choices.undo();
    expect(choices.now.value).toMatchObject({ countries: '1', pins: [] });
  });
});
