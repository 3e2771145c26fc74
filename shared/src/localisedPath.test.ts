import { describe, expect, it } from 'vitest';

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
    ['/foo', ['fr'], '/fr/foo'],
    ['/foo/bar', ['el'], '/el/foo/bar'],
    ['/sqi/countries', ['el'], '/sq/countries'],
    ['/de', ['el'], '/el'],
  ])('sends %s of a reader of %j to %s', (path, languages, expected) => {
    expect(localisedPath(path, languages)).toBe(expected);
  });
});
