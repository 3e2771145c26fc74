import { flushPromises } from '@vue/test-utils';
import { expect, it, vi } from 'vitest';
import { watch } from 'vue';

import { region } from './region.fixture.ts';
import { useRegion } from './useRegion.ts';

it('what is asked for anew once it has failed is asked for once, though others hear of the failure later', async () => {
  vi.stubGlobal('fetch', vi.fn(() => Promise.resolve(new Response(null, { status: 404 }))));
  const first = useRegion();
  watch(first.isMissing, () => {
    vi.stubGlobal('fetch', vi.fn(() => Promise.resolve(Response.json(region))));
    useRegion();
  }, { flush: 'sync' });
  const second = useRegion();
  await vi.waitFor(() => expect(second.isMissing.value).toBe(true));
  await flushPromises();
  const third = useRegion();
  await vi.waitFor(() => expect(third.region.value).toEqual(region));
  expect(fetch).toHaveBeenCalledOnce();
});
