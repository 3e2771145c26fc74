/** The adviser looks after what the service does by itself; everybody else is told whose page it is. */
import { expect, test } from '@playwright/test';
import { PAGE } from '../support/jobs.ts';

// An answer that is still on its way when a story ends is nobody's fault.
test.afterEach(({ page }) => page.unrouteAll({ behavior: 'ignoreErrors' }));

test('the page is in no list and is not to be found by a search', async ({ request }) => {
  expect(await (await request.get(`/en${PAGE}`)).text()).toContain('<meta name="robots" content="noindex" />');
  expect(await (await request.get('/sitemap.xml')).text()).not.toContain(PAGE);
});
