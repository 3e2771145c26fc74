/**
 * Pages as they are told to who cannot see them: the tree of roles, names and states that a screen reader is given, of all that
 * does not depend on the day. `playwright test tree --update-snapshots` writes the trees anew: read the difference.
 */
import { expect, type Locator, type Page, test } from '@playwright/test';
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
  ['organisations-contents', '/sr-Cyrl/organisations', '.on-page'],
  ['organisations-of-a-country', '/sr-Cyrl/organisations', 'section[aria-labelledby=of-AL]'],
  ['recommendations', '/uk/recommendations?country=UA', '.results'],
  ['recommendations-list', '/el/recommendations?country=BG', '.results'],
  ['instruments-table', '/en/instruments', '.matrix-scroll'],
  ['instruments-in-time', '/uk/instruments', '.timeline-list'],
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

test('the countries are told row by row, each cell below its head', async ({ page }) => {
  await open(page, '/sq/countries');
  // How many sessions and experts there are changes with the day, and with what other stories do.
  await page.locator('.country-table td.number').evaluateAll((cells) => cells.forEach((cell) => (cell.textContent = '0')));
  await expect(page.locator('.country-table tbody')).toMatchAriaSnapshot({ name: 'countries-rows.aria.yml' });
});

/** The rows of what is invented, which all have the same to tell: other stories make some that have less. */
const invented = (page: Page): Promise<Locator[]> => page.locator('.results article', { has: page.locator('.chip-demonstration') }).all();

for (const [locale, heldIn, mark, states] of [
  ['en', 'Held in', 'Demonstration', 'Places available|Last places|Full|Under way|not known|Registration closed|Cancelled'],
  ['uk', 'Мова проведення', 'Демонстрація', 'Є вільні місця|Останні місця|Вільних місць немає|Триває|невідома|Реєстрацію закрито|Скасовано'],
] as const) {
  test(`in ${locale} each session of the list is told by what, when, where, its languages and whether one can come`, async ({ page }) => {
    await open(page, `/${locale}/trainings`);
    const rows = await invented(page);
    expect(rows.length).toBeGreaterThan(5);
    for (const row of rows) {
      await expect(row).toMatchAriaSnapshot(`
        - article:
          - heading [level=3]:
            - link
          - paragraph: /\\d.*\\d{4}/
          - paragraph: /./
          - term: ${heldIn}
          - definition
          - text: ${mark}
          - paragraph: /${states}/
      `);
    }
  });
}

for (const [locale, mark, terms] of [
  ['en', 'Demonstration', ['Working languages', 'Themes', 'Countries known', 'Vouched for by', 'Last mission']],
  ['uk', 'Демонстрація', ['Робочі мови', 'Теми', 'Знання країн', 'Хто ручається за особу', 'Остання місія']],
] as const) {
  test(`in ${locale} each expert of the list is told by profession and institution, then by what they can do and who vouches for them`, async ({ page }) => {
    await open(page, `/${locale}/experts`);
    const rows = await invented(page);
    expect(rows.length).toBeGreaterThan(5);
    for (const row of rows) {
      await expect(row).toMatchAriaSnapshot(`
        - article:
          - heading [level=2]:
            - link
          - paragraph
          - paragraph
          - paragraph: ${mark}
${terms.map((term) => `          - term: ${term}\n          - definition`).join('\n')}
      `);
    }
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
