import { flushPromises, mount } from '@vue/test-utils';
import { beforeEach, expect, it, vi } from 'vitest';

import { i18n, setLocale } from '../../core/i18n/index.ts';
import { announcement, ErrorNotice } from '../../core/ui/index.ts';
import PinButtons from './PinButtons.vue';
import { PAGE, refOf } from './plan.fixture.ts';
import { type Choices, NOTHING_CHOSEN, PLAN_CHOICES, type PlanChoices, planChoices } from './planChoices.ts';
import { came, trial } from './trial.fixture.ts';
import type { PlanSearch } from './usePlan.ts';
import { usePlanWords } from './usePlanWords.ts';

vi.mock('./usePlan.ts', async (original) => (await import('./trial.fixture.ts')).withTrial(original));

const search = { id: 'PlanSearch_1', assumptions: { candidates: [] }, people: [{ key: 'nora', name: 'Nora', kinds: ['POLICE'] }] } as unknown as PlanSearch;
const OUT = { pin: 'OUT' as const, meetingKey: 'first', personKey: null, startsAt: null };

function buttons(chosen: Partial<Choices> = {}) {
  const choices: PlanChoices = planChoices();
  choices.begin({ ...NOTHING_CHOSEN, ...chosen });
  const page = mount({
    components: { PinButtons }, setup: () => ({ words: usePlanWords(() => PAGE, () => search, () => []) }), template: `<PinButtons :kinds="['IN', 'OUT']" name="Parquet" meeting-key="first" :words="words" />`,
  }, { global: { plugins: [i18n], provide: { [PLAN_CHOICES as symbol]: choices }, stubs: { ErrorNotice: true } } });
  return { page, choices, press: async (n: number) => {
    await page.findAll('button')[n]!.trigger('click');
    await flushPromises();
  } };
}

beforeEach(async () => {
  trial.reset();
  announcement.value = '';
  await setLocale('en', ['plans', 'pins', 'missions']);
});

it('a meeting that is mandatory is not left out: it is said beside the button, and nothing is fixed or announced', async () => {
  const { page, choices, press } = buttons();
  trial.act.mockResolvedValueOnce(came([refOf('RULE', { rule: 'MANDATORY', meetingKey: 'first' })]));
  await press(1);
  expect(trial.act.mock.lastCall![0]).toEqual({ id: 'PlanSearch_1', pins: [OUT], tried: [OUT], taken: [], interpreterCents: null, plan: null });
  expect(page.get('[role=alert]').text()).toBe('This cannot be fixed, whatever else is planned: “Parquet” is left out. What stands in the way: mandatory meeting (Parquet).');
  expect([choices.now.value.pins, announcement.value, page.findAll('button')[1]!.attributes('aria-pressed')]).toEqual([[], '', 'false']);
});

it('what nothing refuses is fixed in the place of another of the same, and let go by a second press, without asking', async () => {
  const { choices, press } = buttons({ pins: [OUT] });
  await press(0);
  expect([choices.now.value.pins, announcement.value]).toEqual([[{ ...OUT, pin: 'IN' }], i18n.global.t('pins.noted')]);
  await press(0);
  expect([choices.now.value.pins, trial.act.mock.calls.length]).toEqual([[], 1]);
});

it('what could not be asked is asked again, and not lost', async () => {
  const { page, choices, press } = buttons();
  trial.act.mockResolvedValueOnce(undefined);
  trial.fails(true);
  await press(0);
  expect(choices.now.value.pins).toEqual([]);
  page.getComponent(ErrorNotice).vm.$emit('retry');
  await flushPromises();
  expect(choices.now.value.pins).toEqual([{ ...OUT, pin: 'IN' }]);
});
