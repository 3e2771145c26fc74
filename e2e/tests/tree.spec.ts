/**
 * Pages as they are told to who cannot see them: the tree of roles, names and states that a screen reader is given, of all that
 * does not depend on the day. `playwright test tree --update-snapshots` writes the trees anew: read the difference.
 */
import { expect, type Page, test } from '@playwright/test';
import { ask } from '../support/api.ts';
import { settled } from '../support/page.ts';

async function open(page: Page, path: string): Promise<void> {
  await page.setViewportSize({ width: 1280, height: 900 });
  await page.goto(path);
  await settled(page);
}

/** The parts of pages, by the name of their tree: where they are and what of the page is told. */
const PARTS = [
  ['strip', '/en/countries/BG', 'aside'],
  ['header', '/en/countries', 'header'],
  ['footer', '/en', 'footer'],
  ['home-ways', '/en', '.ways'],
  ['home-hotlines', '/en', 'section[aria-labelledby=hotlines]'],
  ['countries-map', '/el/countries', '.map'],
  ['countries-table', '/el/countries', '.country-table thead'],
  ['country-instruments', '/sr-Latn/countries/RS', 'section:has(> #instruments)'],
  ['experts-filters', '/en/experts?theme=ASSISTANCE', 'form[role=search]'],
  ['trainings-filters', '/en/trainings?country=GR&from=2026-02-03', 'form[role=search]'],
  ['organisations', '/en/organisations?country=GR', 'main'],
  ['recommendations', '/uk/recommendations?country=UA', '.results'],
  ['instrument', '/en/instruments/coe-197', 'main'],
  ['privacy', '/tr/privacy', 'main'],
  ['contact', '/en/contact', 'main'],
  ['not-found', '/hu/nothing/here', 'main'],
] as const;

for (const [name, path, part] of PARTS) {
  test(`${path}: ${part} is told as it was`, async ({ page }) => {
    await open(page, path);
    await expect(page.locator(part).first()).toMatchAriaSnapshot({ name: `${name}.aria.yml` });
  });
}

test('a session is told in this order: what, when, where, whether one can come, who and in which languages', async ({ page, request }) => {
  const { trainingSessions } = await ask<{ trainingSessions: { nodes: { id: string; isDemonstration: boolean }[] } }>(request, 'en', '{ trainingSessions(first: 100, sort: LATEST) { nodes { id isDemonstration } } }');
  // Other stories make sessions of their own, which have less to tell.
  await open(page, `/en/trainings/${trainingSessions.nodes.find(({ isDemonstration }) => isDemonstration)!.id}`);
  await expect(page.locator('main')).toMatchAriaSnapshot(`
    - main:
      - paragraph:
        - link "Training sessions"
      - paragraph: Training session
      - heading [level=1]
      - paragraph: Demonstration
      - term: When
      - definition:
        - time: /\\d{4}, \\d\\d:\\d\\d/
        - text: /Time zone of the session/
      - term: Where
      - definition
      - term: Language
      - definition:
        - term: Held in
        - definition
      - term: For
      - definition
      - term: Theme
      - definition:
        - link
      - term: Places
      - definition:
        - paragraph: /places? left|Full|over|number of places/
      - paragraph:
        - link "Add to your calendar"
      - paragraph: A calendar file (.ics), which your calendar application opens.
      - heading "What it is about" [level=2]
      - heading "Programme" [level=2]
      - list
      - heading "Trainers" [level=2]
      - list:
        - listitem:
          - paragraph:
            - link
      - paragraph:
        - link "All sessions on this theme"
  `);
});
