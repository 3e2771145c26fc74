/** Somebody whom a coordinator registered under two names and addresses becomes one person; others who are alike are said to be two, or stay so since each has an account. It is for the embassy in their country: the adviser has the pairs of all others, too. */
import { randomUUID } from 'node:crypto';
import { expect, type Page, test } from '@playwright/test';
import { ask } from '../support/api.ts';
import { accessible, settled, watch } from '../support/page.ts';
import { announced } from '../support/sessions.ts';
import { visitOf } from '../support/sign-in.ts';
import { sound } from '../support/sound.ts';

interface Open {
  readonly viewer: { readonly registersFor: readonly { readonly organisation: { readonly id: string } }[] };
}

interface Named {
  readonly name: string;
  readonly email: string;
}

/** Somebody under two names, and two who are alike; others at a second try, since these are there still. */
const NAMES = [['Xenia Îndoită', 'Îndoita Xenia Maria', 'Zoe Asemănătoare', 'Zoia Asemănătoare'], ['Vasilica Dublată', 'Dublata Vasilica Ana', 'Olga Potrivitoare', 'Olia Potrivitoare']] as const;

/** Two who are alike, at the addresses of accounts that there are. */
const WITH_ACCOUNTS: readonly [Named, Named] = [{ name: 'Rareș Nehotărât', email: 'authority.bg@passerelle.example' }, { name: 'Nehotarat Rareș', email: 'authority.tr@passerelle.example' }];

/** Registers people for a session. */
async function registered(coordinator: Page, session: string, people: readonly Named[]): Promise<void> {
  const { viewer } = await ask<Open>(coordinator.request, 'ro', '{ viewer { registersFor { organisation { id } } } }');
  const input = { session, organisation: viewer.registersFor[0]!.organisation.id, submission: randomUUID(), hasConsent: true, people: people.map((one) => ({ ...one, locale: 'ro' })) };
  await ask(coordinator.request, 'ro', 'mutation ($input: RegisterParticipantsInput!) { registerParticipants(input: $input) { outcome } }', { variables: { input } });
}

test('the embassy makes two one, field by field, and says of two others that they are two people', async ({ browser }, { retry }) => {
  test.setTimeout(120_000);
  const adviser = await visitOf(browser, 'fr', 'adviser');
  const session = await announced(adviser, 'fr', { title: `Deux noms, une personne ${retry}`, starts: `2034-06-1${retry}T09:00`, ends: `2034-06-1${retry}T17:00` });
  const coordinator = await visitOf(browser, 'ro', 'ngo-coordinator.ro');
  const named = (name: string) => ({ name, email: `${name.toLowerCase().normalize('NFD').replaceAll(/[^a-z]/g, '')}@ngo.example` });
  const [twice, again, one, other] = NAMES[retry]!.map(named) as [Named, Named, Named, Named];
  await registered(coordinator, session, [twice, again, one, other, ...WITH_ACCOUNTS]);
  await Promise.all([adviser, coordinator].map((page) => page.context().close()));

  const embassy = await visitOf(browser, 'fr', 'scac.ro');
  const wrong = watch(embassy);
  await embassy.goto('/fr/registrations');
  await settled(embassy);
  await embassy.getByRole('link', { name: 'Personnes inscrites deux fois' }).click();
  await expect(embassy).toHaveURL(/\/registrations\/doubles$/);
  await sound(embassy);
  const pair = (name: string) => embassy.locator('.member-row', { hasText: name });
  const kept = await pair(again.name).getByRole('radio', { name: again.name, exact: true }).isChecked() ? again : twice;
  const goes = kept === again ? twice : again;

  await test.step('they choose what is kept, are asked once more, and it is done', async () => {
    await pair(again.name).getByRole('radio', { name: goes.email }).check();
    await pair(again.name).getByRole('button', { name: /^Fusionner les deux/ }).click();
    await expect(pair(again.name).getByText('Cette opération est définitive.')).toBeVisible();
    await accessible(embassy);
    await pair(again.name).getByRole('button', { name: /^Fusionner définitivement/ }).click();
    await expect(embassy.locator('.notice-done')).toHaveText(`Fusion faite\u202f: ${kept.name}`);
    await expect(pair(again.name)).toHaveCount(0);
  });

  await test.step('of two who have an account each they are told why they stay two, and what can be done', async () => {
    const both = pair(WITH_ACCOUNTS[0].name);
    await both.getByRole('button', { name: /^Fusionner les deux/ }).click();
    await both.getByRole('button', { name: /^Fusionner définitivement/ }).click();
    await expect(both.getByRole('alert')).toContainText('Chacune de ces deux personnes a un compte');
    await accessible(embassy);
    await both.getByRole('button', { name: 'Voir où en sont les choses' }).click();
    await expect(both.getByRole('alert')).toHaveCount(0);
  });

  await test.step('of two others they say that they are two, which is remembered', async () => {
    await pair(one.name).getByRole('button', { name: /^Ce n’est pas la même personne/ }).click();
    await expect(embassy.locator('.notice-done')).toHaveText('C’est noté\u202f: il s’agit de deux personnes.');
    await embassy.reload();
    await settled(embassy);
    await expect(pair(one.name)).toHaveCount(0);
  });

  await test.step('one registration counts, under the name and the address that were chosen', async () => {
    await embassy.goto('/fr/registrations');
    await settled(embassy);
    const rows = embassy.locator('section[aria-labelledby="registrations-all"] .member-row', { hasText: kept.name });
    await expect(rows).toHaveCount(2);
    await expect(rows.filter({ hasText: goes.email })).toHaveCount(2);
    await expect(rows.filter({ hasText: 'Double inscription' })).toHaveCount(1);
  });
  expect(wrong()).toEqual([]);
  await embassy.context().close();
});
