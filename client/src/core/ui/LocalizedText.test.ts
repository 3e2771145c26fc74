import { mount } from '@vue/test-utils';
import { beforeEach, describe, expect, it } from 'vitest';

import { i18n, setLocale } from '../i18n/index.ts';
import LocalizedText from './LocalizedText.vue';
import type { LocalizedValue } from './localized.ts';

const french = { text: 'Entendre un enfant victime', locale: 'fr', isFallback: false, isOutdated: false };

function draw(value: LocalizedValue): ReturnType<typeof mount> {
  return mount(LocalizedText, { props: { value }, global: { plugins: [i18n] } });
}

describe('a text of the API', () => {
  beforeEach(() => setLocale('en'));

  it('in the language of the page stands alone', async () => {
    await setLocale('fr');
    const text = draw(french);
    expect(text.text()).toBe('Entendre un enfant victime');
    expect(text.find('[lang]').exists()).toBe(false);
    expect(text.find('.chip').exists()).toBe(false);
  });

  it('in another language is marked up with it, and says so to the eye and to the ear', () => {
    const text = draw({ ...french, isFallback: true });
    expect(text.find('[lang="fr"]').text()).toBe('Entendre un enfant victime');
    expect(text.find('.chip [lang="fr"]').text()).toBe('français');
    expect(text.find('.chip [lang="fr"]').attributes('aria-hidden')).toBe('true');
    expect(text.find('.chip .visually-hidden').text()).toBe('Text in French');
  });

  it('that differs in language without being a fallback is marked up all the same', () => {
    expect(draw(french).find('[lang="fr"]').exists()).toBe(true);
  });

  it('that is out of date says so', async () => {
    await setLocale('fr');
    const text = draw({ ...french, isOutdated: true });
    expect(text.find('.chip-outdated').text()).toContain(i18n.global.t('fallback.outdatedHint'));
  });

  it('ends with its last letter, so that a comma can follow, and keeps its note a space away', () => {
    expect(draw(french).element.textContent).toBe(french.text);
    expect(draw({ ...french, isFallback: true }).element.textContent).toMatch(/^Entendre un enfant victime\s+français/);
  });

  it('within a line begins with a small letter, as its own language writes it', () => {
    const within = (text: string, tag: string): string => mount(LocalizedText, { props: { value: { ...french, text, locale: tag }, isWithin: true }, global: { plugins: [i18n] } }).text();
    expect([within('Avocat', 'fr'), within('İş müfettişi', 'tr'), within('NGO staff member', 'en')]).toEqual(['avocat', 'iş müfettişi', 'NGO staff member']);
  });

  it('is text, whatever it holds', () => {
    expect(draw({ ...french, text: '<img src=x onerror=alert(1)>' }).find('img').exists()).toBe(false);
  });
});
