/** The letters of the page: those of the scripts it is written in come, the others do not, and nothing that is read is pushed away. */
import { expect, type Page, test } from '@playwright/test';
import { settled } from '../support/page.ts';

/** The fonts that come for a page, by script and face. */
function watchFonts(page: Page): () => string[] {
  const fonts: string[] = [];
  page.on('response', (response) => {
    const [file] = /[^/]+(?=\.woff2$)/.exec(new URL(response.url()).pathname) ?? [];
    if (file) fonts.push(file);
  });
  return () => [...new Set(fonts.map(scriptAndFace))].sort();
}

/** `cyrillic serif` of the name of a file; the letters with signs of our own languages are in files that we make. */
function scriptAndFace(file: string): string {
  const face = /serif/.test(file) ? 'serif' : 'sans';
  const script = /generated/.test(file) ? 'signed' : /(cyrillic|greek|latin-ext|latin)/.exec(file)?.[0];
  return `${script} ${face}`;
}

const both = (...scripts: string[]): string[] => scripts.flatMap((script) => [`${script} sans`, `${script} serif`]).sort();

/** A page whose names are all in the letters of the language, and what it needs. */
const READ = [
  ['fr', '/contact', both('latin')],
  ['hu', '/contact', both('latin', 'signed')],
  ['tr', '/contact', both('latin', 'signed')],
  ['el', '/contact', both('latin', 'greek')],
  ['uk', '/contact', both('latin', 'cyrillic')],
  ['bg', '/contact', both('latin', 'cyrillic')],
] as const;

for (const [locale, path, needed] of READ) {
  test(`in ${locale} the letters of its own script come, and those of no other`, async ({ page }) => {
    const fonts = watchFonts(page);
    await page.goto(`/${locale}${path}`);
    await settled(page);
    await page.waitForLoadState('networkidle');
    expect(fonts()).toEqual(needed);
    // They are there for what is written: nothing of the page waits for a letter.
    const missing = await page.evaluate(async () => {
      const said = document.querySelector('main')!.textContent;
      const faces = [['1em "Passerelle Sans", "Source Sans 3"', said], ['600 1em "Passerelle Serif", "Source Serif 4"', document.querySelector('h1')!.textContent]] as const;
      return faces.filter(([font, text]) => !document.fonts.check(font, text)).map(([font]) => font);
    });
    expect(missing).toEqual([]);
  });
}

test('control: the letters of another script come once something is written in them', async ({ page }) => {
  const fonts = watchFonts(page);
  await page.goto('/fr/contact');
  await settled(page);
  await page.evaluate(() => {
    document.documentElement.dataset.letters = 'own';
    document.querySelector('main')!.append(Object.assign(document.createElement('p'), { lang: 'el', textContent: 'Επικοινωνία' }));
  });
  await expect.poll(fonts).toContain('greek sans');
});

test('on a first visit letters come once the page is drawn, later ones have them from the start', async ({ page }) => {
  await page.addInitScript(() => {
    new MutationObserver(() => {
      document.documentElement.dataset.lettersCame ??= document.querySelector('h1') ? 'later' : 'before anything is seen';
    }).observe(document, { attributeFilter: ['data-letters'], subtree: true });
  });
  const came = (): Promise<string | undefined> => page.evaluate(() => document.documentElement.dataset.lettersCame);
  await page.goto('/uk/countries');
  await settled(page);
  expect(await came()).toBe('later');
  await page.goto('/uk/experts');
  await settled(page);
  expect(await came()).toBe('before anything is seen');
});

test('letters that would push away what is read wait for the next page', async ({ page }) => {
  // Where a line breaks depends on the fonts of the device: here a paragraph is higher for certain.
  await page.addInitScript(() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync('[data-letters="own"] p, p[data-letters="own"] { padding-block-start: 20px; }');
    document.adoptedStyleSheets.push(sheet);
  });
  const letters = page.locator('html');
  await page.goto('/fr/countries');
  await settled(page);
  await expect(letters).toHaveAttribute('data-letters', 'next');
  await page.getByRole('navigation').getByRole('link', { name: 'Experts' }).first().click();
  await expect(page.getByRole('heading', { level: 1, name: 'Experts' })).toBeVisible();
  await expect(letters).toHaveAttribute('data-letters', 'own');
});
