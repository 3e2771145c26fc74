/** The embassy offers slots in Serbian; the host takes one by a link in Albanian, on a telephone and by keyboard alone, changes it, and the embassy sees it confirmed; what is taken back says so. */
import { randomUUID } from 'node:crypto';
import { expect, type Page, test } from '@playwright/test';
import { ask } from '../support/api.ts';
import { field, typeNovember } from '../support/fields.ts';
import { linkTo } from '../support/mailbox.ts';
import { networkOf } from '../support/network.ts';
import { settled, watch } from '../support/page.ts';
import { besides } from '../support/short.ts';
import { visitOf } from '../support/sign-in.ts';
import { sound } from '../support/sound.ts';

/** No other story is in this year: the 12th of November is a Wednesday. */
const YEAR = 2042;
const WEDNESDAY = `${YEAR}-11-12`;

/** A leg in Belgrade that its post sees, with a meeting that has no day: the path to its meetings. */
async function legOf(page: Page, subject: string): Promise<string> {
  const act = async <T>(document: string, variables: Record<string, unknown>): Promise<T> => Object.values(await ask<Record<string, T>>(page.request, 'fr', document, { variables }))[0]!;
  type Back = { mission: { id: string; version: number; legs: { id: string }[] } };
  const BACK = '{ mission { id version legs { id } } }';
  const mission = { sourceLocale: 'fr', title: subject, purpose: '', startsOn: `${YEAR}-11-10`, endsOn: `${YEAR}-11-14`, objectives: [] };
  const leg = { sourceLocale: 'fr', country: 'RS', city: 'belgrade', startsOn: WEDNESDAY, endsOn: `${YEAR}-11-13`, lodgingName: '', lodgingAddress: '', transport: '', purpose: 'Parquet (exemple inventé)', note: '' };
  const { mission: { id } } = await act<Back>(`mutation ($key: UUID!, $input: MissionInput!) { createMission(key: $key, input: $input) ${BACK} }`, { key: randomUUID(), input: mission });
  let { mission: now } = await act<Back>(`mutation ($mission: ID!, $key: UUID!, $input: MissionLegInput!) { saveMissionLeg(mission: $mission, key: $key, version: 0, input: $input) ${BACK} }`, { mission: id, key: randomUUID(), input: leg });
  for (const step of ['planMission', 'consultPosts']) ({ mission: now } = await act<Back>(`mutation ($id: ID!, $version: Int!) { ${step}(id: $id, version: $version) ${BACK} }`, { id, version: now.version }));
  const meeting = {
    sourceLocale: 'fr', subject, note: '', organisation: null, hostName: 'Tužilaštvo (izmišljeno)', category: 'JUSTICE', status: 'PROPOSED', minutes: 60, isMandatory: false, isOnlyAdviser: false, day: null, starts: '', overrideReason: '', placeName: '', placeAddress: '',
    windows: [], needs: [{ kind: 'MAGISTRATE', atLeast: 2 }], languages: [{ language: 'sq', atLeast: 'B2' }], recommendations: [], precedes: [],
  };
  await act(`mutation ($leg: ID!, $key: UUID!, $input: MeetingInput!) { saveMeeting(leg: $leg, key: $key, version: 0, input: $input) { outcome } }`, { leg: now.legs[0]!.id, key: randomUUID(), input: meeting });
  return `legs/${now.legs[0]!.id}/meetings`;
}

