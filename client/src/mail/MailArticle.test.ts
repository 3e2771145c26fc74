import { mount } from '@vue/test-utils';
import { beforeEach, describe, expect, it } from 'vitest';

import { i18n, loadMessages, setLocale } from '../core/i18n/index.ts';
import MailArticle from './MailArticle.vue';

beforeEach(async () => {
  await setLocale('en', ['mailbox']);
  await loadMessages('en', ['mailbox']);
});

const draw = (text: string | null, calendar: string[] = []): ReturnType<typeof mount> => mount(MailArticle, {
  props: { mail: { id: '1', to: 'p@example.org', locale: 'uk', subject: 'Ваше посилання', text, calendar, writtenAt: '2026-11-25T10:00:00Z' } },
  global: { plugins: [i18n] },
});

describe('a mail of the mailbox', () => {
  it('is shown as it is, in its own language, with links to press', () => {
    const drawn = draw('Open:\n\nhttps://passerelle.example/uk/sign-in#t\n\nTen minutes.');
    expect(drawn.get('h2 .localized > [lang="uk"]').text()).toBe('Ваше посилання');
    expect(drawn.get('h2 .chip').text()).toContain('Text in Ukrainian');
    expect(drawn.get('.mail-text').element.textContent).toContain('Open:\n\nhttps://passerelle.example/uk/sign-in#t\n\nTen minutes.');
    expect(drawn.findAll('a').map((link) => link.attributes('href'))).toEqual(['https://passerelle.example/uk/sign-in#t']);
  });

  it('is text, whatever it says', () => {
    const drawn = draw('<img src=x onerror=alert(1)> <a href="https://example.org">here</a> javascript:alert(1)');
    expect(drawn.findAll('img')).toHaveLength(0);
    expect(drawn.findAll('a').map((link) => link.attributes('href'))).toEqual(['https://example.org']);
  });

  it('brings its calendar files, to be opened by another program', () => {
    const links = draw('Open', ['BEGIN:VCALENDAR\r\n', 'BEGIN:VCALENDAR\r\nMETHOD:CANCEL\r\n']).findAll('a[download]');
    expect(links.map((link) => [link.text(), link.attributes('href')])).toEqual([
      ['passerelle.ics', 'data:text/calendar;charset=utf-8,BEGIN%3AVCALENDAR%0D%0A'], ['passerelle-2.ics', 'data:text/calendar;charset=utf-8,BEGIN%3AVCALENDAR%0D%0AMETHOD%3ACANCEL%0D%0A'],
    ]);
  });

  it('says that it was erased', () => {
    const drawn = draw(null);
    expect(drawn.text()).toContain('The text of this message has been erased.');
    expect(drawn.find('.mail-text').exists()).toBe(false);
  });
});
