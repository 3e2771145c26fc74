import { describe, expect, test } from 'vitest';
import { Secret } from 'otpauth';
import { hashOf, newRecoveryCodes, newSecret, stepOf } from './codes.ts';
import { keyName, mayRemoveKey, mustForgetCodes } from './keys.policy.ts';
import { Seal } from './sealed.ts';

/** The secret of the examples in RFC 6238, and its codes as six digits. */
const SECRET = Secret.fromUTF8('12345678901234567890').base32;
const EXAMPLES: readonly (readonly [seconds: number, code: string])[] = [
  [59, '287082'], [1_111_111_109, '081804'], [1_111_111_111, '050471'], [1_234_567_890, '005924'], [2_000_000_000, '279037'], [20_000_000_000, '353130'],
];

describe('the code of an application', () => {
  test.each(EXAMPLES)('at %i seconds is the one of RFC 6238', (seconds, code) => {
    const step = Math.floor(seconds / 30);
    expect(stepOf(SECRET, code, seconds * 1000)).toBe(step);
    expect(stepOf(SECRET, `${code.slice(0, 3)} ${code.slice(3)}`, seconds * 1000)).toBe(step);
  });

  test('is taken half a minute early or late, and no more', () => {
    const [seconds, code] = EXAMPLES[3]!;
    const step = Math.floor(seconds / 30);
    expect([-60, -30, 0, 30, 60].map((late) => stepOf(SECRET, code, (seconds + late) * 1000))).toEqual([undefined, step, step, step, undefined]);
  });

  test('is asked for by an address that applications know', () => {
    const { secret, uri } = newSecret('anna@example.org');
    expect(uri).toBe(`otpauth://totp/Passerelle:anna%40example.org?issuer=Passerelle&secret=${secret}&algorithm=SHA1&digits=6&period=30`);
    expect(Secret.fromBase32(secret).bytes).toHaveLength(20);
    expect(newSecret('anna@example.org').secret).not.toBe(secret);
  });
});

describe('a recovery code', () => {
  test('is one of ten that differ, and is read however it is written', () => {
    const codes = newRecoveryCodes();
    expect(new Set(codes).size).toBe(10);
    expect(hashOf('a', 'O1IL-abcd')).toBe(hashOf('a', '01 11 ABCD'));
    expect(hashOf('a', codes[0]!)).not.toBe(hashOf('b', codes[0]!));
    expect(hashOf('a', codes[0]!)).not.toBe(hashOf('a', codes[1]!));
  });
});

describe('a sealed secret', () => {
  const seal = new Seal('a secret of the server');

  test('opens for its person alone, with the secret of this server, unchanged', () => {
    const closed = seal.close('anna', 'JBSWY3DPEHPK3PXP');
    expect(seal.open('anna', closed)).toBe('JBSWY3DPEHPK3PXP');
    expect(seal.close('anna', 'JBSWY3DPEHPK3PXP')).not.toBe(closed);
    expect(() => seal.open('boris', closed)).toThrow();
    expect(() => new Seal('another').open('anna', closed)).toThrow();
    const changed = Buffer.from(closed, 'base64url');
    changed[changed.length - 1]! ^= 1;
    expect(() => seal.open('anna', changed.toString('base64url'))).toThrow();
    expect(() => seal.open('anna', '')).toThrow();
  });
});

describe('the rules of keys', () => {
  test('keep the last one of whoever must have one', () => {
    expect([mayRemoveKey({ passkeys: 1, authenticators: 0 }, true), mayRemoveKey({ passkeys: 0, authenticators: 1 }, true)]).toEqual([false, false]);
    expect([mayRemoveKey({ passkeys: 1, authenticators: 1 }, true), mayRemoveKey({ passkeys: 1, authenticators: 0 }, false)]).toEqual([true, true]);
    expect([mustForgetCodes({ passkeys: 0, authenticators: 0 }), mustForgetCodes({ passkeys: 1, authenticators: 0 })]).toEqual([true, false]);
  });

  test.each([['  My key ', 'My key'], ['a\nb', 'a b'], ['', undefined], [' \t', undefined], ['x'.repeat(60), 'x'.repeat(60)], ['x'.repeat(61), undefined]])('know %j as a name', (typed, name) => {
    expect(keyName(typed)).toBe(name);
  });
});
