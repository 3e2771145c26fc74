import { mount, type VueWrapper } from '@vue/test-utils';
import { defineComponent, h, nextTick } from 'vue';
import { describe, expect, it, vi } from 'vitest';

import { announcement } from '../core/ui/index.ts';
import { useTold } from './useTold.ts';

/** A page whose button goes away; with the ref, its sentence takes the focus. */
const draw = (named: { ref?: string }, retry: () => void): VueWrapper => mount(defineComponent({
  setup() {
    const { told, tell } = useTold(retry);
    return () => (told.value ? h('p', { ...named, tabindex: -1 }, told.value) : h('button', { onClick: () => void tell('It is done.') }, 'Do it'));
  },
}), { attachTo: document.body });

describe('what was done', () => {
  it('takes the focus where the button that was pressed goes away, is announced, and has what is shown asked for again', async () => {
    const retry = vi.fn<() => void>();
    const page = draw({ ref: 'notice' }, retry);
    page.find('button').element.focus();
    await page.find('button').trigger('click');
    await nextTick();
    expect(document.activeElement).toBe(page.find('p').element);
    expect([page.text(), announcement.value, retry.mock.calls.length]).toEqual(['It is done.', 'It is done.', 1]);
    page.unmount();
  });

  it('leaves the focus where a page keeps it: the control', async () => {
    const page = draw({}, () => undefined);
    await page.find('button').trigger('click');
    await nextTick();
    expect(document.activeElement).toBe(document.body);
    page.unmount();
  });
});
