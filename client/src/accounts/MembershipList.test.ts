import { mount } from '@vue/test-utils';
import { expect, test } from 'vitest';

import { i18n, setLocale } from '../core/i18n/index.ts';
import MembershipList from './MembershipList.vue';

test('what a page says of the list of roles is said of the list itself, whether or not there are any', async () => {
  await setLocale('fr', ['account']);
  const shown = (memberships: InstanceType<typeof MembershipList>['$props']['memberships']) => mount(MembershipList, { props: { memberships }, attrs: { class: 'desk-roles' }, global: { plugins: [i18n], stubs: { RouterLink: true } } });
  expect(shown([{ role: 'ADVISER', country: null, organisation: null } as never]).get('ul').classes()).toContain('desk-roles');
  expect(shown([]).get('p').classes()).toContain('desk-roles');
});
