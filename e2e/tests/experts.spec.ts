/** Who looks for an expert sees what they do, where they come from and who vouches for them. */
import { expect, test } from '@playwright/test';
import { ask } from '../support/api.ts';
import { accessible, settled } from '../support/page.ts';

interface Listed {
  readonly experts: {
    readonly totalCount: number;
    readonly nodes: {
      readonly id: string;
      readonly name: string | null;
      readonly profession: { readonly name: { readonly text: string } };
      readonly institution: { readonly name: string };
      readonly vouchedBy: string | null;
    }[];
  };
}

const FIELDS = 'totalCount nodes { id name profession { name { text } } institution { name } vouchedBy }';

test('the conditions on experts are in the address, named, and taken away one by one', async ({ page, request }) => {
  await page.goto('/en/experts');
  await settled(page);
  const all = await page.locator('.count').innerText();
  await page.getByLabel('Theme').selectOption('ASSISTANCE');
  await page.getByLabel('Institution').selectOption({ index: 1 });
  await page.getByRole('button', { name: 'Show results' }).click();
  await expect(page).toHaveURL(/institution=[A-Z_]+&theme=ASSISTANCE$/);
  await settled(page);
  await accessible(page);
  const institution = new URL(page.url()).searchParams.get('institution')!;
  const { experts } = await ask<Listed>(request, 'en', `{ experts(filter: { theme: "ASSISTANCE", institution: "${institution}" }) { ${FIELDS} } }`);
  await expect(page.locator('.count')).toHaveText(experts.totalCount === 1 ? '1 expert' : `${experts.totalCount} experts`);
  await expect(page.locator('.condition')).toHaveCount(2);
  await page.getByRole('link', { name: /Remove the condition: Institution/ }).click();
  await expect(page).toHaveURL(/experts\?theme=ASSISTANCE$/);
  await page.getByRole('link', { name: /Remove the condition: Theme/ }).click();
  await expect(page).toHaveURL(/experts$/);
  await expect(page.locator('.count')).toHaveText(all);
  await page.goBack();
  await expect(page.getByLabel('Theme')).toHaveValue('ASSISTANCE');
});

test('a row begins with the profession and the institution; a name is there only where the API gives one', async ({ page, request }) => {
  const { experts } = await ask<Listed>(request, 'fr', `{ experts(first: 20) { ${FIELDS} } }`);
  expect(experts.nodes.some(({ name }) => name === null) && experts.nodes.some(({ name }) => name !== null)).toBe(true);
  await page.goto('/fr/experts');
  await settled(page);
  for (const [i, { name, profession, institution, vouchedBy }] of experts.nodes.entries()) {
    const row = page.locator('.rows > li').nth(i);
    await expect(row.locator('h2')).toHaveText(profession.name.text);
    await expect(row.locator('.expert-from [lang="fr"]').first()).toHaveText(institution.name);
    if (name === null) await expect(row).toContainText('Nom non communiqué');
    else await expect(row.locator('.expert-name')).toHaveText(name);
    await expect(row.locator('.expert-state dd').first()).toContainText(vouchedBy ?? 'Personne ne s’est encore porté garant');
  }
});
