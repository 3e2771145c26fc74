/** Whose clearances stories are about, and days that are typed. */
import type { Page } from '@playwright/test';
import { ask } from './api.ts';

/** The ids of the expert whose account `page` is, and of another. */
export async function experts(page: Page): Promise<{ own: string; other: string }> {
  const { viewer, experts: all } = await ask<{ viewer: { sheet: { expert: { id: string } } }; experts: { nodes: { id: string }[] } }>(page.request, 'fr', '{ viewer { sheet { expert { id } } } experts(first: 2) { nodes { id } } }');
  const own = viewer.sheet.expert.id;
  return { own, other: all.nodes.find(({ id }) => id !== own)!.id };
}

export async function day(page: Page, label: string, [date, month, year]: readonly [string, string, string]): Promise<void> {
  const field = page.getByRole('group', { name: label, exact: true });
  await field.getByLabel('Jour').fill(date);
  await field.getByLabel('Mois').selectOption(month);
  await field.getByLabel('Année').fill(year);
}
