import { mount } from '@vue/test-utils';
import { beforeEach, describe, expect, it } from 'vitest';

import { i18n, setLocale } from '../i18n/index.ts';
import TypedText from './TypedText.vue';

const draw = (written?: string | null): ReturnType<typeof mount> => mount(TypedText, { props: { text: 'Sans gluten', written }, global: { plugins: [i18n] } });

describe('what somebody has written', () => {
  beforeEach(() => setLocale('en'));

  it('in another language is marked up with it, and says so', () => {
    expect(draw('fr').find('[lang="fr"]').text()).toBe('Sans gluten');
    expect(draw('fr').find('.chip .visually-hidden').text()).toBe('Text in French');
  });

  it('in the language of the page stands alone', async () => {
    await setLocale('fr');
    expect(draw('fr').html()).not.toMatch(/lang=|chip/);
  });

  it('in a language that nobody has said is in none: not in the one of the page', () => {
    for (const unknown of [null, undefined]) {
      expect(draw(unknown).find('[lang]').attributes('lang')).toBe('');
      expect(draw(unknown).find('.chip').exists()).toBe(false);
    }
  });
});
