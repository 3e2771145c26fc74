import { afterEach, expect, it } from 'vitest';
import { h, nextTick } from 'vue';

import { isFrame } from '../core/ui/index.ts';
import { takeOver } from './takeOver.ts';

const page = () => [h('a', { href: '/a' }), h('p', isFrame.value ? 'frame' : 'browser')];
const FRAME = '<!--[--><a href="/a"></a><p>frame</p><!--]-->';

afterEach(() => document.body.replaceChildren());

function place(html: string): { place: Element; link: HTMLElement | null } {
  document.body.innerHTML = `<div id="app">${html}</div>`;
  return { place: document.getElementById('app')!, link: document.querySelector('a') };
}

const start = (at: Element, address: { search: string; hash: string }): Promise<void> => takeOver(page, at, address, { prepare: [], warmUp: () => undefined });

it('the frame becomes a part of the application as it stands, and keeps the focus', async () => {
  const { place: at, link } = place(FRAME);
  link?.focus();
  await start(at, { search: '', hash: '' });
  await nextTick();
  expect(at.querySelector('a')).toBe(link);
  expect(document.activeElement).toBe(link);
});

it('what only the browser knows shows afterwards', async () => {
  const { place: at } = place(FRAME);
  const started = start(at, { search: '', hash: '' });
  expect(at.textContent).toBe('frame');
  await started;
  await nextTick();
  expect(at.textContent).toBe('browser');
});

it.each([{ search: '?country=RO', hash: '' }, { search: '', hash: '#hotlines' }])('a page that is asked for more than its frame is drawn anew: %o', async (address) => {
  const { place: at, link } = place(FRAME);
  await start(at, address);
  expect(at.querySelector('a')).not.toBe(link);
  expect(at.textContent).toBe('browser');
});

it('a document without a frame is filled', async () => {
  const { place: at } = place('');
  await start(at, { search: '', hash: '' });
  expect(at.textContent).toBe('browser');
});
