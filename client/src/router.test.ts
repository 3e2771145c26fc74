import { beforeEach, describe, expect, it } from 'vitest';
import { createMemoryHistory, type Router } from 'vue-router';

import { i18n, locale } from './core/i18n/index.ts';
import { hasMoved } from './core/ui/index.ts';
import { innerRoutes } from './innerRoutes.ts';
import { createAppRouter } from './router.ts';

let router: Router;

async function go(address: string): Promise<void> {
  await router.push(address);
}

beforeEach(() => {
  router = createAppRouter(createMemoryHistory());
});

describe('the router', () => {
  it('sends an address without a locale to that of the document, filters kept', async () => {
    document.documentElement.lang = 'sr-Latn';
    await go('/trainings?country=AL');
    expect(router.currentRoute.value.fullPath).toBe('/sr-Latn/trainings?country=AL');
  });

  it('sends the bare address to the home page', async () => {
    document.documentElement.lang = 'sr-Latn';
    await go('/');
    expect(router.currentRoute.value).toMatchObject({ name: 'home', params: { locale: 'sr-Latn' } });
  });

  it('shows a locale that the address names, in its own words, before the page changes', async () => {
    await go('/mk/countries/MK');
    expect(locale.value).toBe('mk');
    expect(document.documentElement.lang).toBe('mk');
    expect(document.documentElement.dir).toBe('ltr');
    expect(i18n.global.t('nav.countries')).toBe('Земји');
  });

  it('describes each page in its language, and what has no description not at all', async () => {
    const described = (): string | null | undefined => document.querySelector('meta[name="description"]')?.getAttribute('content');
    await go('/fr/experts');
    const french = described();
    expect(french).toBe(i18n.global.t('experts.intro'));
    await go('/el/experts');
    expect(described()).toBe(i18n.global.t('experts.intro'));
    expect(described()).not.toBe(french);
    await go('/el/nothing/here');
    expect(described()).toBeUndefined();
  });

  it('keeps the tag of Montenegrin as it is', async () => {
    await go('/cnr/experts');
    expect(document.documentElement.lang).toBe('cnr');
  });

  it('finds the inner pages, which the first page does not load, with what the address asks', async () => {
    expect(router.hasRoute('training-record')).toBe(false);
    await go('/mk/training-record?whose=own#here');
    expect(router.currentRoute.value).toMatchObject({ name: 'training-record', params: { locale: 'mk' }, query: { whose: 'own' }, hash: '#here' });
    expect(router.hasRoute('missions')).toBe(true);
  });

  it('takes no inner address for one of the others', () => {
    expect(innerRoutes.length).toBeGreaterThan(20);
    for (const { path } of innerRoutes) expect(router.resolve(`/fr/${path.replaceAll(/:\w+/g, 'x')}`).name, path).toBe('not-found');
  });

  it('has a page for what is not there, in the locale of the address', async () => {
    await go('/uk/nothing/here');
    expect(router.currentRoute.value).toMatchObject({ name: 'not-found', params: { locale: 'uk' } });
  });

  it('does not take a code that is none for a country', async () => {
    await go('/fr/countries/albanie');
    expect(router.currentRoute.value.name).toBe('not-found');
  });

  it('tells in the head where the page is in the sixteen languages and where one may choose', async () => {
    await go('/fr/experts?theme=ASSISTANCE');
    const links = [...document.head.querySelectorAll<HTMLLinkElement>('link[rel="alternate"]')];
    expect(links).toHaveLength(17);
    const at = (tag: string): string | undefined => links.find((link) => link.hreflang === tag)?.getAttribute('href')?.replace(location.origin, '');
    expect(at('el')).toBe('/el/experts?theme=ASSISTANCE');
    expect(at('x-default')).toBe('/experts?theme=ASSISTANCE');
  });
});

describe('the focus', () => {
  it('is the page’s to move when the reader comes from another page, and not when they only change the language', async () => {
    await go('/fr/countries/AL');
    await go('/el/countries/AL');
    expect(hasMoved.value).toBe(false);
    await go('/el/countries/GR');
    expect(hasMoved.value).toBe(true);
    await go('/hu/countries/GR');
    expect(hasMoved.value).toBe(false);
  });
});
