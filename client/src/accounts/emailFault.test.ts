import { expect, it } from 'vitest';

import { emailFault } from './emailFault.ts';

it.each(['anna@example.org', ' anna@example.org ', 'a.b+c@d-e.example.co.uk', 'анна@пошта.укр'])('%j can be an address', (typed) => {
  expect(emailFault(typed)).toBeUndefined();
});

it.each(['anna', 'anna@', '@example.org', 'anna@example', 'anna@example.', 'anna@exam ple.org', 'anna@example.org, boris@example.org', 'Anna <anna@example.org>'])('%j is none', (typed) => {
  expect(emailFault(typed)).toBe('wrong');
});

it.each(['', '   '])('%j is nothing yet', (typed) => {
  expect(emailFault(typed)).toBe('empty');
});
