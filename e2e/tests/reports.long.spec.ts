/** How many results there are, and why there is none. */
import { expect, test } from '@playwright/test';
import { ask } from '../support/api.ts';
import { settled } from '../support/page.ts';
import { sound } from '../support/sound.ts';

test('a list of results says how many there are, also that there is none, and why', async ({ page, request }) => {
  const { countries } = await ask<{ countries: { code: string }[] }>(request, 'en', '{ countries { code } }');
  const counted = await ask<Record<string, { totalCount: number }>>(request, 'en', `{ ${countries.map(({ code }) => `${code}: missionPublications(filter: { country: "${code}" }) { totalCount }`).join(' ')} }`);
  const none = countries.find(({ code }) => counted[code]!.totalCount === 0)!;
  await page.goto(`/en/results?country=${none.code}`);
  await settled(page);
  await expect(page.locator('.count')).toHaveText('0 missions');
  await expect(page.locator('.results > p')).toHaveText('Nothing has been published about this country yet.');
  await expect(page.locator('.condition')).toHaveCount(1);
  await sound(page);
});
