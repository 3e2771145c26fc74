import { expect, it } from 'vitest';

import { emailFault, emailSent } from './emailFault.ts';

it.each(['anna@example.org', ' anna@example.org ', 'a.b+c@d-e.example.co.uk', 'anna@пошта.укр', 'ana@пример.срб', 'eleni@ΠΑΡΆΔΕΙΓΜΑ.ελ'])('%j can be an address', (typed) => {
  expect(emailFault(typed)).toBeUndefined();
});

it.each(['anna', 'anna@', '@example.org', 'anna@example', 'anna@example.', 'anna@exam ple.org', 'anna@example.org, boris@example.org', 'Anna <anna@example.org>', 'анна@пошта.укр', 'anna@example.org.', 'anna@пошта.укр/x', 'anna@пошта .укр'])('%j is none', (typed) => {
  expect(emailFault(typed)).toBe('wrong');
});

it.each([
  [' Anna@Example.org ', 'Anna@Example.org'], ['anna@пошта.укр', 'anna@xn--80a1acn3a.xn--j1amh'], ['anna@ПОШТА.укр', 'anna@xn--80a1acn3a.xn--j1amh'], ['anna@example．org', 'anna@example.org'],
  ['анна@example.org', 'анна@example.org'], ['anna@пошта.укр/x', 'anna@пошта.укр/x'], ['anna@пошта.укр:25', 'anna@пошта.укр:25'], ['пошта', 'пошта'], ['', ''],
])('%j is sent as %j', (typed, sent) => {
  expect(emailSent(typed)).toBe(sent);
});

it.each(['', '   '])('%j is nothing yet', (typed) => {
  expect(emailFault(typed)).toBe('empty');
});