test('the embassy offers slots, the host takes one on a telephone, and the meeting is confirmed', async ({ browser }, { retry }) => {
  test.setTimeout(240_000);
  const [subject, email] = [`Hetime të përbashkëta ${retry}`, `host-${retry}@host.example`];
  const adviser = await visitOf(browser, 'fr', 'adviser');
  const leg = await legOf(adviser, subject);
  const post = await visitOf(browser, 'sr-Latn', 'scac.rs');
  const wrong = watch(post);
  await post.goto(`/sr-Latn/${leg}`);
  await settled(post);
  const main = post.locator('main');

  await test.step('the embassy is told of each slot that cannot be', async () => {
    await main.getByRole('button', { name: /^Predloži termine domaćinu/ }).click();
    await expect(field(post, 'NAME')).toHaveValue('Tužilaštvo (izmišljeno)');
    await main.getByRole('button', { name: 'Pošalji poruku' }).click();
    await expect(field(post, 'EMAIL')).toBeFocused();
    await sound(post);
    await field(post, 'EMAIL').fill(email);
    await main.getByLabel('Jezik poruke').selectOption('sq');
    const slots = main.locator('[data-field="SLOTS"]');
    await slots.locator('select').first().selectOption(WEDNESDAY);
    await slots.locator('input').first().fill('23:30');
    await slots.locator('.row-more').click();
    await slots.locator('select').nth(1).selectOption(`${YEAR}-11-13`);
    await slots.locator('input').nth(1).fill('14:00');
    await typeNovember(post, 'ANSWERS_UNTIL', 12, YEAR);
    await main.getByRole('button', { name: 'Pošalji poruku' }).click();
    await expect(main).toContainText('Poslednji dan za odgovore mora biti pre prvog od ovih termina.');
    await typeNovember(post, 'ANSWERS_UNTIL', 10, YEAR);
    await main.getByRole('button', { name: 'Pošalji poruku' }).click();
    await expect(slots.locator('li').first().locator('.fault')).toBeVisible();
    await sound(post);
    await slots.locator('input').first().fill('10:00');
    await main.getByRole('button', { name: 'Pošalji poruku' }).click();
    await expect(main.locator('.notice-done')).toHaveText('Poruka se šalje.');
    await expect(main.locator('.meeting-slots')).toContainText('Čeka se domaćin, koji još može da promeni odgovor');
    await sound(post);
  });

  const link = await linkTo(post.request, email, '/slots');
  expect(link).toMatch(/^\/sq\//);
  const host = await (await browser.newContext({ extraHTTPHeaders: networkOf(email), viewport: { width: 320, height: 740 } })).newPage();

  await test.step('the host takes one by keyboard alone', async () => {
    await host.goto(link);
    await settled(host);
    await expect(host.getByRole('heading', { level: 1, name: 'Orare të propozuara për një takim' })).toBeVisible();
    // The secret has left the address; a subject in another language says so; nobody is named.
    expect(host.url()).not.toContain('#');
    await expect(host.locator('.lead [lang="fr"]').first()).toHaveText(subject);
    await expect(host.locator('.facts')).toContainText('2');
    await expect(host.locator('main')).not.toContainText('Parquet');
    await host.getByRole('button', { name: 'Dërgoni përgjigjen time' }).press('Enter');
    await expect(host.getByText('Zgjidhni një orar ose tregoni se asnjëri nuk ju përshtatet.')).toBeVisible();
    await expect(host.getByRole('radio').first()).toBeFocused();
    await sound(host);
    await host.keyboard.press('Space');
    await host.keyboard.press('ArrowDown');
    await expect(host.getByRole('radio').nth(1)).toBeChecked();
    await host.getByLabel('Vërejtje').fill('Hyrja nga oborri');
    await host.getByRole('button', { name: 'Dërgoni përgjigjen time' }).press('Enter');
    await expect(host.locator('.notice-done')).toBeFocused();
    await expect(host.locator('.notice-done')).toContainText('Orari i zgjedhur');
    await sound(host);
  });

  await test.step('and the embassy sees it confirmed, with the remark in its language', async () => {
    await post.reload();
    await settled(post);
    await expect(main.locator('.meeting-item')).toContainText('Potvrđen');
    await expect(main.locator('.meeting-slots strong')).toContainText('Izabrani termin');
    await expect(main.locator('.meeting-slots .localized > [lang="sq"]')).toHaveText('Hyrja nga oborri');
    await sound(post);
    expect(wrong()).toEqual([]);
  });

  await besides('the host changes their mind, and proposes another time', async () => {
    await host.goto(link);
    await settled(host);
    await expect(host.getByRole('radio').nth(1)).toBeChecked();
    await host.getByRole('radio', { name: 'Asnjë nga këto orare nuk më përshtatet' }).check();
    await host.locator('[data-field="PROPOSALS"] .row-more').click();
    await typeNovember(host, 'PROPOSALS', 13, YEAR);
    await host.locator('[data-field="PROPOSALS"] .hour-field input').fill('16:30');
    await sound(host);
    await host.getByRole('button', { name: 'Dërgoni përgjigjen time' }).click();
    await expect(host.locator('.notice-done')).toBeFocused();
    await post.reload();
    await settled(post);
    await expect(main.locator('.meeting-item')).toContainText('Predložen');
    await expect(main.locator('.meeting-slots')).toContainText('Nijedan termin ne odgovara domaćinu');
    await expect(main.locator('.meeting-slots')).toContainText('16:30');
  });

  await besides('what is taken back says so, and nothing more', async () => {
    await main.getByRole('button', { name: /^Povuci ove termine/ }).click();
    await main.getByRole('button', { name: 'Zadrži ove termine' }).click();
    await main.getByRole('button', { name: /^Povuci ove termine/ }).press('Enter');
    await main.getByRole('button', { name: 'Povuci ove termine', exact: true }).press('Enter');
    await expect(main.locator('.notice-done')).toHaveText('Termini su povučeni.');
    await host.goto(link);
    await settled(host);
    await expect(host.locator('.notice-error')).toContainText('Këto orare nuk propozohen më.');
    await expect(host.locator('main')).not.toContainText(subject);
    await sound(host);
  });
  await Promise.all([adviser, post, host].map((page) => page.context().close()));
});
