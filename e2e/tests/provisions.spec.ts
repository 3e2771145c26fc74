/** An officer in Tirana enters a provision of Albanian law by keyboard, on a telephone, for an article and a recommendation; it is read from the article, the recommendation, the instrument and the working file, and the adviser removes it; besides, the adviser, who has read less, keeps what they typed and reads theirs, and a post elsewhere finds nothing of it. Visitors read the articles, and take along what everybody reads. */
import { expect, test } from '@playwright/test';
import { field, typeNovember } from '../support/fields.ts';
import { settled, watch } from '../support/page.ts';
import { besides } from '../support/short.ts';
import { visitOf } from '../support/sign-in.ts';
import { sound } from '../support/sound.ts';

test('a provision is entered by the post, read from article, recommendation and instrument, changed and removed by the adviser', async ({ browser }, { retry }) => {
  test.setTimeout(240_000);
  const mark = `${Date.now()}${retry}`;
  const reference = `Kodi Penal ${mark}, neni 110/a`;
  const officer = await visitOf(browser, 'sq', 'scac.al');
  const wrong = watch(officer);
  await officer.setViewportSize({ width: 360, height: 740 });
  await officer.goto('/sq/countries/AL/file');
  await settled(officer);
  await officer.locator('main a[href$="/countries/AL/law"]').press('Enter');
  await settled(officer);
  // Articles of which nothing was entered are there, and say so.
  await expect(officer.locator('main table tbody tr').filter({ hasText: /^\s*26/ })).toContainText('Nuk është shënuar asgjë.');
  await sound(officer);
  await officer.getByRole('button', { name: 'Shtoni një shënim' }).press('Enter');
  await officer.locator('main form button[type="submit"]').press('Enter');
  await expect(field(officer, 'REFERENCE')).toBeFocused();
  await sound(officer);
  await field(officer, 'REFERENCE').fill(reference);
  await officer.locator('main form textarea[data-field="TEXT"]').fill('Trafikimi i personave të rritur');
  await officer.locator('main form [data-field="ARTICLES"] label').filter({ hasText: /^26 · / }).locator('input').press('Space');
  await officer.locator('main form [data-field="RECOMMENDATIONS"] input').first().press('Space');
  await field(officer, 'SOURCE').fill(`Fletorja Zyrtare ${mark}`);
  await typeNovember(officer, 'startsOn', 3, 2020);
  await officer.locator('main form button[type="submit"]').press('Enter');
  await expect(officer.locator('.notice-done')).toHaveText('U ruajt.');
  await expect(officer.locator('main table tbody tr').filter({ hasText: /^\s*26/ })).toContainText(reference);
  await sound(officer);

  let said = `Fletorja Zyrtare ${mark}`;
  const adviser = await visitOf(browser, 'fr', 'adviser');
  await adviser.goto('/fr/countries/AL/law?instrument=coe-197');
  await settled(adviser);
  const edit = (name: string): RegExp => new RegExp(`^${name} ?, ${reference.replace('/', '\\/')}$`);
  await besides('both change it at once', async () => {
    // What the adviser typed stays, and what the officer said is shown.
    await adviser.getByRole('button', { name: edit('Modifier') }).press('Enter');
    await officer.getByRole('button', { name: edit('Ndryshoni') }).press('Enter');
    await field(officer, 'SOURCE').fill(`Fletorja Zyrtare ${mark} bis`);
    await officer.locator('main form button[type="submit"]').press('Enter');
    await expect(officer.locator('.notice-done')).toBeVisible();
    await field(adviser, 'SOURCE').fill(`Fletorja Zyrtare ${mark} ter`);
    await adviser.locator('main form button[type="submit"]').press('Enter');
    await expect(adviser.locator('main form [role="alert"]')).toContainText(`Fletorja Zyrtare ${mark} bis`);
    await expect(field(adviser, 'SOURCE')).toHaveValue(`Fletorja Zyrtare ${mark} ter`);
    await sound(adviser);
    await adviser.locator('main form button[type="submit"]').press('Enter');
    await expect(adviser.locator('.notice-done')).toBeVisible();
    await sound(adviser);
    said = `Fletorja Zyrtare ${mark} ter`;
  });

  // From the article to what is entered for it, to the recommendation that this answers, and back.
  await adviser.locator('main table tbody tr').filter({ hasText: /^\s*26/ }).locator('a[href*="/recommendations/"]').first().press('Enter');
  await expect(adviser).toHaveURL(/\/fr\/recommendations\//);
  await settled(adviser);
  await expect(adviser.locator('main')).toContainText(reference);
  await sound(adviser);
  for (const path of ['instruments/coe-197', 'countries/AL/file']) {
    await adviser.goto(`/fr/${path}`);
    await settled(adviser);
    await expect(adviser.locator('main')).toContainText(said);
    await sound(adviser);
  }
  expect(wrong()).toEqual([]);

  await besides('an embassy elsewhere reads nothing of it', async () => {
    const elsewhere = await visitOf(browser, 'mk', 'scac.mk');
    for (const path of ['countries/AL/law', 'instruments/coe-197']) {
      await elsewhere.goto(`/mk/${path}`);
      await settled(elsewhere);
      await expect(elsewhere.locator('main')).not.toContainText(mark);
      await sound(elsewhere);
    }
  });

  await adviser.goto('/fr/countries/AL/law');
  await settled(adviser);
  await adviser.getByRole('button', { name: edit('Retirer') }).press('Enter');
  await expect(adviser.getByRole('button', { name: 'Le garder' })).toBeFocused();
  await sound(adviser);
  await adviser.getByRole('button', { name: edit('Retirer') }).press('Enter');
  await expect(adviser.locator('.notice-done')).toHaveText('C’est retiré.');
  await expect(adviser.locator('main')).not.toContainText(mark);
});

test('a visitor reads the articles of an instrument, each with its number, and that nobody has verified them', async ({ page }) => {
  await page.goto('/el/instruments/palermo-protocol');
  await settled(page);
  const articles = page.locator('main section').filter({ has: page.locator('h2', { hasText: /^Άρθρα$/ }) });
  await expect(articles.locator('dl > div')).toHaveCount(20);
  await expect(articles).toContainText('Saving clause');
  await expect(articles.locator('.unverified')).toHaveCount(1);
  await sound(page);
});

test('a visitor takes along what everybody reads of instruments and recommendations, without a sign-in and without a trace of the browser', async ({ page }) => {
  for (const [path, list] of [['/ro/instruments', 'instruments'], ['/ro/recommendations?country=AL&verb=URGE', 'recommendations']] as const) {
    await page.goto(path);
    await settled(page);
    const links = page.locator(`main a[download^="passerelle-${list}."]`);
    await expect(links).toHaveCount(3);
    const address = (await links.first().getAttribute('href'))!;
    expect(address).toContain('locale=ro');
    if (list === 'recommendations') expect(address).toContain('country=AL');
    const answer = await page.request.get(address);
    expect([answer.status(), answer.headers()['content-disposition'], answer.headers()['set-cookie']]).toEqual([200, `attachment; filename="passerelle-${list}.csv"`, undefined]);
    expect(await answer.text()).toContain('Limba textului');
    await sound(page);
  }
});
