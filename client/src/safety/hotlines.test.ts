import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { mount } from '@vue/test-utils';
import { describe, expect, it } from 'vitest';
import { defineComponent, h } from 'vue';

import { localNumber, useLocalHotlines, type Verified, verifiedHotlines } from './hotlines.ts';
import PhoneLink from './PhoneLink.vue';

const checked = { number: '0800 20 100', provenance: { isVerified: true } };
const unchecked = { number: '116 006', provenance: { isVerified: false } };

const Country = defineComponent({
  props: { hotlines: { type: Array<typeof checked>, required: true } },
  setup: (props) => {
    useLocalHotlines(() => props.hotlines);
    return () => h('p');
  },
});

describe('hotlines', () => {
  it('are offered only when somebody has checked them', () => {
    expect(verifiedHotlines([unchecked, checked])).toEqual([checked]);
    expect(verifiedHotlines([unchecked])).toEqual([]);
  });

  it('of the country whose page is open are offered on top, as long as it is open', () => {
    const country = mount(Country, { props: { hotlines: [unchecked, checked] } });
    expect(localNumber.value).toBe('0800 20 100');
    country.unmount();
    expect(localNumber.value).toBeUndefined();
  });

  it('that nobody has checked are not offered on top either', () => {
    const country = mount(Country, { props: { hotlines: [unchecked] } });
    expect(localNumber.value).toBeUndefined();
    country.unmount();
  });

  it('are called by their digits alone', () => {
    const [{ number }] = verifiedHotlines([{ number: '+381 11 785 0000', provenance: { isVerified: true } }]) as [Verified<typeof checked>];
    expect(mount(PhoneLink, { props: { number } }).attributes('href')).toBe('tel:+381117850000');
  });

  it('that nobody has checked can be called by no part of a page', () => {
    // @ts-expect-error -- the types refuse a number that did not come from verifiedHotlines
    mount(PhoneLink, { props: { number: unchecked.number } });
    const calls = globSync('**/*.{vue,ts}', { cwd: 'src', exclude: ['**/*.test.ts'] }).flatMap((file) => (readFileSync(join('src', file), 'utf8').match(/\btel:[^"]*/g) ?? []).map((link) => `${file}: ${link}`));
    expect(calls.sort()).toEqual(['missions/LegContactItem.vue: tel:${dialled(contact.phone)}`', 'missions/OwnLegFacts.vue: tel:${dialled(contact.phone)}`', 'pages/ContactPage.vue: tel:112', 'safety/PhoneLink.vue: tel:${number.replaceAll(/[^+\\d]/g, \'\')}`']);
  });
});
