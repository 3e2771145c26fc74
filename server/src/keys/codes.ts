/** Codes: those that an application makes every half minute (RFC 6238), and those for when every key is lost. */
import { createHash, randomBytes } from 'node:crypto';
import { Secret, TOTP } from 'otpauth';
import type { AuthenticatorSecret } from '../core/key-ring.ts';

const ISSUER = 'Passerelle';
/** What every application can do: six digits, half a minute, SHA-1; 160 bits of key. */
const [PERIOD, KEY_BYTES] = [30, 20];
/** A clock may be half a minute off, either way. */
const WINDOW = 1;

const application = (secret: string, label: string): TOTP => new TOTP({ issuer: ISSUER, label, secret: Secret.fromBase32(secret), digits: 6, period: PERIOD });

/** A new secret for an application, in which it stands under `label`. */
export function newSecret(label: string): AuthenticatorSecret {
  const secret = new Secret({ size: KEY_BYTES }).base32;
  return { secret, uri: application(secret, label).toString() };
}

/** The half-minute, counted from 1970, whose code this is; undefined for a code of none of those that are near. Spaces do not matter. */
export function stepOf(secret: string, code: string, now = Date.now()): number | undefined {
  const token = code.replaceAll(/\s/g, '');
  if (!/^\d{6}$/.test(token)) return undefined;
  const delta = application(secret, '').validate({ token, window: WINDOW, timestamp: now });
  return delta === null ? undefined : Math.floor(now / 1000 / PERIOD) + delta;
}

/** Crockford's letters and digits: none that is taken for another. */
const SIGNS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const [CODES, GROUPS, IN_GROUP] = [10, 4, 4];

/** Ten new codes of 80 random bits: `XXXX-XXXX-XXXX-XXXX`. */
export function newRecoveryCodes(): string[] {
  return Array.from({ length: CODES }, () => {
    const signs = [...randomBytes(GROUPS * IN_GROUP)].map((byte) => SIGNS[byte % SIGNS.length]!);
    return Array.from({ length: GROUPS }, (_, group) => signs.slice(group * IN_GROUP, (group + 1) * IN_GROUP).join('')).join('-');
  });
}

/** What is kept of a code, for this person alone. However it is typed: small letters, spaces, O for 0, I and L for 1. 80 random bits need no slow hash. */
export function hashOf(person: string, code: string): string {
  const signs = code.toUpperCase().replaceAll(/[\s-]/g, '').replaceAll('O', '0').replaceAll(/[IL]/g, '1');
  return createHash('sha256').update(`${person} ${signs}`).digest('base64url');
}
