import { mount, RouterLinkStub } from '@vue/test-utils';
import { beforeEach, describe, expect, it } from 'vitest';

import { i18n, setLocale } from '../core/i18n/index.ts';
import CountryHotlines from './CountryHotlines.vue';

const provenance = { source: 'Ministry', sourceUrl: null, checkedOn: '2026-11', isVerified: true };

function draw(isVerified: boolean[]): ReturnType<typeof mount> {
  const hotlines = isVerified.map((verified, i) => ({ number: `116 00${i}`, provenance: { ...provenance, isVerified: verified }, check: i === 0 ? { holds: true, isByPost: true, checkedOn: '2026-11-20', isDemonstration: false } : null }));
  return mount(CountryHotlines, { props: { hotlines }, global: { plugins: [i18n], stubs: { RouterLink: RouterLinkStub } } });
}

describe('the hotline of a country', () => {
  beforeEach(() => setLocale('en', ['countries', 'keepers']));

  it('is a number to call when it has been verified, with the date of the check', () => {
    const hotline = draw([true]);
    expect(hotline.find('a').attributes('href')).toBe('tel:116000');
    expect(hotline.text()).toContain('Checked: November 2026');
    expect(hotline.text()).toContain('Checked by the French embassy: 20\u00A0November 2026');
  });

  it('is not shown while nobody has verified it, and the page says why', () => {
    const hotline = draw([false]);
    expect(hotline.text()).not.toContain('116');
    expect(hotline.text()).toContain('nobody has checked it yet');
  });

  it('hides the unverified number also beside a verified one', () => {
    expect(draw([true, false]).text()).not.toContain('116 001');
  });

  it('is said to be unknown when there is none', () => {
    expect(draw([]).text()).toContain('No hotline number is known');
  });

  it('is beside the way to those of all countries where there is none to call', () => {
    const ways = (isVerified: boolean[]): unknown[] => draw(isVerified).findAllComponents(RouterLinkStub).map((way) => way.props('to'));
    expect([ways([]), ways([false]), ways([true])]).toEqual([[{ name: 'home', hash: '#hotlines' }], [{ name: 'home', hash: '#hotlines' }], []]);
  });
});
