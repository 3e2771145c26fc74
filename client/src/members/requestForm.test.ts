import { describe, expect, it } from 'vitest';

import { ELSEWHERE, inputOf, requestFaults, type TypedRequest, websiteOf } from './requestForm.ts';

const typed: TypedRequest = {
  country: 'RS', organisation: 'Organisation_astra', organisationName: 'kept from before', website: 'kept', name: ' Ana ', email: ' ana@ngo.example ', asWhat: 'NGO_MEMBER', message: '', locale: 'sr-Latn',
};

describe('what is typed to ask for access', () => {
  it('is sent for an organisation of the directory without what was typed for another', () => {
    expect(requestFaults(typed)).toEqual({});
    expect(inputOf(typed)).toEqual({
      organisation: 'Organisation_astra', organisationName: null, organisationWebsite: null, country: null, name: 'Ana', email: 'ana@ngo.example', role: 'NGO_MEMBER', message: '', locale: 'sr-Latn',
    });
  });

  it('is sent for a new one with its country, name and website', () => {
    const fresh = { ...typed, organisation: ELSEWHERE, organisationName: ' Novi most ', website: 'novi-most.example' };
    expect(requestFaults(fresh)).toEqual({});
    expect(inputOf(fresh)).toMatchObject({ organisation: null, organisationName: 'Novi most', organisationWebsite: 'https://novi-most.example/', country: 'RS' });
  });

  it('is told what is missing', () => {
    expect(Object.keys(requestFaults({ ...typed, country: '', organisation: '', name: ' ', email: 'ana@' }))).toEqual(['country', 'organisation', 'name', 'email']);
    expect(Object.keys(requestFaults({ ...typed, organisation: ELSEWHERE, organisationName: '', website: 'javascript:alert(1)' }))).toEqual(['organisationName', 'website']);
  });
});

it.each(['javascript:alert(1)', 'ftp://a.example', 'nowhere', 'https://', 'https://user@evil.example', 'a b.example'])('%s is no website', (text) => {
  expect(websiteOf(text)).toBeUndefined();
});
