/** Reading a proof that was sent: whatever it is, only one of the right form goes further. */
import type { Payload } from 'altcha-lib/types';

/** A challenge with its solution. */
export type Proof = Payload & { readonly challenge: { readonly parameters: { readonly expiresAt: number } } };

/** No proof is longer, in characters. */
const LONGEST = 2_000;
const HEX = /^([0-9a-f]{2}){1,64}$/;

/** Reads a proof: JSON with `challenge`, as it was given, and `solution` with `counter` and `derivedKey`; undefined for anything else. */
export function readProof(text: string | null | undefined): Proof | undefined {
  if (typeof text !== 'string' || text.length > LONGEST) return undefined;
  try {
    const { challenge, solution } = JSON.parse(text) as Proof;
    const { parameters, signature } = challenge;
    const isProof = isHex(parameters.nonce) && isHex(signature) && isHex(solution.derivedKey) && Number.isSafeInteger(solution.counter) && Number.isSafeInteger(parameters.expiresAt);
    return isProof ? { challenge, solution } : undefined;
  } catch {
    return undefined;
  }
}

function isHex(value: unknown): boolean {
  return typeof value === 'string' && HEX.test(value);
}
