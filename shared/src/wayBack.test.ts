import { describe, expect, it } from 'vitest';

import { inLanguage, wayBack } from './wayBack.ts';

describe('the way back', () => {
  it.each(['/fr/account', '/sr-Latn/trainings?country=RO&from=2026-01-01', '/fr/privacy#erase', '/', '/fr/https://evil.example'])('may be a path of this site: %s', (path) => {
    expect(wayBack(path, '/otherwise')).toBe(path);
  });

  it.each([
    '//evil.example', '///evil.example', '/\\evil.example', '\\\\evil.example', '/\t/evil.example', '/\n/evil.example', '\t//evil.example', ' //evil.example',
    'https://evil.example', 'https:evil.example', 'javascript:alert(1)', 'data:text/html,x', 'evil.example', 'fr/account', '', '?back=/fr', '#x', '/a/..//evil.example', '/.//evil.example',
    '/%09/..//evil.example', '/fr\\..\\evil', '/@evil.example/\0',
  ])('is none to another place: %j', (asked) => {
    expect(wayBack(asked, '/otherwise')).toBe('/otherwise');
  });

  it.each([undefined, null, ['/fr/account'], 1, {}])('is none without a single path: %j', (asked) => {
    expect(wayBack(asked, '/otherwise')).toBe('/otherwise');
  });

  it('stays here wherever a browser resolves it', () => {
    for (const asked of ['/@evil.example', '/;@evil.example', '/%2f/evil.example', '/%5cevil.example', '/.evil.example', '/..//evil.example']) {
      expect(new URL(wayBack(asked, '/otherwise'), 'https://site.example').origin).toBe('https://site.example');
    }
  });
});

describe('a page in another language', () => {
  it.each([
    ['/fr/trainings?country=RS#places', '/el/trainings?country=RS#places'], ['/sr-Latn', '/el'], ['/mk?x=/fr/', '/el?x=/fr/'], ['/el/desk', '/el/desk'],
    ['/graphql', '/graphql'], ['/', '/'], ['/frog/fr', '/frog/fr'],
  ])('is the same page: %s, %s', (path, there) => {
    expect(inLanguage(path, 'el')).toBe(there);
  });

  it.each([null, undefined])('is itself where none is given: %j', (none) => {
    expect(inLanguage('/fr/desk', none)).toBe('/fr/desk');
  });
});
