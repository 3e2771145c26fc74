import { describe, expect, it } from 'vitest';
import { createMemoryHistory } from 'vue-router';

import core from '../locales/en/core.json';
import texts from '../locales/en/pages.json';
import { createAppRouter } from '../router.ts';
import { publicPagesOf } from './publicPages.ts';
import { pageRoutes } from './routes.ts';

const pages = publicPagesOf(createAppRouter(createMemoryHistory()).getRoutes());

describe('the public pages of the sitemap', () => {
  it('are those of the routes that need no id, the first page first', () => {
    expect(pages[0]).toBe('home');
    expect(pages).toEqual(expect.arrayContaining(['countries', 'experts', 'trainings', ...pageRoutes.map(({ name }) => name)]));
    for (const name of ['country', 'expert', 'training', 'not-found', 'components', 'mailbox']) expect(pages).not.toContain(name);
  });

  it('are each called something, in the menu or as a page of text', () => {
    const nameless = pages.filter((name) => !(name in core.nav) && !(name in texts.pages));
    expect(nameless).toEqual([]);
  });
});
