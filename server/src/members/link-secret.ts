/** The secrets of links: known to who receives the mail, kept as a hash. */
import { createHash, randomBytes } from 'node:crypto';

const BYTES = 24;

/** A new secret of 192 bits, as it stands in a link, and what is kept of it. */
export function newSecret(): { secret: string; hash: string } {
  const secret = randomBytes(BYTES).toString('base64url');
  return { secret, hash: hashOf(secret) };
}

/** What is kept of a secret. It has too many bits to be guessed, so that one round is enough. */
export function hashOf(secret: string): string {
  return createHash('sha256').update(secret).digest('base64url');
}
