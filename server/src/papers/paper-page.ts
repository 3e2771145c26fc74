/** A paper as a page to be printed, by itself: nothing of it runs, and it asks for nothing. */
import { createHash } from 'node:crypto';
import { LOCALES } from '@passerelle/shared/locales.ts';
import { colonOf, shownIn, type Told } from '../core/pdf/index.ts';
import type { Item, Line, Part, Section } from './sheet.ts';

const STYLE = `@page{size:A4;margin:20mm}:root{color-scheme:light}body{margin:0 auto;padding:1.5rem;max-inline-size:42rem;font:1rem/1.5 "Source Sans 3","Segoe UI",Roboto,"Helvetica Neue",Arial,sans-serif;color:#16202e;background:#fff}
article+article{margin-block-start:2.5rem;padding-block-start:1.5rem;border-block-start:1px solid #b9c2cf}h1,h2,h3,h4{line-height:1.25;margin-block:1.4rem .4rem;break-after:avoid}h1,.title{font-size:1.6rem;margin-block-start:0}h2{font-size:1.25rem}h3,h4{font-size:1.05rem}
section>div{break-inside:avoid}p{margin-block:.25rem}.quiet{color:#4a5567}.mark{font-weight:600;color:#8f3f10}dl{margin:0}dl>div{display:flex;flex-wrap:wrap;column-gap:.4rem}dt{color:#4a5567}dd{margin:0;font-weight:600;overflow-wrap:anywhere}.sign{margin-block:2.5rem 0;padding-block-start:.4rem;border-block-start:1px solid #4a5567;max-inline-size:24rem}
@media print{body{padding:0;max-inline-size:none}}`;

/** What the page may do: be styled by these very styles. */
export const PAGE_POLICY = `default-src 'none'; style-src 'sha256-${createHash('sha256').update(STYLE).digest('base64')}'; frame-ancestors 'none'; sandbox allow-modals`;

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
const inLanguage = ({ text, locale }: Told, around: Part): string => (locale === around.locale ? escaped(text) : `<span lang="${LOCALES[locale].intl}">${escaped(shownIn({ text, locale }, around.locale))}</span>`);

function listOf(lines: readonly Line[], part: Part): string {
  return lines.length === 0 ? '' : `<dl>${lines.map(({ label, value }) => `<div><dt>${escaped(label)}${colonOf(part.locale).trimEnd()}</dt><dd>${inLanguage(value, part)}</dd></div>`).join('')}</dl>`;
}

const itemOf = ({ heading, lines }: Item, part: Part, level: number): string => `<div><h${level}>${inLanguage(heading, part)}</h${level}>${listOf(lines, part)}</div>`;

function sectionOf({ heading, items, none }: Section, part: Part, level: number): string {
  return `<section><h${level}>${escaped(heading)}</h${level}>${none === null ? '' : `<p class="quiet">${escaped(none)}</p>`}${items.map((item) => itemOf(item, part, level + 1)).join('')}</section>`;
}

function articleOf(part: Part, level: 1 | 2): string {
  const { locale, title, version, marks, lead, lines, sections, closing, signatures, notes } = part;
  return [
    `<article lang="${LOCALES[locale].intl}"><h${level} class="title">${escaped(title)}</h${level}><p class="quiet">${escaped(version)}</p>`, ...marks.map((mark) => `<p class="mark">${escaped(mark)}</p>`), lead === null ? '' : `<p>${escaped(lead)}</p>`,
    listOf(lines, part), ...sections.map((one) => sectionOf(one, part, level + 1)), ...closing.map((text) => `<p class="quiet">${escaped(text)}</p>`), ...signatures.map((label) => `<p class="sign">${escaped(label)}</p>`),
    ...notes.map((note) => `<p class="quiet"><small>${inLanguage(note, part)}</small></p>`), '</article>',
  ].join('');
}

/** The page. */
export function paperPage(parts: readonly Part[]): string {
  const [first] = parts;
  return `<!doctype html><html lang="${LOCALES[first!.locale].intl}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta name="robots" content="noindex"><title>${escaped(`${first!.title} – ${first!.version}`)}</title><style>${STYLE}</style></head><body><main>${
    parts.map((part, i) => articleOf(part, i === 0 ? 1 : 2)).join('')}</main></body></html>`;
}
