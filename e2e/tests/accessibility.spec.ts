/** What asks axe of a page is told what is wrong with it: faults are planted, and each is told by its rule. */
import { expect, test } from '@playwright/test';
import { faultsOfAxe, settled } from '../support/page.ts';
import { toldIn } from '../support/short.ts';

const FAULTS = [
  ['a picture that says nothing', 'img', { src: '/no-picture.png' }, 'image-alt'],
  ['a field without a name', 'input', { type: 'text' }, 'label'],
  ['writing that is too pale', 'p', { lang: 'en' }, 'color-contrast'],
] as const;

test('a page as it is has no fault', async ({ page }) => {
  await page.goto('/fr/privacy');
  await settled(page);
  expect(await faultsOfAxe(page)).toEqual([]);
});

for (const [name, tag, attributes, rule] of toldIn(FAULTS)) {
  test(`${name} is found, on a page that was looked at before too`, async ({ page }) => {
    await page.goto('/fr/privacy');
    await settled(page);
    await faultsOfAxe(page);
    await page.evaluate(([tag, attributes]) => {
      const planted = document.createElement(tag);
      for (const [attribute, value] of Object.entries(attributes)) planted.setAttribute(attribute, value);
      planted.style.color = '#bbb';
      if (tag === 'p') planted.textContent = 'pale';
      document.querySelector('main')!.append(planted);
    }, [tag, attributes] as const);
    expect((await faultsOfAxe(page)).join('\n')).toContain(`${rule}: `);
  });
}
