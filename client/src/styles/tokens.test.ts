// @vitest-environment node
/** The colours can be read: contrasts after WCAG 2.2, measured on the tokens themselves. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

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

/** Relative luminance of an OKLCH colour, brought into sRGB as screens do. */
function luminance(colour: string): number {
  const [L = 0, C = 0, H = 0] = colour.slice(6, -1).split(' ').map(Number);
  const [a, b] = [C * Math.cos((H * Math.PI) / 180), C * Math.sin((H * Math.PI) / 180)];
  const [l, m, s] = [L + 0.3963377774 * a + 0.2158037573 * b, L - 0.1055613458 * a - 0.0638541728 * b, L - 0.0894841775 * a - 1.291485548 * b].map((x) => x ** 3) as [number, number, number];
  const linear = [
    4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
    -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
    -0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s,
  ].map((x) => Math.min(1, Math.max(0, x))) as [number, number, number];
  return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2];
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
