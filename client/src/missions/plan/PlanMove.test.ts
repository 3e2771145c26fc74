import { flushPromises, mount, type VueWrapper } from '@vue/test-utils';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { ref, shallowRef } from 'vue';

import type { Failure } from '../../core/api/index.ts';
import { i18n, setLocale } from '../../core/i18n/index.ts';
import { announcement, ErrorNotice } from '../../core/ui/index.ts';
import { PAGE, PLAN, refOf } from './plan.fixture.ts';
import { type Choices, NOTHING_CHOSEN, PLAN_CHOICES, type PlanChoices, planChoices } from './planChoices.ts';
import PlanMove from './PlanMove.vue';
import type { PlanSearch } from './usePlan.ts';
import { usePlanWords } from './usePlanWords.ts';

const hour = vi.hoisted(() => ({ act: vi.fn<(sent: Readonly<Record<string, unknown>>) => Promise<unknown>>(), fails: (_: boolean): void => undefined }));
vi.mock('./usePlan.ts', async (original) => {
  const failure = shallowRef<Failure>();
  hour.fails = (is) => void (failure.value = is ? ({ code: 'NETWORK' } as unknown as Failure) : undefined);
  return { ...(await original<object>()), useTryPlanPins: () => ({ act: hour.act, isActing: ref(false), failure }) };
});

/** Nora is not at the first meeting, and Ivo is. */
const [away, there] = [{ pin: 'ABSENT' as const, meetingKey: 'first', personKey: 'nora', startsAt: null }, { pin: 'ATTENDS' as const, meetingKey: 'first', personKey: 'ivo', startsAt: null }];
const SVG = 'http://www.w3.org/2000/svg';
const POSSIBLE = { tryPlanPins: { outcome: 'DONE', refusedBy: [], refusedInPlan: [] } };
const BORDER = refOf('RULE', { rule: 'BORDER', fromCountry: 'XK', toCountry: 'RS', source: { text: 'Embassy of Serbia in Warsaw', url: 'https://warsaw.mfa.gov.rs', checkedOn: '2026-11-28', isVerified: false } });
const search = { id: 'PlanSearch_1', leftOut: [], assumptions: { candidates: [] }, people: ['nora', 'ivo'].map((key) => ({ key, name: key, kinds: ['POLICE'] })) } as unknown as PlanSearch;

/** The form, with the timeline that belongs to it, on which the meeting `third` can be dragged, one pixel being a minute. */
function form(chosen: Partial<Choices> = {}, board: HTMLElement | null = null): { page: VueWrapper; choices: PlanChoices; mark: SVGGElement } {
  const graph = document.createElementNS(SVG, 'svg');
  Object.defineProperty(graph, 'viewBox', { value: { baseVal: { width: 500 } } });
  graph.getBoundingClientRect = () => ({ width: 500 }) as DOMRect;
  const mark = document.createElementNS(SVG, 'g');
  mark.dataset.meeting = 'third';
  mark.setPointerCapture = vi.fn<(id: number) => void>();
  graph.append(mark);
  document.body.append(graph);
  const choices = planChoices();
  choices.begin({ ...NOTHING_CHOSEN, ...chosen });
  const page = mount({
    components: { PlanMove },
    setup: () => ({ plan: PLAN, search, mission: PAGE.mission, graph, board, words: usePlanWords(() => PAGE, () => search, () => []) }),
    template: '<PlanMove :plan="plan" as="BEST" :search="search" :mission="mission" :words="words" :graph="graph" :per-unit="60000" :board="board" />',
  }, { global: { plugins: [i18n], provide: { [PLAN_CHOICES as symbol]: choices }, stubs: { ErrorNotice: true } } });
  return { page, choices, mark };
}

const pointer = (target: Element, type: string, clientX: number): void => void target.dispatchEvent(new MouseEvent(type, { bubbles: true, clientX, button: 0 }));
const fields = (page: VueWrapper): readonly string[] => [...page.get('form').element.querySelectorAll<HTMLInputElement | HTMLSelectElement>('select, input')].map(({ value }) => value);

