import { describe, expect, it } from 'vitest';

import { sectionsOf } from './sections.ts';

const has = (page: Record<string, unknown>) => (key: string): boolean => {
  const [name = '', inner = ''] = key.split('.');
  return typeof (page[name] as Record<string, unknown> | undefined)?.[inner] === 'string';
};

describe('the sections of a page of text', () => {
  it('are those with a title, in the order of the catalogue', () => {
    const page = { title: 'Privacy', intro: 'Short.', logs: { title: 'Logs', text: 'None.' }, labels: { one: 'One' }, exit: { title: 'Exit', text: 'Quick.' } };
    expect(sectionsOf(page, has(page)).map(({ name }) => name)).toEqual(['logs', 'exit']);
  });

  it('have paragraphs and lists where the catalogue has them, every sentence once', () => {
    const page = { erase: { title: 'Erase', text1: 'a', item1: 'b', item2: 'c', text2: 'd', item3: 'e' } };
    expect(sectionsOf(page, has(page))[0]!.blocks).toEqual([
      { isList: false, keys: ['text1'] }, { isList: true, keys: ['item1', 'item2'] }, { isList: false, keys: ['text2'] }, { isList: true, keys: ['item3'] },
    ]);
  });
});
