// @vitest-environment node
import { createHmac, randomBytes, randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';

import { codeOf, groupedCode, passReader, plainCode } from './pass.ts';

const key = randomBytes(32);
const registration = randomUUID();

/** As the database makes it: said once more, with another implementation. */
function passOf(uuid: string, signedWith: Buffer = key): string {
  const bytes = Buffer.from(uuid.replaceAll('-', ''), 'hex');
  return Buffer.concat([bytes, createHmac('sha256', signedWith).update('passerelle check-in').update(bytes).digest().subarray(0, 16)]).toString('base64url');
}

describe('a pass', () => {
  it('is read by whoever has the key of the session, also from the address of its page', async () => {
    const read = await passReader(key.toString('base64url'));
    expect(await read(passOf(registration))).toBe(`Registration_${registration}`);
    expect(await read(`https://passerelle.example/fr/pass#${passOf(registration)}`)).toBe(`Registration_${registration}`);
  });

  it('of another session, changed in any bit, or that is none, is not read', async () => {
    const read = await passReader(key.toString('base64url'));
    const bytes = Buffer.from(passOf(registration), 'base64url');
    const changed = Array.from(bytes, (_, i) => Buffer.from(bytes.map((byte, at) => (at === i ? byte ^ 1 : byte))).toString('base64url'));
    for (const text of [passOf(registration, randomBytes(32)), ...changed, '', 'x', 'https://example.org', `${passOf(registration)}A`, '🔑']) expect(await read(text)).toBeUndefined();
  });

  it('has eight signs of which none is mistaken for another', () => {
    const code = codeOf(passOf(registration))!;
    expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{8}$/);
    expect(groupedCode(code)).toBe(`${code.slice(0, 4)}\u00A0${code.slice(4)}`);
    expect([codeOf(''), codeOf('x'), codeOf(`${passOf(registration)}A`)]).toEqual([undefined, undefined, undefined]);
  });

  it('is typed as people type', () => {
    expect(['k7qx 2m4d', 'K7QX-2M4D', ' k7qx2m4d '].map(plainCode)).toEqual(['K7QX2M4D', 'K7QX2M4D', 'K7QX2M4D']);
    expect(plainCode('oil0')).toBe('0110');
  });
});