beforeEach(async () => {
  hour.act.mockReset().mockResolvedValue(POSSIBLE);
  hour.fails(false);
  await setLocale('en', ['plans', 'pins', 'missions']);
});

describe('an hour that is typed', () => {
  it('is kept where a meeting is pressed, or dragged and let go where it was', async () => {
    const { page, mark } = form();
    await page.get('form input').setValue('15:15');
    const typed = fields(page);
    pointer(mark, 'pointerdown', 100);
    pointer(mark, 'pointerup', 102);
    await flushPromises();
    expect([fields(page), typed.at(-1)]).toEqual([typed, '15:15']);
    pointer(mark, 'pointerdown', 100);
    pointer(mark, 'pointermove', 160);
    await flushPromises();
    expect(fields(page)).toEqual(['third', '2027-11-10', '10:00']);
    document.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape' }));
    await flushPromises();
    expect([fields(page), hour.act.mock.calls.length]).toEqual([typed, 0]);
  });

  it('is asked with who counts as free by now, and noted where nothing refuses it', async () => {
    const { page, choices } = form({ taken: ['PERHAPS'] });
    await page.get('form input').setValue('15:15');
    await page.get('form').trigger('submit');
    await flushPromises();
    expect(hour.act.mock.lastCall![0]).toMatchObject({ tried: [{ pin: 'AT', meetingKey: fields(page)[0] }], taken: ['PERHAPS'] });
    expect(choices.now.value.pins).toEqual([expect.objectContaining({ pin: 'AT', meetingKey: fields(page)[0] })]);
  });
});

describe('an hour that a rule of a border refuses in this plan', () => {
  it('is refused in words, with the rule, its source and its date, and not fixed; nothing that was chosen changes', async () => {
    const { page, choices } = form();
    hour.act.mockResolvedValueOnce({ tryPlanPins: { outcome: 'DONE', refusedBy: [], refusedInPlan: [BORDER] } });
    await page.get('form input').setValue('15:15');
    await page.get('form').trigger('submit');
    await flushPromises();
    expect(hour.act.mock.lastCall![0]).toMatchObject({ plan: 'BEST', pins: [{ pin: 'AT' }] });
    const said = page.get('[role=alert]').text();
    expect(said).toContain('as long as the other meetings of this plan keep their hours');
    expect(said).toContain('Embassy of Serbia in Warsaw');
    expect(said).toContain('November 2026');
    expect(page.get('[role=alert] a').attributes('href')).toBe('https://warsaw.mfa.gov.rs');
    expect(choices.now.value.pins).toEqual([]);
    expect(fields(page).at(-1)).toBe('15:15');
  });

  it('is fixed all the same by whoever wants the rest to be planned anew, and of what is fixed nothing is held against the next', async () => {
    const { page, choices } = form();
    hour.act.mockResolvedValueOnce({ tryPlanPins: { outcome: 'DONE', refusedBy: [], refusedInPlan: [BORDER] } });
    await page.get('form input').setValue('15:15');
    await page.get('form').trigger('submit');
    await flushPromises();
    await page.findAll('button').find((one) => one.text() === 'Fix it all the same and plan the rest anew')!.trigger('click');
    const [pin] = choices.now.value.pins;
    expect([pin!.pin, page.find('[role=alert]').exists()]).toEqual(['AT', false]);
    const exchange = page.findAll('form')[1]!;
    await exchange.findAll('select')[0]!.setValue('first');
    await exchange.trigger('submit');
    await flushPromises();
    expect(hour.act.mock.lastCall![0]).toMatchObject({ pins: [pin, { pin: 'ABSENT' }, { pin: 'ATTENDS' }] });
    choices.undo();
    choices.undo();
    expect(choices.now.value.pins).toEqual([]);
  });

  it('is not to be had otherwise where it is refused whatever else is planned', async () => {
    const { page } = form();
    hour.act.mockResolvedValueOnce({ tryPlanPins: { outcome: 'DONE', refusedBy: [BORDER], refusedInPlan: [BORDER] } });
    await page.get('form input').setValue('15:15');
    await page.get('form').trigger('submit');
    await flushPromises();
    expect(page.get('[role=alert]').text()).toContain('whatever else is planned');
    expect(page.findAll('button').some((one) => one.text().startsWith('Fix it all the same'))).toBe(false);
  });
});

