/** Solves a challenge aside from the page, so that typing is not held up: is sent its JSON, and answers with the proof, or with null. */
import { type Challenge, solveChallenge } from 'altcha-lib';
import { deriveKey } from 'altcha-lib/algorithms/web/pbkdf2';

async function proofFor(text: string): Promise<string | null> {
  const challenge = JSON.parse(text) as Challenge;
  const solution = await solveChallenge({ challenge, deriveKey });
  return solution && JSON.stringify({ challenge, solution: { counter: solution.counter, derivedKey: solution.derivedKey } });
}

self.onmessage = ({ data }: MessageEvent<string>) => {
  proofFor(data).then((proof) => self.postMessage(proof), () => self.postMessage(null));
};
