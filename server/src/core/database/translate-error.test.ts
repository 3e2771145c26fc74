/** What the database says becomes a refusal with a code, whoever has passed it on. */
import { expect, test } from 'vitest';
import { UserError } from '../errors.ts';
import { translateError } from './read-pool.ts';

const coded = (code: string): Error => Object.assign(new Error('said in English'), { code });

test.each([
  ['a connection that is refused', coded('ECONNREFUSED'), 'SERVICE_UNAVAILABLE'],
  ['a name that nobody knows', coded('ENOTFOUND'), 'SERVICE_UNAVAILABLE'],
  ['a server that starts', coded('57P03'), 'SERVICE_UNAVAILABLE'],
  ['a server that is full', coded('53300'), 'SERVICE_UNAVAILABLE'],
  ['two who wait for each other', coded('40P01'), 'SERVICE_UNAVAILABLE'],
  ['a connection that has ended', new Error('Client has encountered a connection error and is not queryable'), 'SERVICE_UNAVAILABLE'],
  ['a connection that nobody gave back', new Error('timeout exceeded when trying to connect'), 'SERVICE_UNAVAILABLE'],
  ['a statement that takes too long', coded('57014'), 'TIMEOUT'],
  ['a value that is none', coded('22P02'), 'BAD_USER_INPUT'],
])('%s is refused, also where a library has wrapped it', (_what, error, code) => {
  expect(translateError(error)).toMatchObject({ extensions: { code } });
  const wrapped = new Error('Failed to get session', { cause: new Error('again', { cause: error }) });
  expect(translateError(wrapped)).toMatchObject({ extensions: { code } });
});

test.each([
  ['a fault of ours', coded('42P01')],
  ['a file that is a folder', coded('EISDIR')],
  ['a fault without a code', new TypeError('undefined is not a function')],
  ['a refusal that stands already', new UserError('RATE_LIMITED', 'No timeout, though it says so')],
  ['what is no error', 'a timeout'],
])('%s stays as it is', (_what, error) => {
  expect(translateError(error)).toBe(error);
});
