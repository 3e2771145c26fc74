import { flushPromises, mount } from '@vue/test-utils';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { h } from 'vue';
import { createMemoryHistory, createRouter } from 'vue-router';

import { i18n, setLocale } from '../core/i18n/index.ts';
import { inPage } from '../core/ui/pageNotes.fixture.ts';
import type { MapCountry } from './mapCountry.ts';
import { region } from './region.fixture.ts';
import { MAP_CODES } from './region.ts';
import RegionMap from './RegionMap.vue';

const router = createRouter({ history: createMemoryHistory(), routes: [{ path: '/', component: {} }, { path: '/:code', name: 'country', component: {} }] });
const text = (value: string) => ({ text: value, locale: 'en', isFallback: false, isOutdated: false });

const countries = MAP_CODES.map((code): MapCountry => ({
  code, name: text(`Land of ${code}`), nameNote: code === 'XK' ? text('The note.') : null,
  value: code === 'XK' ? 'Not a party' : '2008', short: code === 'XK' ? '–' : '2008', spoken: code === 'XK' ? 'Not a party' : '2008',
  step: code === 'XK' ? 0 : 1, isUnverified: code === 'MD',
}));

/** A browser in which everything is so wide. */
function observerOf(width: number) {
  return class {
    #tell: (entries: readonly { contentRect: DOMRect }[]) => void;
    constructor(tell: (entries: readonly { contentRect: DOMRect }[]) => void) {
      this.#tell = tell;
    }
    observe(): void {
      this.#tell([{ contentRect: new DOMRect(0, 0, width, width) }]);
    }
    disconnect(): void {
      this.#tell = () => undefined;
    }
  };
}

/** The map comes as a file, or it does not. */
const comes = () => vi.stubGlobal('fetch', vi.fn(() => Promise.resolve(Response.json(region))));
const fails = () => vi.stubGlobal('fetch', vi.fn(() => Promise.resolve(new Response(null, { status: 404 }))));

function mountMap(width: number, to?: (code: string) => string) {
  vi.stubGlobal('ResizeObserver', observerOf(width));
  return mount(inPage(() => h(RegionMap, { title: 'In force in 15', valueTitle: 'Entry into force', countries, legend: [{ step: 1, label: '2008' }, { step: 0, label: 'Not a party' }], ...(to && { to }) })), {
    global: { plugins: [i18n, router] },
  });
}

async function draw(width: number, to?: (code: string) => string) {
  comes();
  const map = mountMap(width, to);
  await vi.waitFor(() => {
    if (!map.find('svg').exists()) throw new Error('The map has not come yet');
  });
  await flushPromises();
  return map;
}

describe('the map of the countries', () => {
  beforeEach(() => setLocale('en', ['map']));

  it('opens its table where the drawing cannot be had, and asks for it again on the next page', async () => {
    fails();
    const without = mountMap(800);
    await vi.waitFor(() => expect(without.find('.map-table').attributes('open')).toBeDefined());
    expect(without.find('.map-frame').exists()).toBe(false);
    expect((await draw(800)).find('svg').exists()).toBe(true);
  });

  it('is asked for once, however many pages show it', async () => {
    await draw(800);
    comes();
    const again = mountMap(800);
    await vi.waitFor(() => expect(again.find('svg').exists()).toBe(true));
    expect(fetch).not.toHaveBeenCalled();
  });

  it('has a link for each country, named by it and its value, in the order of the countries', async () => {
    const links = (await draw(800)).findAll('a.map-label');
    expect(links.map((link) => link.attributes('data-code'))).toEqual([...MAP_CODES]);
    expect(links[0]?.attributes()).toMatchObject({ 'aria-label': 'Land of AL, 2008', href: '/AL' });
    expect(links.map((link) => link.attributes('tabindex')).filter(Boolean)).toEqual([]);
  });

  it('leads where it is told to, from its drawing and from its table', async () => {
    const map = await draw(800, (code) => `/?country=${code}`);
    expect(map.find('a.map-label[data-code="RS"]').attributes('href')).toBe('/?country=RS');
    expect(map.findAll('.map-table tbody a').map((link) => link.attributes('href'))).toEqual(MAP_CODES.map((code) => `/?country=${code}`));
  });

  it('prints each value below its name', async () => {
    const label = (await draw(800)).find('[data-code="AL"] text');
    expect(label.text()).toContain('Land of AL');
    expect(label.text()).toContain('2008');
  });

  it('says what nobody has checked, by a sign, in the legend and to those who listen', async () => {
    const map = await draw(800);
    expect(map.find('[data-code="MD"] text').text()).toContain('○');
    expect(map.find('[data-code="MD"]').attributes('aria-label')).toBe('Land of MD, 2008, Not verified yet');
    expect(map.find('.map-legend').text()).toContain('Not verified yet');
  });

  it('tells Kosovo, with its note, by dashes and a hatching', async () => {
    const map = await draw(800);
    expect(map.find('[data-code="XK"]').attributes('aria-label')).toBe('Land of XK*, Not a party');
    expect(map.find('.map-step-0').attributes('fill')).toMatch(/^url\(#.+\)$/);
    expect(map.find('.footnote').text()).toBe('The note.');
  });

  it('has a table that says the same', async () => {
    const rows = (await draw(800)).findAll('.map-table tbody tr').map((row) => row.text());
    expect(rows).toHaveLength(16);
    expect(rows[0]).toContain('Land of AL');
    expect(rows[0]).toContain('2008');
    expect(rows.at(-1)).toContain('Not a party');
  });

  it('is one picture with codes where there is no room for names', async () => {
    const map = await draw(300);
    expect(map.find('svg.map-drawing').attributes('role')).toBe('img');
    expect(map.findAll('svg a')).toHaveLength(0);
    expect(map.find('[data-code="AL"] text').text()).toBe('AL 2008');
  });
});
