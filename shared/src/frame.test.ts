import { describe, expect, it } from 'vitest';

import { ADDRESS_MARK, ASKED_ADDRESS_MARK, completeDocument, FACTS_PLACE, forVisitors, inDemonstration, INSTANT_MARKS, ofBareAddress, type Visit } from './frame.ts';

const DOCUMENT = `<head>${FACTS_PLACE}</head><body>${inDemonstration('<p>Invented</p>')}<a href="/fr/countries/${ADDRESS_MARK}">fr</a></body>`;

/** A visit at a quarter to ten, and eleven seconds. */
const visit = (of: Pick<Visit, 'address' | 'facts'> & Partial<Visit>): Visit => ({ isBare: true, now: Date.parse('2026-11-24T09:44:11.000Z'), ...of });

describe('the document of a page', () => {
  it('says that invented data is shown when it is, and tells the page', () => {
    expect(completeDocument(DOCUMENT, visit({ address: 'RO', facts: { hasDemonstrationData: true, hasAgentSignIn: false, isSignedIn: false } })))
      .toBe('<head><script id="facts" type="application/json">{"hasDemonstrationData":true,"hasAgentSignIn":false,"isSignedIn":false}</script></head><body><p>Invented</p><a href="/fr/countries/RO">fr</a></body>');
  });

  it.each([[{ hasDemonstrationData: false, hasAgentSignIn: false, isSignedIn: true }, true], [undefined, false]])('says nothing of it with the facts %o', (facts, isTold) => {
    const document = completeDocument(DOCUMENT, visit({ address: 'RO', facts }));
    expect(document).toContain('<body><!----><a href');
    expect(document.includes('id="facts"')).toBe(isTold);
  });

  it.each([
    ['a visitor', { hasDemonstrationData: false, hasAgentSignIn: false, isSignedIn: false }, '<li>Sign in</li>'],
    ['somebody with a session', { hasDemonstrationData: true, hasAgentSignIn: false, isSignedIn: true }, '<!---->'],
    ['nobody knows whom', undefined, '<!---->'],
  ])('has for %s what is theirs of a part for visitors', (_who, facts, part) => {
    const document = completeDocument(`<ul><li>Law</li>${forVisitors('<li>Sign in</li>')}</ul>${inDemonstration('<p>Invented</p>')}`, visit({ address: '', facts }));
    expect(document).toBe(`<ul><li>Law</li>${part}</ul>${facts?.hasDemonstrationData ? '<p>Invented</p>' : '<!---->'}`);
  });

  it('has no stroke at the end of an address whose variable part is left out', () => {
    expect(completeDocument(DOCUMENT, visit({ address: '', facts: undefined }))).toContain('<a href="/fr/countries">');
  });

  it('has what it asks ahead asked from the beginning of the day and of the quarter of an hour on, and only where nothing else is asked for', () => {
    const document = `<head>${ofBareAddress(`<link href="/graphql?a=${INSTANT_MARKS.day}&amp;b=${INSTANT_MARKS.quarter}&amp;c=${ASKED_ADDRESS_MARK}">`)}</head>`;
    expect(completeDocument(document, visit({ address: 'RO', facts: undefined }))).toBe('<head><link href="/graphql?a=2026-11-24T00%3A00%3A00.000Z&amp;b=2026-11-24T09%3A30%3A00.000Z&amp;c=RO"></head>');
    expect(completeDocument(document, visit({ address: 'RO', isBare: false, facts: undefined }))).toBe('<head><!----></head>');
  });

  it.each([['RO', 'RO'], ['x&documentId=y', 'x%26documentId%3Dy'], ['a%20b%22', 'a%20b%5C%22'], ['%', '%25']])('asks ahead for the address %s in the words of the page, and for nothing else', (address, words) => {
    expect(completeDocument(`<link href="/graphql?c=${ASKED_ADDRESS_MARK}">`, visit({ address, facts: undefined }))).toBe(`<link href="/graphql?c=${words}">`);
  });

  it('takes an address for text, whatever is in it', () => {
    expect(completeDocument(DOCUMENT, visit({ address: '"><script>$&</script>', facts: undefined })))
      .toContain('<a href="/fr/countries/&quot;&gt;&lt;script&gt;$&amp;&lt;/script&gt;">');
  });
});
