import { mount } from '@vue/test-utils';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { h, nextTick, ref } from 'vue';
import { createRouter, createWebHistory, type Router, RouterLink, RouterView } from 'vue-router';

import { i18n, setLocale } from '../core/i18n/index.ts';
import { hasMoved, PageHeading } from '../core/ui/index.ts';
import './openedLink.ts';

const shown = ref<readonly string[]>([]);
const List = { render: () => [h(PageHeading, { title: 'List' }), ...shown.value.map((name) => h('p', [h(RouterLink, { to: `/things/${name}` }, () => name)]))] };
const Thing = { render: () => [h(PageHeading, { title: 'Thing' }), h(RouterLink, { to: '/list' }, () => 'List')] };

let router: Router;
let app: ReturnType<typeof mount>;

const links = (): HTMLElement[] => [...document.querySelectorAll<HTMLElement>('p a')];
const focused = (): string | undefined => document.activeElement?.outerHTML.replace(/<(\w+).*>(.*)<.*/, '$1 $2');
const arrived = async (path: string): Promise<void> => {
  await vi.waitFor(() => expect(router.currentRoute.value.path).toBe(path));
  await nextTick();
};

beforeEach(async () => {
  await setLocale('en');
  history.replaceState(null, '', '/list');
  shown.value = ['one', 'two', 'three', 'two'];
  router = createRouter({ history: createWebHistory(), routes: [{ path: '/list', component: List }, { path: '/things/:name', component: Thing }] });
  router.afterEach((to, from) => {
    hasMoved.value = to.path !== from.path;
  });
  app = mount(() => h(RouterView), { global: { plugins: [i18n, router] }, attachTo: document.body });
  await router.isReady();
  await nextTick();
});

afterEach(() => {
  app.unmount();
  hasMoved.value = false;
});

/** Opens a link of the list, and goes back to it. */
async function openAndReturn(link: HTMLElement, onTheWay = (): void => undefined): Promise<void> {
  link.focus();
  link.click();
  await arrived('/things/two');
  expect(focused()).toBe('h1 Thing');
  onTheWay();
  router.back();
  await arrived('/list');
}

it('the focus is on the link that was opened, of two to one address the very one', async () => {
  await openAndReturn(links()[3]!);
  expect(document.activeElement).toBe(links()[3]);
});

it('forward again it is on the heading', async () => {
  await openAndReturn(links()[1]!);
  router.forward();
  await arrived('/things/two');
  expect(focused()).toBe('h1 Thing');
});

it('a link that comes later is waited for, on the heading', async () => {
  await openAndReturn(links()[1]!, () => {
    shown.value = [];
  });
  expect(focused()).toBe('h1 List');
  shown.value = ['one', 'two'];
  await vi.waitFor(() => expect(focused()).toBe('a two'));
});

it('who has gone on meanwhile is left where they are', async () => {
  await openAndReturn(links()[1]!, () => {
    shown.value = ['one'];
  });
  links()[0]!.focus();
  shown.value = ['one', 'two'];
  await nextTick();
  await new Promise((done) => setTimeout(done));
  expect(focused()).toBe('a one');
});

it('a link that is gone leaves it on the heading', async () => {
  await openAndReturn(links()[1]!, () => {
    shown.value = ['one'];
  });
  expect(focused()).toBe('h1 List');
});

it.each<[string, MouseEventInit, string]>([['a click for another tab', { ctrlKey: true }, '/things/two'], ['a click with the other button', { button: 1 }, '/things/two'], ['a link out of the site', {}, 'https://example.org/']])('%s is not kept', (_title, how, address) => {
  const link = document.body.appendChild(Object.assign(document.createElement('a'), { href: address }));
  link.addEventListener('click', (click) => click.preventDefault());
  link.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true, ...how }));
  link.remove();
  expect(history.state).not.toHaveProperty('opened');
});

it('an entry without a state leaves it on the heading', async () => {
  const wrong = vi.fn((fault: ErrorEvent | PromiseRejectionEvent) => fault.preventDefault());
  addEventListener('error', wrong);
  await router.push('/things/two');
  history.replaceState(null, '');
  document.body.append(document.createElement('p'));
  await new Promise((done) => setTimeout(done));
  removeEventListener('error', wrong);
  expect([focused(), wrong.mock.calls]).toEqual(['h1 Thing', []]);
});

it('a page that was opened by no link leaves it on the heading', async () => {
  await router.push('/things/two');
  router.back();
  await arrived('/list');
  expect(focused()).toBe('h1 List');
});
