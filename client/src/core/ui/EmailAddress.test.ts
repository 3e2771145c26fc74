import { mount } from '@vue/test-utils';
import { expect, it } from 'vitest';

import EmailAddress from './EmailAddress.vue';

it('an address can go on in the next line after its @ and its dots, and is copied as it is', () => {
  const page = mount(EmailAddress, { props: { address: 'ana.marie@example.org' } });
  expect(page.html({ raw: true })).toContain('ana.<wbr>marie@<wbr>example.<wbr>org');
  expect(page.element.textContent).toBe('ana.marie@example.org');
  expect(mount(EmailAddress, { props: { address: 'a@b.org', isLink: true } }).attributes('href')).toBe('mailto:a@b.org');
});
