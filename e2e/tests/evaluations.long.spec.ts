/** What came of an evaluation, as a chart and a table, on paper too. */
import { expect, test } from '@playwright/test';
import { sessionsOver } from '../support/evaluations.ts';
import { signInAgain } from '../support/sign-in.ts';
import { sound } from '../support/sound.ts';

test('what came of an evaluation is shown by question, as a chart and as a table of the same numbers, on paper too; of too few answers nothing is', async ({ page }) => {
  await signInAgain(page, 'fr', 'adviser@passerelle.example');
  const sessions = await sessionsOver(page.request);
  const shown = sessions.find(({ evaluation }) => evaluation?.state === 'SHOWN')!;
  await page.goto(`/fr/trainings/${shown.id}/evaluation`);
  await sound(page);
  await expect(page.getByText(`Personnes ayant répondu\u202f: ${shown.evaluation!.answered} · Personnes interrogées\u202f: ${shown.evaluation!.asked}`)).toBeVisible();
  const table = page.getByRole('table').first();
  const numbers = (await table.getByRole('row').locator('td:first-of-type').allInnerTexts()).map(Number);
  expect(numbers.reduce((sum, one) => sum + one, 0)).toBe(Number(/\d+/.exec(await table.locator('caption').innerText())![0]));
  const chart = page.getByRole('img', { name: /Diagramme en barres/ }).first();
  const total = numbers.reduce((sum, one) => sum + one, 0);
  /** The part of its scale that each bar of the chart takes as it is drawn, in hundredths. */
  const drawn = (): Promise<number[]> => chart.evaluate((svg) => {
    const widths = (kind: string): number[] => [...svg.querySelectorAll(`.chart-${kind}`)].map((bar) => bar.getBoundingClientRect().width);
    return widths('part').map((width, n) => Math.round((width / widths('whole')[n]!) * 100));
  });
  const parts = numbers.map((one) => Math.round((one / total) * 100));
  expect(await drawn()).toEqual(parts);
  for (const media of [{ colorScheme: 'dark' }, { forcedColors: 'active' }, { media: 'print' }] as const) {
    await page.emulateMedia(media);
    expect(await drawn()).toEqual(parts);
    const [bar, ground] = await chart.evaluate((svg) => ['part', 'whole'].map((kind) => getComputedStyle(svg.querySelector(`.chart-${kind}`)!).fill));
    expect(bar).not.toBe(ground);
  }
  await page.emulateMedia({ colorScheme: null, forcedColors: null, media: null });
  await expect(page.getByText('Mai mult timp pentru întrebări.')).toHaveAttribute('lang', 'ro');

  const withheld = sessions.find(({ evaluation }) => evaluation?.state === 'WITHHELD')!;
  await page.goto(`/fr/trainings/${withheld.id}/evaluation`);
  await sound(page);
  await expect(page.getByText('Il y a eu trop peu de réponses', { exact: false })).toBeVisible();
  await expect(page.getByRole('table')).toHaveCount(0);
});
