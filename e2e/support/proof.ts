/** The work that a form which anybody may send asks for. */
import type { APIRequestContext } from '@playwright/test';
import { type Challenge, solveChallenge } from 'altcha-lib';
import { deriveKey } from 'altcha-lib/algorithms/pbkdf2';
import { ask } from './api.ts';

/** A proof that it is done; null where none is asked for. */
export async function proof(request: APIRequestContext): Promise<string | null> {
  const { proofChallenge } = await ask<{ proofChallenge: { challenge: string } | null }>(request, 'en', '{ proofChallenge { challenge } }');
  if (!proofChallenge) return null;
  const challenge = JSON.parse(proofChallenge.challenge) as Challenge;
  const solution = await solveChallenge({ challenge, deriveKey });
  return JSON.stringify({ challenge, solution: { counter: solution!.counter, derivedKey: solution!.derivedKey } });
}
