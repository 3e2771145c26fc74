import { mount } from '@vue/test-utils';
import { describe, expect, it } from 'vitest';
import { createRouter, createWebHistory } from 'vue-router';

import { secretIn, useSecret } from './secret.ts';

const SECRET = 'abcdefghijklmnopqrstuvwxyzABCDEF';

describe('the secret of a link', () => {
  it('is what stands behind the sign', () => {
    expect(secretIn(`#${SECRET}`)).toBe(SECRET);
  });

  it.each(['', '#', '#short', '#main', `${SECRET}`, `#${SECRET}&x=1`, `#${SECRET}#`, `#${'a'.repeat(201)}`, '#<script>alert(1)</script>'])('is nothing else: %j', (hash) => {
    expect(secretIn(hash)).toBeUndefined();
  });

  it('is taken out of the address of the window and of the page, and kept for another language', async () => {
    const page = { template: '<p>{{ secret }}</p>', setup: () => ({ secret: useSecret() }) };
    const router = createRouter({ history: createWebHistory(), routes: [{ path: '/:locale/confirm', component: page }] });
    await router.push(`/fr/confirm#${SECRET}`);
    const shown = mount({ template: '<RouterView :key="$route.path" />' }, { global: { plugins: [router] } });
    expect(location.href).not.toContain(SECRET);
    await expect.poll(() => router.currentRoute.value.fullPath).toBe('/fr/confirm');
    await router.push('/uk/confirm');
    expect(shown.text()).toBe(SECRET);
    shown.unmount();
  });
});
