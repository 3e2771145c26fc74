import { LOCALE_TAGS } from '@passerelle/shared/locales.ts';
import { beforeEach, describe, expect, it } from 'vitest';

import { setLocale } from '../i18n/index.ts';
import { cityName, zoneCity, zoneText } from './index.ts';

describe('a town that is a city of the reference', () => {
  it('has the name that the reader gives it, in whatever language it was written', () => {
    expect(['Αθήνα', 'Athens', ' αθήνα '].map((town) => cityName(town, 'GR', 'fr'))).toEqual(['Athènes', 'Athènes', 'Athènes']);
    expect([cityName('Београд', 'RS', 'hu'), cityName('Скопје', 'MK', 'bg'), cityName('Tirana', 'AL', 'el')]).toEqual(['Belgrád', 'Скопие', 'Τίρανα']);
  });

  it('is none in another country, nor where the reference has no such name', () => {
    expect([cityName('Αθήνα', 'CY', 'fr'), cityName('Битола', 'MK', 'fr'), cityName('Αθήνα', undefined, 'fr')]).toEqual([undefined, undefined, undefined]);
  });
});

describe('a time zone', () => {
  beforeEach(() => setLocale('fr'));

  it('is said by a city, in every language', () => {
    expect(['fr', 'hu', 'bg', 'sl'].map((tag) => zoneCity('Europe/Vienna', tag as 'fr'))).toEqual(['Vienne', 'Bécs', 'Виена', 'Dunaj']);
    for (const tag of LOCALE_TAGS) expect(zoneCity('Europe/Kyiv', tag)).toMatch(/^\p{Lu}\p{L}+$/u);
  });

  it('is said by the city of the country where two share it', () => {
    expect([zoneCity('Europe/Belgrade', 'fr'), zoneCity('Europe/Belgrade', 'fr', 'XK'), zoneCity('Europe/Belgrade', 'fr', 'AL')]).toEqual(['Belgrade', 'Pristina', 'Belgrade']);
  });

  it('is found under the name that a browser may still say', () => {
    expect([zoneCity('Europe/Kiev', 'fr'), zoneCity('Europe/Nicosia', 'el')]).toEqual([zoneCity('Europe/Kyiv', 'fr'), zoneCity('Asia/Nicosia', 'el')]);
  });

  it('that no city of the reference has is said by its own', () => {
    expect([zoneCity('America/New_York', 'fr'), zoneCity('UTC', 'fr')]).toEqual(['New York', 'UTC']);
  });

  it('is said with what its clocks show', () => {
    expect(zoneText('Europe/Vienna', 'fr', '2026-11-27T10:00:00Z')).toBe('Vienne (UTC+1)');
    expect(zoneText('Europe/Vienna', 'fr', '2026-07-27T10:00:00Z')).toBe('Vienne (UTC+2)');
  });
});
