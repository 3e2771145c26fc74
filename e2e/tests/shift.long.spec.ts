/** What is drawn later pushes nothing away that is read already, on the slowest telephone. */
import { expect, type Page, test } from '@playwright/test';
import { settled } from '../support/page.ts';

/** What Lighthouse holds to be good; no page of ours comes near it. */
const LIMIT = 0.05;

/** How far the parts of a page moved while it came (Cumulative Layout Shift), and which moved. */
async function shiftsOf(page: Page, path: string, style = ''): Promise<{ sum: number; moved: string[] }> {
  const session = await page.context().newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: 8 });
  await page.addInitScript((css) => {
    const seen: { value: number; sources: { node: Node | null }[] }[] = [];
    Object.assign(globalThis, { seen });
    new PerformanceObserver((list) => seen.push(...(list.getEntries() as never[]))).observe({ type: 'layout-shift', buffered: true });
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    document.adoptedStyleSheets.push(sheet);
  }, style);
  await page.goto(path);
  await settled(page);
  return page.evaluate(() => {
    const { seen } = globalThis as unknown as { seen: { value: number; sources: { node: Node | null }[] }[] };
    return {
      sum: seen.reduce((sum, { value }) => sum + value, 0),
      moved: seen.flatMap(({ sources }) => sources.map(({ node }) => (node instanceof Element ? `${node.tagName}.${node.className}` : String(node?.nodeName)))),
    };
  });
}

test.use({ viewport: { width: 412, height: 823 } });

for (const path of ['/fr/countries/RO', '/uk/trainings', '/el/experts', '/uk/experts', '/tr/countries/RO']) {
  test(`nothing moves while ${path} comes`, async ({ page }) => {
    test.slow();
    const { sum, moved } = await shiftsOf(page, path);
    expect(sum, moved.join(', ')).toBeLessThan(LIMIT);
  });
}

test('a foot that comes up before the page is whole is noticed', async ({ page }) => {
  test.slow();
  const { sum, moved } = await shiftsOf(page, '/fr/countries/RO', 'main { min-block-size: 0 !important; }');
  expect(sum).toBeGreaterThan(LIMIT);
  expect(moved.join()).toContain('FOOTER');
});
