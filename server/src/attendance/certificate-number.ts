/** The numbers of certificates: sixteen signs drawn by chance, of which none is mistaken for another (Crockford’s base 32). */
import { randomBytes } from 'node:crypto';

const SIGNS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const LENGTH = 16;

/** A new number: eighty bits that nobody guesses. */
export function newNumber(): string {
  return Array.from(randomBytes(LENGTH), (byte) => SIGNS[byte % SIGNS.length]).join('');
}

/** A number as it is kept, however it was written: with spaces and hyphens, in small letters, with O for 0 and I or L for 1. */
export function plainNumber(written: string): string {
  return written.slice(0, 100).toUpperCase().replaceAll(/[\s\-–]/g, '').replaceAll('O', '0').replaceAll(/[IL]/g, '1');
}

/** The same as it is read: four groups of four. */
export function grouped(number: string): string {
  return number.match(/.{1,4}/g)!.join('-');
}
