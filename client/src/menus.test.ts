import { LOCALE_TAGS, LOCALES } from '@passerelle/shared/locales.ts';
import { mount, type VueWrapper } from '@vue/test-utils';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createMemoryHistory, createRouter, type Router } from 'vue-router';

import { byName, i18n, LOCALE_PARAM, setLocale } from './core/i18n/index.ts';
import LanguageMenu from './LanguageMenu.vue';
import { LANGUAGES_BY_SCRIPT } from './languages.ts';
import MainMenu from './MainMenu.vue';

let router: Router;
let menu: VueWrapper;

beforeEach(async () => {
  const page = (path: string, name: string): { path: string; name: string; component: object } => ({ path, name, component: {} });
  router = createRouter({
    history: createMemoryHistory(),
    routes: [{ path: `/${LOCALE_PARAM}`, children: [page('', 'home'), page('countries', 'countries'), page('countries/:code', 'country'), page('law', 'recommendations')] }],
  });
  await setLocale('en');
  await router.push('/en/countries/AL');
});

afterEach(() => menu.unmount());

function draw(component: typeof MainMenu | typeof LanguageMenu): VueWrapper {
  menu = mount(component, { global: { plugins: [i18n, router] }, attachTo: document.body });
  return menu;
}

describe('the main menu', () => {
  it('offers the sections that the site has, and no other', () => {
    expect(draw(MainMenu).findAll('a').map((link) => [link.text(), link.attributes('href')]))
      .toEqual([['Countries', '/en/countries'], ['Law', '/en/law']]);
  });

  it('marks the section of the page, and the page itself', async () => {
    const [countries] = draw(MainMenu).findAll('a');
    expect(countries!.attributes('aria-current')).toBe('true');
    await router.push('/en/countries');
    expect(countries!.attributes('aria-current')).toBe('page');
  });

  it('opens on a narrow page, closes with Escape, and gives the focus back', async () => {
    const button = draw(MainMenu).find('button');
    await button.trigger('click');
    expect(button.attributes('aria-expanded')).toBe('true');
    (menu.find('a').element as HTMLElement).focus();
    await menu.find('a').trigger('keydown', { key: 'Escape' });
    expect(button.attributes('aria-expanded')).toBe('false');
    expect(document.activeElement).toBe(button.element);
  });
});

describe('the languages', () => {
  it('are sixteen under their own names, by script, with the present one marked', () => {
    const links = draw(LanguageMenu).findAll('nav a');
    expect(links.map((link) => link.text())).toEqual([
      'bosanski', 'crnogorski', 'English', 'français', 'hrvatski', 'magyar', 'română', 'shqip', 'slovenščina', 'srpski (latinica)', 'Türkçe',
      'ελληνικά', 'български', 'македонски', 'српски (ћирилица)', 'українська',
    ]);
    expect(links.filter((link) => link.attributes('aria-current')).map((link) => link.attributes('lang'))).toEqual(['en']);
    expect(links[11]!.attributes()).toMatchObject({ lang: 'el', hreflang: 'el', href: '/el/countries/AL' });
  });

  it('close with Escape and when one is chosen, and the focus goes back to what opened them', async () => {
    const details = draw(LanguageMenu).find('details');
    const open = async (): Promise<void> => {
      (details.element as HTMLDetailsElement).open = true;
      await details.trigger('toggle');
      (menu.find('nav a').element as HTMLElement).focus();
    };
    await open();
    await menu.find('nav a').trigger('keydown', { key: 'Escape' });
    expect((details.element as HTMLDetailsElement).open).toBe(false);
    expect(document.activeElement).toBe(menu.find('summary').element);
    await open();
    await router.push('/bs/countries/AL');
    expect((details.element as HTMLDetailsElement).open).toBe(false);
    expect(document.activeElement).toBe(menu.find('summary').element);
  });

  it('change the page where it is, unless they are opened elsewhere', async () => {
    const link = draw(LanguageMenu).findAll('nav a')[11]!;
    const elsewhere = new MouseEvent('click', { ctrlKey: true, cancelable: true, bubbles: true });
    link.element.dispatchEvent(elsewhere);
    expect(elsewhere.defaultPrevented).toBe(false);
    const here = new MouseEvent('click', { cancelable: true, bubbles: true });
    link.element.dispatchEvent(here);
    expect(here.defaultPrevented).toBe(true);
    await vi.waitFor(() => expect(router.currentRoute.value.path).toBe('/el/countries/AL'), { timeout: 10_000 });
  });

  it('close by a touch elsewhere', async () => {
    const details = draw(LanguageMenu).find('details');
    (details.element as HTMLDetailsElement).open = true;
    await details.trigger('toggle');
    document.body.dispatchEvent(new PointerEvent('pointerdown', { bubbles: true }));
    await menu.vm.$nextTick();
    expect((details.element as HTMLDetailsElement).open).toBe(false);
  });
});

it('the languages stand by script, then by the name of each in itself', () => {
  const sorted = (['Latn', 'Grek', 'Cyrl'] as const).flatMap((script) => byName(LOCALE_TAGS.filter((tag) => LOCALES[tag].script === script), (tag) => LOCALES[tag].endonym, 'en'));
  expect(LANGUAGES_BY_SCRIPT).toEqual(sorted);
});
