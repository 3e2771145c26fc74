import { describe, expect, it } from 'vitest';

import { inLocale } from './address.ts';

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
