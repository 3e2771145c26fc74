// @vitest-environment node
/** The colours can be read: contrasts after WCAG 2.2, measured on the tokens themselves. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

import { luminance, srgbColours, srgbOf } from '../../scripts/srgb.ts';

type Scheme = 'light' | 'dark';

const css = readFileSync(fileURLToPath(new URL('tokens.css', import.meta.url)), 'utf8');
const COLOUR = String.raw`oklch\([^)]+\)`;

/** The colours that a block of the file sets, by name, in both schemes. */
function block(start: string): Map<string, Record<Scheme, string>> {
  const from = css.indexOf(start) + start.length;
  const text = css.slice(from, css.indexOf('}', from));
  const found = new Map<string, Record<Scheme, string>>();
  for (const [, name = '', light = '', dark = ''] of text.matchAll(new RegExp(`--([\\w-]+): light-dark\\((${COLOUR}), (${COLOUR})\\);`, 'g'))) found.set(name, { light, dark });
  for (const [, name = '', both = ''] of text.matchAll(new RegExp(`--([\\w-]+): (${COLOUR});`, 'g'))) found.set(name, { light: both, dark: both });
  return found;
}

function contrast(one: string, other: string): number {
  const [high = 0, low = 0] = [luminance(one), luminance(other)].sort((x, y) => y - x);
  return (high + 0.05) / (low + 0.05);
}

const usual = block(':root {');
const high = new Map([...usual, ...block(':root[data-theme="contrast"] {')]);

/** What stands on what, and how much contrast it needs in the usual look. */
const TEXT: [string, string, number][] = [
  ['ink', 'paper', 7], ['ink', 'paper-2', 7], ['ink', 'paper-3', 7], ['ink', 'accent-tint', 7], ['ink', 'no-tint', 7], ['ink', 'action-tint', 7],
  ['ink-2', 'paper', 7], ['ink-2', 'paper-2', 7], ['ink-3', 'paper', 4.5], ['ink-3', 'paper-2', 4.5],
  ['action', 'paper', 7], ['action', 'paper-2', 7], ['action-2', 'paper', 7], ['on-action', 'action', 7], ['on-action', 'action-2', 7],
  ['ok', 'paper', 7], ['wait', 'paper', 7], ['no', 'paper', 7], ['no', 'no-tint', 4.5],
  ['on-strip', 'strip', 7], ['on-exit', 'exit', 7], ['on-map-3', 'map-3', 4.5], ['ink', 'map-1', 7], ['ink', 'map-2', 4.5],
];
const LINES: [string, string][] = [['edge', 'paper'], ['edge', 'paper-2'], ['accent', 'paper'], ['action', 'paper'], ['exit', 'strip']];

function shortfalls(colours: Map<string, Record<Scheme, string>>, pairs: [string, string, number][]): string[] {
  return (['light', 'dark'] as const).flatMap((scheme) => pairs.flatMap(([on, under, least]) => {
    const value = contrast(colours.get(on)![scheme], colours.get(under)![scheme]);
    return value < least ? [`${on} on ${under}, ${scheme}: ${value.toFixed(2)} < ${least}`] : [];
  }));
}

describe('the colours', () => {
  it('are measured rightly: black on white is 21, and a grey that is too light is found', () => {
    expect(contrast('oklch(0 0 0)', 'oklch(1 0 0)')).toBeCloseTo(21, 1);
    const pale = new Map([...usual, ['ink', { light: 'oklch(0.7 0 0)', dark: 'oklch(0.4 0 0)' }]] as const);
    expect(shortfalls(pale, TEXT)).not.toEqual([]);
  });

  it('all lie in sRGB, in which the build writes them, and one that does not is refused', () => {
    const written = [...css.matchAll(new RegExp(COLOUR, 'g'))].map(([colour]) => srgbOf(colour));
    expect(written.length).toBeGreaterThan(100);
    expect(written.filter((colour) => !/^#[0-9a-f]{6}$/.test(colour))).toEqual([]);
    expect([srgbOf('oklch(0 0 0)'), srgbOf('oklch(1 0 0)'), srgbOf('oklch(0.627955 0.257683 29.2339)')]).toEqual(['#000000', '#ffffff', '#ff0000']);
    expect(() => srgbOf('oklch(0.7 0.3 145)')).toThrow('beyond sRGB');
    const declaration = { value: 'light-dark(oklch(1 0 0), oklch(0 0 0))' };
    srgbColours.Declaration(declaration);
    expect(declaration.value).toBe('light-dark(#ffffff, #000000)');
  });

  it('of texts can be read on what they stand on, in the light and in the dark', () => {
    expect(shortfalls(usual, TEXT)).toEqual([]);
  });

  it('of controls and signs are seen', () => {
    expect(shortfalls(usual, LINES.map(([on, under]) => [on, under, 3]))).toEqual([]);
  });

  it('give every text 7 : 1 and every line 4.5 : 1 in high contrast', () => {
    expect(shortfalls(high, TEXT.filter(([, under]) => !under.startsWith('map-')).map(([on, under]) => [on, under, 7]))).toEqual([]);
    expect(shortfalls(high, [...LINES, ['rule', 'paper'] as [string, string]].map(([on, under]) => [on, under, 4.5]))).toEqual([]);
  });

  it('are the same whether high contrast is chosen here or asked for by the device', () => {
    expect(block('@media (prefers-contrast: more) {\n  :root {')).toEqual(block(':root[data-theme="contrast"] {'));
  });
});
