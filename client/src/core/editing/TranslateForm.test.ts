import { mount, type VueWrapper } from '@vue/test-utils';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { nextTick } from 'vue';

import { i18n, setLocale } from '../i18n/index.ts';
import { TranslateForm } from './index.ts';

// There is no route to leave.
vi.mock('./useUnsaved.ts', () => ({ useUnsaved: () => undefined }));

const CHANGED = 'Somebody else has changed it.';

/** What is said after an Albanian title was typed and sent, where this comes back. */
async function sent(outcome: string, session: { readonly title: string } | null): Promise<{ told: string[]; typed: string; page: VueWrapper }> {
  const page: VueWrapper = mount(TranslateForm as never, {
    global: { plugins: [i18n] },
    props: {
      texts: [{ locale: 'fr', isSource: true, isOutdated: false }], fields: [{ name: 'title', label: 'Title', original: 'Mon titre' }], textsIn: () => ({ title: '' }), textsOf: (now: { readonly title: string }) => now, isActing: false, failure: undefined,
      perform: async () => ({ outcome, faults: [], session }), words: { fault: () => 'wrong', obstacle: (one: string) => (one === 'GONE' ? 'It is gone.' : undefined) }, conflict: CHANGED, giveUp: 'Give up',
    } as never,
  });
  await page.get('select').setValue('sq');
  await page.get('input, textarea').setValue('Titulli im');
  await page.get('form').trigger('submit');
  await new Promise((resolve) => setTimeout(resolve, 0));
  await nextTick();
  return { page, told: page.findAll('[role="alert"]').map((one) => one.text()).filter((text) => text !== ''), typed: (page.get('input, textarea').element as HTMLInputElement).value };
}

describe('a text in another language that somebody else was faster with', () => {
  beforeEach(() => setLocale('en', ['prepare', 'guard']));

  it('says that something was changed also where no text is another, and keeps what was typed', async () => {
    expect(await sent('CONFLICT', { title: '' })).toMatchObject({ told: [`${CHANGED} Your changes are still in the fields. Save again to keep them.`], typed: 'Titulli im' });
  });

  it('shows what they have written, and asks which one stays', async () => {
    const { told, typed } = await sent('CONFLICT', { title: 'Titulli i tyre' });
    expect([told.length, told.some((text) => text.includes('Titulli i tyre')), told.some((text) => text.startsWith(`${CHANGED} Nothing of yours is lost.`)), typed]).toEqual([2, true, true, 'Titulli im']);
  });

  it('says the language of what was first written, of theirs and of what is typed; of a word of the page none', async () => {
    const languages = ({ page }: { page: VueWrapper }): unknown[] => [page.get('.original-text').attributes('lang'), page.find('[role="alert"] .typed-text [lang]').attributes('lang'), page.get('input, textarea').attributes('lang')];
    expect(languages(await sent('CONFLICT', { title: 'Titulli i tyre' }))).toEqual(['fr', 'sq', 'sq']);
    const { page } = await sent('CONFLICT', { title: 'Titulli im' });
    expect(page.find('[role="alert"] .typed-text').exists()).toBe(false);
  });

  it('says that it is gone where it is not there any more; nothing where it is stored: the control', async () => {
    expect([(await sent('CONFLICT', null)).told, (await sent('DONE', { title: 'Titulli im' })).told]).toEqual([['It is gone.'], []]);
  });
});
