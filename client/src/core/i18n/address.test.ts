import { describe, expect, it } from 'vitest';

import { inLocale } from './address.ts';
import { localisedPath } from './localisedPath.ts';

describe('localisedPath', () => {
  it.each([
    ['/', ['fr-FR', 'en'], '/fr/'],
    ['/countries', ['sr-RS'], '/sr-Cyrl/countries'],
    ['/trainings/abc', ['hr-BA'], '/hr/trainings/abc'],
    ['/sr-latn/trainings', ['en'], '/sr-Latn/trainings'],
    ['/sr-ME/countries/ME', ['en'], '/cnr/countries/ME'],
    ['/de/experts', ['uk', 'de'], '/uk/experts'],
    ['/FR', [], '/fr'],
    ['/nothing/here', [], '/en/nothing/here'],
  ])('sends %s of a reader of %j to %s', (path, languages, expected) => {
    expect(localisedPath(path, languages)).toBe(expected);
  });
});

describe('inLocale', () => {
  const route = { name: 'trainings', params: { locale: 'fr' }, query: { country: 'AL', after: 'x' }, hash: '' };

  it('keeps the page, its filters and the place in the list', () => {
    expect(inLocale(route, 'el')).toEqual({ ...route, params: { locale: 'el' } });
  });

  it('goes back to the first page of a list sorted by title, whose order is another one', () => {
    const sorted = { ...route, query: { ...route.query, sort: 'TITLE' } };
    expect(inLocale(sorted, 'el')).toMatchObject({ query: { country: 'AL', sort: 'TITLE' } });
    expect(inLocale(sorted, 'el')).not.toHaveProperty('query.after');
  });
});
