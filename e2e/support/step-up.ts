/** What asks for a key shown lately. */
import type { Page } from '@playwright/test';

/** Answers the next act of the page as the server does when ten minutes have gone by since its person showed that it is them. */
export async function refuseOnce(page: Page): Promise<void> {
  await page.route('**/graphql?**', async (route) => {
    if (route.request().method() !== 'POST') return route.fallback();
    const errors = [{ message: 'Show first that it is you', extensions: { code: 'STEP_UP_REQUIRED' } }];
    await route.fulfill({ status: 403, contentType: 'application/graphql-response+json', json: { errors } });
    return page.unroute('**/graphql?**');
  });
}
