/**
 * The adviser carries people and meetings on the board of a plan, by mouse and by finger: one magistrate takes the place of another, a meeting goes to those that are left out, and comes back. What would come of it is read on the way,
 * Escape lets go, each is one step of the way back, a finger beside a grip scrolls, and the form does the same by keyboard.
 */
import { type CDPSession, expect, type Locator, type Page, test } from '@playwright/test';
import { accessible, watch } from '../support/page.ts';
import { ended, type GivenLeg, look, missionOf } from '../support/plan.ts';
import { visitOf } from '../support/sign-in.ts';
import { sound } from '../support/sound.ts';

const LEGS: readonly GivenLeg[] = [{ country: 'BA', city: 'sarajevo', days: [8, 10], meetings: [{ subject: 'Parquet de Sarajevo', day: 9, needsMagistrate: true }, { subject: 'Cour de Sarajevo', day: 10, needsMagistrate: true }] }];

interface Point {
  readonly x: number;
  readonly y: number;
}

async function middle(of: Locator): Promise<Point> {
  const { x, y, width, height } = (await of.boundingBox())!;
  return { x: x + width / 2, y: y + height / 2 };
}

/** Brings both into the window, which is high enough for both. */
async function seen(...both: readonly [Locator, Locator]): Promise<readonly [Point, Point]> {
  for (const one of both) await one.scrollIntoViewIfNeeded();
  await both[0].scrollIntoViewIfNeeded();
  return [await middle(both[0]), await middle(both[1])];
}

/** Carries by mouse, and looks at what is read on the way before it is let go. */
async function carried(page: Page, [grip, onto]: readonly [Locator, Locator], reads: string | RegExp): Promise<void> {
  const [from, to] = await seen(grip, onto);
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move(to.x, to.y, { steps: 6 });
  await expect(page.locator('.plan-carried')).toContainText(reads);
}

const touch = (session: CDPSession, type: 'touchStart' | 'touchMove' | 'touchEnd', at?: Point): Promise<unknown> => session.send('Input.dispatchTouchEvent', { type, touchPoints: at ? [at] : [] });

async function swiped(session: CDPSession, from: Point, to: Point): Promise<void> {
  await touch(session, 'touchStart', from);
  for (let n = 1; n <= 8; n += 1) await touch(session, 'touchMove', { x: from.x + ((to.x - from.x) * n) / 8, y: from.y + ((to.y - from.y) * n) / 8 });
}

test('one magistrate is carried onto the meeting of another, and a meeting out of the plan and back; by keyboard the same', async ({ browser }) => {
  test.setTimeout(400_000);
  const page = await visitOf(browser, 'fr', 'adviser');
  const wrong = watch(page);
  const mission = await missionOf(page.request, LEGS, ['Claire Planifiée', 'Diane Remplaçante']);
  await page.setViewportSize({ width: 1280, height: 6000 });
  await look(page, `/fr/missions/${mission}/plan`);
  await page.getByLabel('Les personnes qui n’ont pas encore d’autorisation').check();
  await page.getByLabel('Toute l’équipe participe').uncheck();
  await page.getByRole('button', { name: 'Chercher un plan' }).press('Enter');
  await expect(page.locator('.plan-figures')).toContainText(/Rendez-vous dans le plan\s: 2 sur 2/, { timeout: 240_000 });
  await ended(page);

  const [table, pins, move] = [page.getByRole('table', { name: 'Le même plan en tableau' }), page.locator('section:has(> #plan-pins)').getByRole('listitem'), page.locator('section:has(> #plan-move)')];
  const [people, out] = [page.locator('section:has(> #plan-people)'), page.locator('section:has(> #plan-out)')];
  const row = (meeting: string): Locator => table.getByRole('row').filter({ hasText: meeting }).filter({ has: page.locator('[data-instead]') });
  const stays = people.getByRole('listitem').filter({ hasText: 'ne participe pas dans ce plan' });
  const goes = people.getByRole('listitem').filter({ hasText: 'participe dans ce plan' }).filter({ hasNotText: 'ne participe pas dans ce plan' });
  const nameOf = async (item: Locator): Promise<string> => (await item.locator('.plan-said').first().innerText()).trim();
  const [after, before] = [await nameOf(stays), await nameOf(goes)];
  const exchanged = [`${before} n’assiste pas à`, `${after} assiste à`];

  // Escape lets go; let go on the meeting, one takes the place of the other, in one step.
  await carried(page, [stays.locator('.plan-grip'), row('Parquet de Sarajevo')], `${after} assiste à`);
  await page.keyboard.press('Escape');
  await expect(page.locator('.plan-carried')).toHaveCount(0);
  await page.mouse.up();
  await expect(pins).toHaveCount(0);
  await carried(page, [stays.locator('.plan-grip'), row('Parquet de Sarajevo')], `${before} n’assiste pas à`);
  await accessible(page);
  await page.mouse.up();
  await expect(pins).toHaveText(exchanged.map((said) => new RegExp(said)));
  await page.getByRole('button', { name: 'Annuler', exact: true }).click();
  await expect(pins).toHaveCount(0);

  // By keyboard the same.
  const form = move.locator('form').last();
  await form.getByLabel('Rendez-vous').selectOption('Parquet de Sarajevo');
  await form.getByLabel('N’assiste plus').selectOption(before);
  await form.getByLabel('Assiste à la place').selectOption(after);
  await form.getByRole('button', { name: 'Fixer cet échange' }).press('Enter');
  await expect(pins).toHaveText(exchanged.map((said) => new RegExp(said)));
  await page.getByRole('button', { name: 'Annuler', exact: true }).click();
  await expect(pins).toHaveCount(0);

  // Away from a meeting, and there again; a meeting out of the plan.
  await carried(page, [row('Cour de Sarajevo').locator('[data-instead] .plan-grip'), people], `${before} n’assiste pas à`);
  await page.mouse.up();
  await expect(pins).toHaveCount(1);
  await carried(page, [goes.locator('.plan-grip'), row('Cour de Sarajevo')], 'Libérer');
  await page.mouse.up();
  await expect(pins).toHaveCount(0);
  await carried(page, [row('Cour de Sarajevo').locator('td:nth-child(2) .plan-grip'), out], /Cour de Sarajevo\s» est écarté/);
  await page.mouse.up();
  await expect(pins).toHaveText([/Cour de Sarajevo\s» est écarté/]);
  await page.getByRole('button', { name: 'Annuler', exact: true }).click();

  // By finger: beside a grip it scrolls, by the grip it carries.
  await page.setViewportSize({ width: 1280, height: 1200 });
  const session = await page.context().newCDPSession(page);
  await session.send('Emulation.setTouchEmulationEnabled', { enabled: true });
  const [name] = await seen(stays.locator('.plan-said').first(), stays.locator('.plan-grip'));
  const scrolled = await page.evaluate(() => scrollY);
  await swiped(session, name, { x: name.x, y: name.y - 200 });
  await touch(session, 'touchEnd');
  await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(scrolled + 50);
  await expect(pins).toHaveCount(0);
  await page.setViewportSize({ width: 1280, height: 6000 });
  const [from, to] = await seen(stays.locator('.plan-grip'), row('Parquet de Sarajevo'));
  await swiped(session, from, to);
  await expect(page.locator('.plan-carried')).toContainText(`${after} assiste à`);
  await touch(session, 'touchEnd');
  await expect(pins).toHaveText(exchanged.map((said) => new RegExp(said)));
  await session.detach();
  await sound(page);
  expect(wrong()).toEqual([]);
  await page.context().close();
});
