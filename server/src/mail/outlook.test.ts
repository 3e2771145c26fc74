/** That the mails are whole in the programs people read them with, Outlook for Windows above all: it draws with the parts of Word. */
import { caniemail } from 'caniemail';
import { describe, expect, test } from 'vitest';
import { TEMPLATES } from './templates/templates.generated.ts';

/** What some programs lack, by the name it has on caniemail.com, and what a mail is without it. */
const DOES_WITHOUT: Readonly<Record<string, string>> = {
  '@media': 'The colours of the dark and the width of a telephone: the mail is light and 600 pixels wide.',
  'Chaining selectors': 'The ground in the dark.',
  'Attribute selector': 'Ink in the dark of Outlook on the web.',
  'Descendant combinator': 'Ink in the dark.',
  'Class selector': 'Ink in the dark.',
  'ID selector': 'Links of Outlook on the web keep their room.',
  'Type selector': 'Margins that are written at each element, too.',
  '<style> element': 'All that the mail needs is written at each element.',
  'color-scheme CSS property': 'The program chooses the colours in the dark by itself.',
  'color-scheme meta tag': 'The same.',
  cursor: 'The hand over the button.',
  'target attribute': 'The program opens links as it always does.',
  outline: 'The edge of pictures: there is none.',
  'word-spacing': 'Says what is so anyway.',
  'border-radius': 'The button has square corners.',
  'word-break': 'A long address may be wider than the window.',
  'aria-label attribute': 'The subject says it.',
  'role attribute': 'Tables are read as such.',
  '<body> element': 'The ground is on the element within, too.',
};

const CLIENTS = ['outlook.*', 'gmail.*', 'apple-mail.*'] as const;

/** What a mail asks of programs that lack it. */
function lacking(html: string): string[] {
  const { issues } = caniemail({ clients: [...CLIENTS], html });
  const found: { title: string }[] = [];
  issues.errors.forEach((of) => found.push(...of));
  return [...new Set(found.map(({ title }) => title))];
}

describe.each(Object.entries(TEMPLATES))('the template %s', (_name, html) => {
  test('asks nothing of Outlook, Gmail and Apple Mail that it cannot do without', () => {
    expect(lacking(html).filter((feature) => !Object.hasOwn(DOES_WITHOUT, feature))).toEqual([]);
  });

  test('gives Outlook for Windows its width and the room of the button by its own words', () => {
    expect(html).toMatch(/<!--\[if mso \| IE\]><table[^>]* width="600"/);
    if (html.includes('class="press"')) expect(html).toMatch(/bgcolor="#[0-9a-f]{6}"[^>]*mso-padding-alt:14px 24px/);
  });
});

test('a mail that stands on what Outlook for Windows has not is noticed', () => {
  const asked = lacking('<!doctype html><html lang="en"><body><div style="display:flex;background-image:url(cid:a)"><svg></svg></div></body></html>');
  expect(asked.filter((feature) => !Object.hasOwn(DOES_WITHOUT, feature)).length).toBeGreaterThan(0);
});

test('nothing is excused that no template asks for', () => {
  const asked = new Set(Object.values(TEMPLATES).flatMap(lacking));
  expect(Object.keys(DOES_WITHOUT).filter((feature) => !asked.has(feature))).toEqual([]);
});
