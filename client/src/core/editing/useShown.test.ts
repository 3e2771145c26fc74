import { mount, type VueWrapper } from '@vue/test-utils';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type Component, defineAsyncComponent, defineComponent, h, nextTick, useTemplateRef } from 'vue';

import { useShown } from './useShown.ts';

const Form = defineComponent(() => () => h('form', [h('input', { id: 'first' }), h('input')]));

/** A part whose form is opened by a button that is gone then, with a field beside it. */
function part(form: Component): VueWrapper {
  return mount(defineComponent({
    setup() {
      const item = useTemplateRef<HTMLElement>('item');
      const { open, show, end } = useShown<'edit'>(item);
      return { open, show, end };
    },
    render() {
      return h('section', { ref: 'item' }, [this.open ? h(form) : h('p', { class: 'row-acts' }, h('button', { onClick: () => this.show('edit') })), h('a', { href: '#', id: 'other' }), h('a', { href: '#', id: 'leave', onClick: () => this.end() })]);
    },
  }), { attachTo: document.body });
}

describe('a form that is opened', () => {
  let load: () => void;
  let later: Component;
  let page: VueWrapper;

  beforeEach(() => {
    const asked = new Promise<void>((resolve) => {
      load = resolve;
    });
    later = defineAsyncComponent(async () => asked.then(() => Form));
  });

  afterEach(() => page.unmount());

  async function opened(form: Component): Promise<void> {
    page = part(form);
    const button = page.get<HTMLElement>('button');
    button.element.focus();
    await button.trigger('click');
    await nextTick();
  }

  async function comes(): Promise<void> {
    load();
    await expect.poll(() => page.find('form').exists()).toBe(true);
    await new Promise((resolve) => setTimeout(resolve, 0));
  }

  test('has the focus in its first field', async () => {
    await opened(Form);
    expect(document.activeElement?.id).toBe('first');
  });

  test('has it as well where it comes later', async () => {
    await opened(later);
    expect(document.activeElement).toBe(document.body);
    await comes();
    expect(document.activeElement?.id).toBe('first');
  });

  test('takes it from nobody who has gone elsewhere by then', async () => {
    await opened(later);
    page.get<HTMLElement>('#other').element.focus();
    await comes();
    expect(document.activeElement?.id).toBe('other');
  });

  test('is not waited for once it was left', async () => {
    await opened(later);
    await page.get('#leave').trigger('click');
    await nextTick();
    expect(document.activeElement?.tagName).toBe('BUTTON');
    load();
    await nextTick();
    expect(document.activeElement?.tagName).toBe('BUTTON');
  });
});
