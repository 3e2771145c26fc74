/** What only the server can work out, of what others know: by its own secret, apart for each purpose. */
import { createHmac, hkdfSync } from 'node:crypto';

const KEY_BYTES = 32;

/** 256 bits of a text, in Base64url: the same for the same purpose and text, and guessed by nobody who has not the server's secret. */
export type Derive = (purpose: string, text: string) => string;

/** Derives by `secret`, the server's. */
export function deriving(secret: string): Derive {
  return (purpose, text) => createHmac('sha256', Buffer.from(hkdfSync('sha256', secret, '', `passerelle ${purpose}`, KEY_BYTES))).update(text).digest('base64url');
}
