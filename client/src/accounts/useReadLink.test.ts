import { flushPromises, mount, type VueWrapper } from '@vue/test-utils';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createRouter, createWebHistory, type Router } from 'vue-router';

import { type ReadLink, useReadLink } from './useReadLink.ts';

const [ONE, OTHER] = ['1'.repeat(32), '2'.repeat(32)];
const ask = vi.fn<(secret: string) => Promise<string | undefined>>();
let link: ReadLink<string>;
let shown: VueWrapper;
let router: Router;

const page = {
  template: '<p ref="result" tabindex="-1">{{ found ?? "nothing" }}</p>',
  setup() {
    link = useReadLink(ask);
    return { found: link.found };
  },
};

async function follow(secret: string): Promise<void> {
  await router.push(`/fr/link#${secret}`);
  await flushPromises();
}

/** What is asked next is answered when this is called. */
function later(): (answer: string | undefined) => Promise<void> {
  let give: (answer: string | undefined) => void = () => undefined;
  ask.mockReturnValueOnce(new Promise((resolve) => {
    give = resolve;
  }));
  return async (answer) => {
    give(answer);
    await flushPromises();
  };
}

beforeEach(async () => {
  ask.mockReset();
  ask.mockImplementation((secret) => Promise.resolve(`of ${secret}`));
  router = createRouter({ history: createWebHistory(), routes: [{ path: '/:locale/link', component: page }] });
  await router.push('/fr/link');
  shown = mount({ template: '<RouterView />' }, { global: { plugins: [router] }, attachTo: document.body });
  await follow(ONE);
});

afterEach(async () => {
  await link.use();
  shown.unmount();
});

describe('what a link is for', () => {
  it('is read when it is followed, and stays once it was used', async () => {
    expect(shown.text()).toBe(`of ${ONE}`);
    await link.use();
    expect([link.secret.value, shown.text()]).toEqual([undefined, `of ${ONE}`]);
    expect(document.activeElement?.textContent).toBe(`of ${ONE}`);
  });

  it('is not shown any more while another link is read in the same window', async () => {
    const answer = later();
    await follow(OTHER);
    expect(shown.text()).toBe('nothing');
    await answer('of the other');
    expect(shown.text()).toBe('of the other');
  });

  it('is read anew when the same link is followed once more after it was used', async () => {
    await link.use();
    const answer = later();
    await follow(ONE);
    expect(shown.text()).toBe('nothing');
    await answer('of now');
    expect(shown.text()).toBe('of now');
  });

  it('stays where reading it once more fails', async () => {
    ask.mockResolvedValueOnce(undefined);
    await link.read();
    expect(shown.text()).toBe(`of ${ONE}`);
  });

  it('is that of the link that was followed last, whichever is answered first', async () => {
    const answer = later();
    const reading = link.read();
    // As an act does that is under way: pressed twice, it is done once.
    ask.mockResolvedValueOnce(undefined);
    await follow(OTHER);
    expect(shown.text()).toBe('nothing');
    await answer(`of ${ONE}`);
    await reading;
    expect(shown.text()).toBe(`of ${OTHER}`);
  });
});
