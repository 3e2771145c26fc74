/** No component writes a colon by hand: before it French has a space of its own. */
import { expect, it } from 'vitest';

import { asLabel } from './index.ts';

const COMPONENTS = import.meta.glob<string>('/src/**/*.vue', { query: '?raw', import: 'default', eager: true });

const byHand = (component: string): string[] => component.match(/.*(?:\}\}|<\/[a-zA-Z]+>)\s*:(?:\s|<|$).*|.*\}: ?\$\{(?!minutes).*/gm) ?? [];

it('a label has its colon, after a narrow space that does not break in French alone', () => {
  expect([asLabel('Urgence', 'fr'), asLabel('Urgency', 'en'), asLabel('Hitnost', 'sr-Latn')]).toEqual(['Urgence\u202f:', 'Urgency:', 'Hitnost:']);
});

it('no component writes one by hand; one that does is found: the control', () => {
  expect(Object.entries(COMPONENTS).filter(([, component]) => byHand(component).length > 0).map(([path]) => path)).toEqual([]);
  expect([byHand('<p>{{ t(\'a\') }}: x</p>'), byHand('<p><bdi>{{ name }}</bdi>: x</p>'), byHand('const a = `${b}: ${c}`;'), byHand('<p>{{ asLabel(t(\'a\'), locale) }} x</p>')].map(({ length }) => length)).toEqual([1, 1, 1, 0]);
});
