/** Somebody else at a meeting, by the form and by what is carried on the board. */
import { flushPromises } from '@vue/test-utils';
import { beforeEach, describe, expect, it, vi } from 'vitest';

import { i18n, setLocale } from '../../core/i18n/index.ts';
import { announcement, ErrorNotice } from '../../core/ui/index.ts';
import { refOf } from './plan.fixture.ts';
import { BORDER, form, pointer } from './planMove.fixture.ts';
import { came, trial } from './trial.fixture.ts';

vi.mock('./usePlan.ts', async (original) => (await import('./trial.fixture.ts')).withTrial(original));

/** Nora is not at the first meeting, and Ivo is. */
const [away, there] = [{ pin: 'ABSENT' as const, meetingKey: 'first', personKey: 'nora', startsAt: null }, { pin: 'ATTENDS' as const, meetingKey: 'first', personKey: 'ivo', startsAt: null }];

beforeEach(async () => {
  trial.reset();
  await setLocale('en', ['plans', 'pins', 'missions']);
});

it('an exchange that could not be asked is asked once more, and no hour is fixed instead', async () => {
  const pinned = { pin: 'AT' as const, meetingKey: 'first', personKey: null, startsAt: '2027-11-09T08:00:00.000Z' };
  const { page, choices } = form({ pins: [pinned] });
  const exchange = page.findAll('form')[1]!;
  await exchange.findAll('select')[0]!.setValue('first');
  trial.act.mockResolvedValueOnce(undefined);
  trial.fails(true);
  await exchange.trigger('submit');
  await flushPromises();
  expect(choices.now.value.pins).toEqual([pinned]);
  page.getComponent(ErrorNotice).vm.$emit('retry');
  await flushPromises();
  expect(trial.act.mock.calls.map(([sent]) => sent.tried)).toEqual([[away, there], [away, there]]);
  expect(choices.now.value.pins).toEqual([pinned, away, there]);
});

it('an exchange at a meeting whose hour is open is refused in words with what it needs, and nothing is fixed', async () => {
  const { page, choices } = form();
  const exchange = page.findAll('form')[1]!;
  await exchange.findAll('select')[0]!.setValue('first');
  trial.act.mockResolvedValueOnce(came([refOf('NEED', { meetingKey: 'first', part: 'POLICE' }), refOf('BLOCK', { personKey: 'ivo', cause: 'ENGAGED', from: '2027-11-08T23:00:00Z', until: '2027-11-09T23:00:00Z' })]));
  await exchange.trigger('submit');
  await flushPromises();
  expect(page.get('[role=alert]').text().replaceAll(/\s/g, ' ')).toMatch(/^This cannot be fixed, whatever else is planned: nora does not attend “Parquet”\. ivo attends “Parquet”\. What stands in the way: asked for at a meeting \(.*Parquet\) · engagement elsewhere \(ivo, 9 November 2027\)/);
  expect(choices.now.value.pins).toEqual([]);
  await exchange.trigger('submit');
  await flushPromises();
  expect([page.find('[role=alert]').exists(), choices.now.value.pins]).toEqual([false, [away, there]]);
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
    expect([trial.act.mock.calls.length, announcement.value]).toEqual([1, i18n.global.t('pins.noted')]);
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
    trial.act.mockResolvedValueOnce(came([BORDER]));
    await carry('first');
    expect(trial.act.mock.lastCall![0]).toMatchObject({ pins: [pinned, away, there], tried: [away, there] });
    expect([page.get('[role=alert]').text().includes('Embassy of Serbia in Warsaw'), choices.now.value.pins]).toEqual([true, [pinned]]);
    trial.act.mockResolvedValueOnce(came([], [BORDER]));
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
