/** What every page must be, whatever it shows. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { expect, type Page } from '@playwright/test';
import type axe from 'axe-core';
import { isShort } from './short.ts';

/** Collects what a page must not do: errors in its console, failed requests, requests to anybody else. */
export function watch(page: Page): () => string[] {
  const wrong: string[] = [];
  page.on('console', (message) => {
    // The browser says so of the document of an address at which nothing is.
    if (/status of 404/.test(message.text()) && message.location().url === page.url()) return;
    // What a browser of another year does not know is not open to the page in it either.
    if (/Permissions-Policy header: Unrecognized feature/.test(message.text())) return;
    if (message.type() === 'error' || message.type() === 'warning') wrong.push(`console: ${message.text()}`);
  });
  page.on('pageerror', (error) => wrong.push(`error: ${error.message}`));
  page.on('requestfailed', (request) => {
    // A question that the page lets go of, since another took its place, is no failure.
    if (request.failure()?.errorText !== 'net::ERR_ABORTED') wrong.push(`failed: ${request.url()}`);
  });
  page.on('request', (request) => {
    if (new URL(request.url()).hostname !== 'localhost') wrong.push(`elsewhere: ${request.url()}`);
  });
  return () => wrong;
}

/** How often a page is looked at that is not ready, in milliseconds: it mostly is soon. */
const LOOKS = { intervals: [20, 40, 80, 160], timeout: 15_000 };

/** What a page still lacks, as lines to read. One that is left for another has nothing yet. */
async function lacking(page: Page, of: 'application' | 'all'): Promise<string[]> {
  try {
    return await page.evaluate((isAll) => {
      const lacks: [boolean, string][] = [
        ['__vue_app__' in (document.getElementById('app') ?? {}), 'the application'],
        [document.querySelector('main') !== null && !document.querySelector('main[aria-busy]'), 'more than the frame'],
        [!isAll || Boolean(document.querySelector('h1')?.textContent.trim()), 'a heading'],
        [!isAll || !document.querySelector('[aria-busy="true"]'), 'what is on its way'],
        [!isAll || ('letters' in document.documentElement.dataset && document.fonts.status === 'loaded'), 'its letters'],
      ];
      return lacks.flatMap(([isThere, what]) => (isThere ? [] : [what]));
    }, of === 'all');
  } catch (error) {
    if (page.isClosed() || !/context was destroyed|navigation/i.test((error as Error).message)) throw error;
    return ['the page that takes its place'];
  }
}

/** Waits until the application has taken over the frame that came with the document, and shows more than it. */
export async function takenOver(page: Page): Promise<void> {
  await expect.poll(() => lacking(page, 'application'), { ...LOOKS, message: 'what the page lacks' }).toEqual([]);
}

/** Waits until nothing on the page is on its way. */
export async function settled(page: Page): Promise<void> {
  await expect.poll(() => lacking(page, 'all'), { ...LOOKS, message: 'what the page lacks' }).toEqual([]);
}

/** The rules of WCAG 2.2 at the levels A and AA and those that axe holds to be good practice. What passes is not told in detail. */
const RULES = {
  runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
  resultTypes: ['violations'],
} satisfies axe.RunOptions;

/** The rules that another look can break: looks differ in their colours. */
export const RULES_OF_COLOUR = { runOnly: { type: 'rule', values: ['color-contrast', 'link-in-text-block'] }, resultTypes: ['violations'] } satisfies axe.RunOptions;

/** Half as long to read as the one with its comments, for every page anew. */
const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** What axe finds wrong with a page, a line for each rule. The site has no frames: axe is brought to a document once, and asked there. */
export async function faultsOfAxe(page: Page, asked: axe.RunOptions = RULES): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(AXE);
  return page.evaluate(async (rules) => {
    // From the top: what the bar of the way out covers while a page is scrolled is as large as before.
    const [x, y] = [scrollX, scrollY];
    scrollTo({ left: 0, top: 0, behavior: 'instant' });
    const { violations } = await (globalThis as unknown as { axe: typeof axe }).axe.run(document, rules);
    scrollTo({ left: x, top: y, behavior: 'instant' });
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).slice(0, 3).join(' | ')}`);
  }, asked);
}

/** The kinds of elements that axe has been asked of, in this process. */
const KNOWN = new Set<string>();

/** The kinds of elements that are seen on a page: each by what it is, with what, in what, and in which state; and which page it is. Where none of them is new, axe says nothing new. */
const kindsOn = (page: Page): Promise<string[]> => page.evaluate(() => {
  const STATES = /^(?:aria-(?:checked|current|expanded|invalid|pressed|selected)|role|type)$/;
  const nameOf = (element: Element): string => [element.localName, ...[...element.classList].sort()].join('.');
  const kinds = [...document.querySelectorAll('body *')].filter((element) => element.checkVisibility()).map((element) => {
    const attributes = [...element.attributes].map(({ name, value }) => (STATES.test(name) ? `${name}=${value}` : name)).sort();
    return [nameOf(element.parentElement!), nameOf(element), ...attributes, element.children.length > 0 || element.textContent?.trim() ? '' : 'empty'].join(' ');
  });
  const [, , ...place] = location.pathname.replaceAll(/[A-Z]\w+_[\w-]+/g, 'id').split('/');
  return [...new Set([place.join('/'), ...kinds])];
});

/** No fault that axe finds. Told shortly, it is asked where there is something of a kind that it has not been asked of. */
export async function accessible(page: Page): Promise<void> {
  if (isShort) {
    const kinds = await kindsOn(page);
    if (kinds.every((kind) => KNOWN.has(kind))) return;
    for (const kind of kinds) KNOWN.add(kind);
  }
  expect.soft(await faultsOfAxe(page)).toEqual([]);
}

/** No fault of colour that axe finds. */
export async function legible(page: Page): Promise<void> {
  expect.soft(await faultsOfAxe(page, RULES_OF_COLOUR)).toEqual([]);
}
