import { flushPromises } from '@vue/test-utils';
import { beforeEach, describe, expect, it, vi } from 'vitest';

import { setLocale } from '../../core/i18n/index.ts';
import { BORDER, fields, form, pointer } from './planMove.fixture.ts';
import { came, trial } from './trial.fixture.ts';

vi.mock('./usePlan.ts', async (original) => (await import('./trial.fixture.ts')).withTrial(original));

beforeEach(async () => {
  trial.reset();
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
    expect([fields(page), trial.act.mock.calls.length]).toEqual([typed, 0]);
  });

  it('is asked with who counts as free by now, and noted where nothing refuses it', async () => {
    const { page, choices } = form({ taken: ['PERHAPS'] });
    await page.get('form input').setValue('15:15');
    await page.get('form').trigger('submit');
    await flushPromises();
    expect(trial.act.mock.lastCall![0]).toMatchObject({ tried: [{ pin: 'AT', meetingKey: fields(page)[0] }], taken: ['PERHAPS'] });
    expect(choices.now.value.pins).toEqual([expect.objectContaining({ pin: 'AT', meetingKey: fields(page)[0] })]);
  });
});

describe('an hour that a rule of a border refuses in this plan', () => {
  it('is refused in words, with the rule, its source and its date, and not fixed; nothing that was chosen changes', async () => {
    const { page, choices } = form();
    trial.act.mockResolvedValueOnce(came([], [BORDER]));
    await page.get('form input').setValue('15:15');
    await page.get('form').trigger('submit');
    await flushPromises();
    expect(trial.act.mock.lastCall![0]).toMatchObject({ plan: 'BEST', pins: [{ pin: 'AT' }] });
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
    trial.act.mockResolvedValueOnce(came([], [BORDER]));
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
    expect(trial.act.mock.lastCall![0]).toMatchObject({ pins: [pin, { pin: 'ABSENT' }, { pin: 'ATTENDS' }] });
    choices.undo();
    choices.undo();
    expect(choices.now.value.pins).toEqual([]);
  });

  it('is not to be had otherwise where it is refused whatever else is planned', async () => {
    const { page } = form();
    trial.act.mockResolvedValueOnce(came([BORDER], [BORDER]));
    await page.get('form input').setValue('15:15');
    await page.get('form').trigger('submit');
    await flushPromises();
    expect(page.get('[role=alert]').text()).toContain('whatever else is planned');
    expect(page.findAll('button').some((one) => one.text().startsWith('Fix it all the same'))).toBe(false);
  });
});

describe('what is moved while something else is tried', () => {
  /** Two hours for the meeting that is shown, the second before there is an answer to the first. */
  async function two(): Promise<ReturnType<typeof form> & { answer: (n: number, refusedBy?: readonly unknown[]) => Promise<void> }> {
    const answers: ((answer: unknown) => void)[] = [];
    trial.act.mockImplementation(() => new Promise((resolve) => answers.push(resolve)));
    const made = form();
    for (const [key, at] of [['first', '15:15'], ['third', '16:15']] as const) {
      await made.page.get('form select').setValue(key);
      await made.page.get('form input').setValue(at);
      await made.page.get('form').trigger('submit');
      await flushPromises();
    }
    return { ...made, answer: async (n, refusedBy = []) => {
      answers[n]!(came(refusedBy));
      await flushPromises();
    } };
  }
  const tried = (): unknown[] => trial.act.mock.calls.map(([{ pins }]) => (pins as { meetingKey: string }[]).map(({ meetingKey }) => meetingKey));

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
