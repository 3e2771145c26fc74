import { flushPromises, mount, type VueWrapper } from '@vue/test-utils';
import { beforeEach, describe, expect, it } from 'vitest';

import { i18n, setLocale } from '../../core/i18n/index.ts';
import { planChoices, type PlanChoices } from './planChoices.ts';
import type { GoalFault } from './planGoals.ts';
import PlanGoals from './PlanGoals.vue';

function form(faults: readonly GoalFault[] = []): { page: VueWrapper; choices: PlanChoices } {
  const choices = planChoices();
  return { page: mount(PlanGoals, { props: { choices, faults }, attachTo: document.body, global: { plugins: [i18n] } }), choices };
}

const rows = (page: VueWrapper): string[] => page.findAll('[data-goal]').map((row) => row.attributes('data-goal')!);

beforeEach(async () => {
  await setLocale('en', ['plans', 'planGoals', 'compare', 'costs']);
});

describe('goals one after the other', () => {
  it('are moved by buttons, of which the one that was pressed keeps the focus, taken out and added, each a step that is undone', async () => {
    const { page, choices } = form();
    expect(rows(page)).toEqual(['PROFIT', 'COST_CENTS', 'NIGHTS']);
    await page.get('[data-goal="NIGHTS"] [data-by="-1"]').trigger('click');
    await flushPromises();
    expect([rows(page), document.activeElement?.closest('[data-goal]')?.getAttribute('data-goal')]).toEqual([['PROFIT', 'NIGHTS', 'COST_CENTS'], 'NIGHTS']);
    await page.get('[data-goal="COST_CENTS"] button:last-child').trigger('click');
    await page.get('.add-choice select').setValue('TRAVEL_MINUTES');
    await page.get('.add-choice button').trigger('click');
    expect(rows(page)).toEqual(['PROFIT', 'NIGHTS', 'TRAVEL_MINUTES']);
    for (let n = 0; n < 3; n += 1) choices.undo();
    await flushPromises();
    expect(rows(page)).toEqual(['PROFIT', 'COST_CENTS', 'NIGHTS']);
    page.unmount();
  });
});

describe('goals that are weighed', () => {
  it('have a field each; what is typed into one is one step, into another another', async () => {
    const { page, choices } = form();
    await page.get('select').setValue('WEIGHED');
    expect(page.findAll('input')).toHaveLength(9 + 3);
    const [profit, countries] = page.findAll('input');
    for (const typed of ['2', '25']) await profit!.setValue(typed);
    await countries!.setValue('7');
    expect(choices.now.value.goals.points).toMatchObject({ PROFIT: '25', COUNTRIES_SERVED: '7' });
    choices.undo();
    choices.undo();
    expect(choices.now.value.goals.points.PROFIT).toBe('1');
    page.unmount();
  });

  it('say what is wrong at their field, which is focused', async () => {
    const { page } = form(['NIGHTS', 'FARE']);
    await page.get('select').setValue('WEIGHED');
    expect(page.findAll('[aria-invalid]')).toHaveLength(2);
    expect(page.text()).toContain('Enter a whole number from 1 to 1,000.');
    (page.vm as unknown as { focus: () => void }).focus();
    expect(document.activeElement).toBe(page.find('[aria-invalid]').element);
    page.unmount();
  });
});
