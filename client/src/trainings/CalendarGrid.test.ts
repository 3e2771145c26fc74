import { enableAutoUnmount, mount, type VueWrapper } from '@vue/test-utils';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createMemoryHistory, createRouter, type Router } from 'vue-router';

import { i18n, setLocale } from '../core/i18n/index.ts';
import CalendarGrid from './CalendarGrid.vue';
import { periodOf } from './period.ts';
import type { Session } from './useTrainings.ts';

const text = (words: string): Session['title'] => ({ text: words, locale: 'en', isFallback: false, isOutdated: false });
const session = (id: string, first: string, last: string): Session => ({
  id, version: 1, isDemonstration: false, title: text(id), startsAt: `${first}T08:00:00Z`, endsAt: `${last}T15:00:00Z`, timeZone: 'Europe/Athens', format: 'ONLINE',
  town: null, country: null, theme: { id: 't', code: 'T', name: text('t') }, audiences: [], languages: [], places: 20, placesLeft: 10, state: 'OPEN',
});

let router: Router;
enableAutoUnmount(afterEach);

type Holidays = NonNullable<InstanceType<typeof CalendarGrid>['$props']['holidays']>;

async function draw(sessions: Session[], on = '2026-11', today = '2026-11-24', holidays: Holidays = []): Promise<VueWrapper> {
  router = createRouter({ history: createMemoryHistory(), routes: [{ path: '/', component: {} }, { path: '/:id', name: 'training', component: {} }] });
  await router.push(`/?view=month&on=${on}`);
  const grid: VueWrapper = mount(CalendarGrid, {
    props: { period: periodOf('month', on, today)!, sessions, today, holidays, title: 'x' }, global: { plugins: [i18n, router] }, attachTo: document.body,
  });
  router.afterEach(({ query }) => grid.setProps({ period: periodOf('month', String(query.on), today)! }));
  return grid;
}

// Data differ by a comma after the weekday.
const plain = (name: string | null | undefined): string => name?.replace('day, ', 'day ').replaceAll('\u00a0', ' ') ?? '';
const focused = (): string => plain(document.activeElement?.getAttribute('aria-label'));

describe('the calendar', () => {
  beforeEach(() => setLocale('en', ['trainings', 'trainingPages']));

  it('names each day with its date and how many sessions it has', async () => {
    const grid = await draw([session('a', '2026-11-23', '2026-11-25'), session('b', '2026-11-24', '2026-11-24')]);
    const names = grid.findAll('[role="gridcell"][aria-label]').map((cell) => plain(cell.attributes('aria-label')));
    expect(names).toHaveLength(30);
    expect(names).toContain('Tuesday 24 November 2026, today, 2 sessions');
    expect(names).toContain('Wednesday 25 November 2026, 1 session');
    expect(names).toContain('Thursday 26 November 2026, no session');
  });

  it.each(['fr', 'en', 'hu', 'sq'] as const)('has the number that is seen of a day in the name that is heard of it, in %s', async (locale) => {
    await setLocale(locale, ['trainings', 'trainingPages']);
    const cells = (await draw([], '2027-01')).findAll('[role="gridcell"][aria-label]');
    expect(cells.filter((cell) => !cell.attributes('aria-label')!.split(/[\s,.]+/).includes(cell.find('.calendar-number').text())).map((cell) => cell.attributes('aria-label'))).toEqual([]);
  });

  it('is one stop for the keyboard: today, or the first day', async () => {
    expect((await draw([])).findAll('[tabindex="0"]').map((cell) => cell.attributes('id'))).toEqual(['day-2026-11-24']);
    expect((await draw([], '2027-01')).findAll('[tabindex="0"]').map((cell) => cell.attributes('id'))).toEqual(['day-2027-01-01']);
  });

  it.each([
    ['ArrowRight', 'Wednesday 25 November 2026'], ['ArrowLeft', 'Monday 23 November 2026'], ['ArrowUp', 'Tuesday 17 November 2026'],
    ['Home', 'Monday 23 November 2026'], ['End', 'Sunday 29 November 2026'], ['ArrowDown', 'Tuesday 1 December 2026'],
    ['PageDown', 'Thursday 24 December 2026'], ['PageUp', 'Saturday 24 October 2026'],
  ])('goes by %s to %s, over the end of the month where it must', async (key, day) => {
    const grid = await draw([]);
    const stop = grid.find('[tabindex="0"]');
    (stop.element as HTMLElement).focus();
    await stop.trigger('keydown', { key });
    await expect.poll(focused).toBe(`${day}, no session`);
  });

  it('asks for the sessions of a day by Enter and by a click', async () => {
    const grid = await draw([session('a', '2026-11-24', '2026-11-24')]);
    await grid.find('#day-2026-11-24').trigger('keydown', { key: 'Enter' });
    await grid.find('#day-2026-11-24').trigger('click');
    expect(grid.emitted('open')).toEqual([['2026-11-24'], ['2026-11-24']]);
  });

  it('draws a session as a line with a dot for each of its days, on over the end of the week', async () => {
    const grid = await draw([session('a', '2026-11-06', '2026-11-10')]);
    const spans = grid.findAll('.span');
    expect(spans.map((span) => span.findAll('.bridge-dot').length)).toEqual([3, 2]);
    expect(spans.map((span) => [span.classes('span-begins'), span.classes('span-ends')])).toEqual([[true, false], [false, true]]);
  });

  it('names the public holidays of a day, with their country, and marks it', async () => {
    await setLocale('en', ['holidays', 'trainings', 'trainingPages']);
    const holidays = [['Independence Day', 'Albania', null], ['Day of the Flag', 'Kosovo', text('a note')]].map(([name, country, nameNote]) => ({
      holiday: { date: '2026-11-26', name: text(name as string), correction: name === 'Independence Day' ? null : { isDemonstration: true } }, country: { name: text(country as string), nameNote: nameNote as Session['title'] | null },
    }));
    const grid = await draw([session('a', '2026-11-26', '2026-11-27')], '2026-11', '2026-11-24', holidays);
    expect(plain(grid.find('#day-2026-11-26').attributes('aria-label'))).toBe('Thursday 26 November 2026, 1 session, public holiday: Independence Day (Albania), Day of the Flag (Kosovo*) – Demonstration');
    expect(grid.findAll('.calendar-holiday')).toHaveLength(1);
    expect(plain(grid.find('#day-2026-11-27').attributes('aria-label'))).toBe('Friday 27 November 2026, 1 session');
  });

  it('says how many sessions have no line', async () => {
    const grid = await draw(Array.from({ length: 9 }, (_, index) => session(`s${index}`, '2026-11-24', '2026-11-24')));
    expect(grid.findAll('.span')).toHaveLength(6);
    expect(grid.find('#day-2026-11-24 .calendar-more').text()).toBe('+3');
    expect(grid.find('#day-2026-11-24').attributes('aria-label')).toContain('9 sessions');
  });
});
