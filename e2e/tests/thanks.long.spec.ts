/** Whoever was at a session is thanked, by a mail with a link that leads to it; who prepares it sees that they were. */
import { expect, test } from '@playwright/test';
import { ask } from '../support/api.ts';
import { coordinatorOf, sessionOfToday } from '../support/attendance.ts';
import { sessionIsOver, thanksAreDue } from '../support/database.ts';
import { linkTo } from '../support/mailbox.ts';
import { settled, watch } from '../support/page.ts';
import { signInAgain } from '../support/sign-in.ts';
import { sound } from '../support/sound.ts';

test('who was at a session is thanked once it is over, and whoever prepares it sees how many were', async ({ page, browser }) => {
  test.setTimeout(120_000);
  const wrong = watch(page);
  await signInAgain(page, 'fr', 'adviser@passerelle.example');
  const coordinator = await coordinatorOf(browser);
  const { id, people } = await sessionOfToday(page, coordinator, ['Ana Mulțumită', 'Ion Absent']);
  await coordinator.context().close();
  const { trainingSession } = await ask<{ trainingSession: { attendance: { today: string } } }>(page.request, 'fr', 'query ($id: ID!) { trainingSession(id: $id) { attendance { today } } }', { variables: { id } });
  const input = [{ registration: people[0]!.id, state: 'PRESENT', at: new Date().toISOString(), day: trainingSession.attendance.today }];
  await ask(page.request, 'fr', 'mutation ($input: [PresenceInput!]!) { recordPresence(input: $input) { results { outcome } } }', { variables: { input } });
  await sessionIsOver(id, 150);
  await thanksAreDue(id);

  const { registrations } = await ask<{ registrations: { nodes: { id: string; participant: { email: string } }[] } }>(page.request, 'fr', 'query ($id: ID!) { registrations(filter: { session: $id }, first: 50) { nodes { id participant { email } } } }', { variables: { id } });
  const email = registrations.nodes.find((one) => one.id === people[0]!.id)!.participant.email;
  const thanked = async (): Promise<number> => (await ask<{ trainingSession: { attendance: { thanked: number } } }>(page.request, 'fr', 'query ($id: ID!) { trainingSession(id: $id) { attendance { thanked } } }', { variables: { id } })).trainingSession.attendance.thanked;
  await expect.poll(thanked, { timeout: 30_000 }).toBe(1);
  await page.goto(await linkTo(page.request, email, `/trainings/${id}`));
  await settled(page);
  await page.goto(`/fr/trainings/${id}/attendance`);
  await settled(page);
  await expect(page.getByText(/^Messages de remerciement envoyés\u202f: 1, le dernier le /)).toBeVisible();
  await sound(page);
  expect(wrong()).toEqual([]);
});
