/** Needs, requests and instruments are taken along. */
import { readFile } from 'node:fs/promises';
import { expect, type Page, test } from '@playwright/test';
import { requested } from '../support/need-to-result.ts';
import { enteredNeed } from '../support/needs.ts';
import { settled } from '../support/page.ts';
import { visitOf } from '../support/sign-in.ts';
import { sound } from '../support/sound.ts';

/** What a button gives: the name of the file and what is in it. */
async function taken(page: Page, name: RegExp): Promise<{ readonly name: string; readonly text: string }> {
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name }).press('Enter')]);
  return { name: download.suggestedFilename(), text: await readFile(await download.path(), 'utf8') };
}

test('needs, requests and instruments are taken along by whoever reads them, in their language and for other software', async ({ browser }, { retry }) => {
  test.setTimeout(240_000);
  const mark = `${Date.now()}${retry}`;
  const adviser = await visitOf(browser, 'fr', 'adviser');
  const officer = await visitOf(browser, 'sq', 'scac.al');
  const need = await enteredNeed(adviser, { country: 'AL', sourceLocale: 'sq', theme: 'ASSISTANCE', title: `=Formulë ${mark}`, text: 'Mungojnë vendet.' });
  await enteredNeed(adviser, { country: 'RS', sourceLocale: 'sr-Latn', theme: 'ASSISTANCE', title: `Drugde ${mark}`, text: 'Nedostaju mesta.' });
  await requested(officer, need, `Trajnim ${mark}`);

  await officer.goto('/sq/needs');
  await settled(officer);
  const csv = await taken(officer, /CSV/);
  expect(csv.name).toBe('passerelle-needs.csv');
  expect(csv.text).toContain(`=Formulë ${mark}`);
  expect(csv.text).not.toMatch(/(^|[",;])=/m);
  expect(csv.text).not.toContain('Drugde');
  const { records } = JSON.parse((await taken(officer, /JSON/)).text) as { records: { country: string }[] };
  expect([...new Set(records.map(({ country }) => country))]).toEqual(['AL']);
  await sound(officer);
  await officer.goto('/sq/cooperation-requests');
  await settled(officer);
  expect((await taken(officer, /CSV/)).text).toContain(`Trajnim ${mark}`);
  await sound(officer);
  await officer.goto('/sq/instruments?country=AL');
  await settled(officer);
  expect(JSON.parse((await taken(officer, /JSON/)).text)).toMatchObject({ format: 'passerelle-instruments', records: expect.arrayContaining([expect.objectContaining({ country: 'AL' })]) });
  await sound(officer);
});