it('an exchange that could not be asked is asked once more, and no hour is fixed instead', async () => {
  const pinned = { pin: 'AT' as const, meetingKey: 'first', personKey: null, startsAt: '2027-11-09T08:00:00.000Z' };
  const { page, choices } = form({ pins: [pinned] });
  const exchange = page.findAll('form')[1]!;
  await exchange.findAll('select')[0]!.setValue('first');
  hour.act.mockResolvedValueOnce(undefined);
  hour.fails(true);
  await exchange.trigger('submit');
  await flushPromises();
  expect(choices.now.value.pins).toEqual([pinned]);
  page.getComponent(ErrorNotice).vm.$emit('retry');
  await flushPromises();
  expect(hour.act.mock.calls.map(([sent]) => sent.tried)).toEqual([[away, there], [away, there]]);
  expect(choices.now.value.pins).toEqual([pinned, away, there]);
});

it('an exchange at a meeting whose hour is open is refused in words with what it needs, and nothing is fixed', async () => {
  const { page, choices } = form();
  const exchange = page.findAll('form')[1]!;
  await exchange.findAll('select')[0]!.setValue('first');
  hour.act.mockResolvedValueOnce({ tryPlanPins: { outcome: 'DONE', refusedBy: [refOf('NEED', { meetingKey: 'first', part: 'POLICE' }), refOf('BLOCK', { personKey: 'ivo', cause: 'ENGAGED', from: '2027-11-08T23:00:00Z', until: '2027-11-09T23:00:00Z' })], refusedInPlan: [] } });
  await exchange.trigger('submit');
  await flushPromises();
  expect(page.get('[role=alert]').text().replaceAll(/\s/g, ' ')).toMatch(/^This cannot be fixed, whatever else is planned: nora does not attend “Parquet”\. ivo attends “Parquet”\. What stands in the way: asked for at a meeting \(.*Parquet\) · engagement elsewhere \(ivo, 9 November 2027\)/);
  expect(choices.now.value.pins).toEqual([]);
  await exchange.trigger('submit');
  await flushPromises();
  expect([page.find('[role=alert]').exists(), choices.now.value.pins]).toEqual([false, [away, there]]);
});

describe('what is moved while something else is tried', () => {
  /** Two hours for the meeting that is shown, the second before there is an answer to the first. */
  async function two(): Promise<ReturnType<typeof form> & { answer: (n: number, refusedBy?: readonly unknown[]) => Promise<void> }> {
    const answers: ((answer: unknown) => void)[] = [];
    hour.act.mockImplementation(() => new Promise((resolve) => answers.push(resolve)));
    const made = form();
    for (const [key, at] of [['first', '15:15'], ['third', '16:15']] as const) {
      await made.page.get('form select').setValue(key);
      await made.page.get('form input').setValue(at);
      await made.page.get('form').trigger('submit');
      await flushPromises();
    }
    return { ...made, answer: async (n, refusedBy = []) => {
      answers[n]!({ tryPlanPins: { outcome: 'DONE', refusedBy, refusedInPlan: [] } });
      await flushPromises();
    } };
  }
  const tried = (): unknown[] => hour.act.mock.calls.map(([{ pins }]) => (pins as { meetingKey: string }[]).map(({ meetingKey }) => meetingKey));

  it('waits for its turn, and is tried with what was fixed before it: neither is lost', async () => {
    const { choices, answer } = await two();
    expect(tried()).toEqual([['first']]);
    await answer(0);
    expect([tried(), choices.now.value.pins.length]).toEqual([[['first'], ['first', 'third']], 1]);
    await answer(1);
    expect(choices.now.value.pins.map(({ pin, meetingKey }) => [pin, meetingKey])).toEqual([['AT', 'first'], ['AT', 'third']]);
  });

  it('does not take away the words by which what was moved first is refused', async () => {
    const { page, choices, answer } = await two();
    await answer(0, [BORDER]);
    await answer(1);
    expect(page.get('[role=alert]').text()).toContain('“Parquet” cannot begin at this time');
    expect(choices.now.value.pins.map(({ meetingKey }) => meetingKey)).toEqual(['third']);
  });
});

