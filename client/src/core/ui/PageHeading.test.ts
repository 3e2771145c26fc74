import { mount } from '@vue/test-utils';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { i18n, setLocale } from '../i18n/index.ts';
import PageHeading from './PageHeading.vue';
import { announcement, hasMoved } from './visit.ts';

function draw(props: InstanceType<typeof PageHeading>['$props']): ReturnType<typeof mount> {
  return mount(PageHeading, { props, global: { plugins: [i18n] }, attachTo: document.body });
}

describe('the heading of a page', () => {
  beforeEach(() => setLocale('en'));
  afterEach(() => {
    document.body.replaceChildren();
    announcement.value = '';
    hasMoved.value = false;
  });

  it('names the document, and neither speaks nor takes the focus on the first page', () => {
    draw({ title: 'Countries' });
    expect(document.title).toBe('Countries – Passerelle');
    expect(announcement.value).toBe('');
    expect(document.activeElement).toBe(document.body);
  });

  it('is announced and takes the focus when the reader comes from another page', () => {
    hasMoved.value = true;
    draw({ title: 'Countries' });
    expect(announcement.value).toBe('Countries');
    expect(document.activeElement?.textContent).toBe('Countries');
  });

  it('is announced once it is known', async () => {
    hasMoved.value = true;
    const heading = draw({ title: '', isReady: false });
    expect(announcement.value).toBe('');
    await heading.setProps({ title: 'Albania', isReady: true });
    expect(announcement.value).toBe('Albania');
    expect(document.title).toBe('Albania – Passerelle');
  });
});
