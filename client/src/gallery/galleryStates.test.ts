/** The parts as they are drawn on their page: ticked and not, with what is wrong, with what was found, and opened. */
import { mount } from '@vue/test-utils';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { h } from 'vue';
import { createMemoryHistory, createRouter } from 'vue-router';

import { i18n, setLocale } from '../core/i18n/index.ts';
import GalleryAsked from './GalleryAsked.vue';
import GalleryChoices from './GalleryChoices.vue';
import GalleryFields from './GalleryFields.vue';
import GalleryGuard from './GalleryGuard.vue';

// It asks the server which keys there are; the browser stories see it open.
vi.mock('../keys/index.ts', () => ({ StepUpDialog: () => h('dialog', { open: true }) }));

const router = createRouter({ history: createMemoryHistory(), routes: [{ path: '/', component: {} }] });

function draw(part: Parameters<typeof mount>[0], props = {}) {
  return mount(part, { props, attachTo: document.body, global: { plugins: [i18n, router] } });
}

describe('on the page of all parts', () => {
  beforeEach(async () => {
    document.body.replaceChildren();
    await setLocale('en', ['conditions', 'dates', 'files', 'gallery', 'guard', 'prepare', 'trainings']);
  });

  it('a list of choices has one that is ticked, beside those that are not', () => {
    const boxes = draw(GalleryChoices).findAll('.check-list').map((list) => list.findAll<HTMLInputElement>('input').map(({ element }) => element.checked));
    expect(boxes).toContainEqual([true, false]);
    expect(boxes).toContainEqual([false, false]);
  });

  it('a day and a choice say what is wrong with them, beside those that are right', () => {
    const page = draw(GalleryFields);
    const days = page.findAll('.date-field').map((field) => [field.find('.field-error').text(), field.findAll('[aria-invalid]').length]);
    expect(days).toEqual([['', 0], ['What was typed is not right.', 3]]);
    expect(page.findAll('select[aria-invalid]').length).toBeGreaterThan(0);
  });

  it('a text has the hint with what it refuses and what it warns of', async () => {
    const page = draw(GalleryGuard);
    // The hint waits for a pause in typing, and for its rules.
    await vi.waitFor(() => expect(page.findAll('.guard-hint.is-told')).toHaveLength(2), { timeout: 15_000 });
    const [both, line] = page.findAll('.guard-hint.is-told');
    expect(both!.findAll('ul')).toHaveLength(2);
    expect(both!.text()).toContain('girl, 17');
    expect(line!.findAll('ul')).toHaveLength(1);
  });

  it('a question, a form for the reason and the dialog are open', () => {
    expect(draw(GalleryAsked, { isDialog: false }).findAll('.notice[role="group"], form textarea').length).toBe(5);
    expect(draw(GalleryAsked, { isDialog: true }).find('dialog[open]').exists()).toBe(true);
  });
});