describe('somebody who is carried onto a meeting', () => {
  /** A board with the grip of Ivo and the first meeting, at which Nora is. */
  function board(): { board: HTMLElement; carry: (onto: string) => Promise<void> } {
    const section = document.createElement('section');
    section.innerHTML = '<span data-grip="ivo"></span><span data-grip="" data-of="first"></span><div data-onto="first"></div><div data-onto="OUT"></div>';
    document.body.append(section);
    for (const grip of section.querySelectorAll('span')) grip.setPointerCapture = vi.fn<(id: number) => void>();
    return {
      board: section,
      carry: async (onto) => {
        document.elementFromPoint = () => section.querySelector(`[data-onto=${onto}]`);
        const grip = section.querySelector(onto === 'OUT' ? '[data-of]' : '[data-grip=ivo]')!;
        for (const [type, x] of [['pointerdown', 100], ['pointermove', 200], ['pointerup', 200]] as const) pointer(grip, type, x);
        await flushPromises();
      },
    };
  }

  it('takes the place of who is there, by the form that does the same, in one step of the way back', async () => {
    const { board: on, carry } = board();
    const { page, choices } = form({}, on);
    expect(on.classList).toContain('plan-carries');
    await carry('first');
    expect([hour.act.mock.calls.length, announcement.value]).toEqual([1, i18n.global.t('pins.noted')]);
    expect(choices.now.value.pins.map(({ pin, meetingKey, personKey }) => [pin, meetingKey, personKey])).toEqual([['ABSENT', 'first', 'nora'], ['ATTENDS', 'first', 'ivo']]);
    expect([...page.findAll('form')[1]!.element.querySelectorAll('select')].map(({ value }) => value)).toEqual(['first', 'nora', 'ivo']);
    choices.undo();
    expect(choices.now.value.pins).toEqual([]);
    page.unmount();
    expect(on.classList).not.toContain('plan-carries');
  });

  it('is refused in words where they cannot at the hour that is fixed, and what was fixed stays; where only this plan refuses it, the exchange is fixed all the same', async () => {
    const pinned = { pin: 'AT' as const, meetingKey: 'first', personKey: null, startsAt: '2027-11-09T08:00:00.000Z' };
    const { board: on, carry } = board();
    const { page, choices } = form({ pins: [pinned] }, on);
    hour.act.mockResolvedValueOnce({ tryPlanPins: { outcome: 'DONE', refusedBy: [BORDER], refusedInPlan: [] } });
    await carry('first');
    expect(hour.act.mock.lastCall![0]).toMatchObject({ pins: [pinned, away, there], tried: [away, there] });
    expect([page.get('[role=alert]').text().includes('Embassy of Serbia in Warsaw'), choices.now.value.pins]).toEqual([true, [pinned]]);
    hour.act.mockResolvedValueOnce({ tryPlanPins: { outcome: 'DONE', refusedBy: [], refusedInPlan: [BORDER] } });
    await carry('first');
    await page.findAll('button').find((one) => one.text().startsWith('Fix it all the same'))!.trigger('click');
    expect(choices.now.value.pins.map(({ pin, personKey }) => [pin, personKey])).toEqual([['AT', null], ['ABSENT', 'nora'], ['ATTENDS', 'ivo']]);
  });

  it('as a meeting is onto those that are left out', async () => {
    const { board: on, carry } = board();
    const { choices } = form({}, on);
    await carry('OUT');
    expect(choices.now.value.pins).toEqual([{ pin: 'OUT', meetingKey: 'first', personKey: null, startsAt: null }]);
  });
});

it('somebody comes to a meeting besides, by the form', async () => {
  const { page, choices } = form();
  const exchange = page.findAll('form')[1]!;
  await exchange.findAll('select')[0]!.setValue('first');
  await exchange.findAll('select')[1]!.setValue('');
  await exchange.trigger('submit');
  await flushPromises();
  expect(choices.now.value.pins).toEqual([{ pin: 'ATTENDS', meetingKey: 'first', personKey: 'ivo', startsAt: null }]);
});
