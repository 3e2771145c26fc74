/**
 * Proof of work: what a form that anybody may send asks of the browser, so that sending it a thousand times costs something
 * and sending it once does not. The challenge is ALTCHA's: a counter is sought whose key, derived from it, is the one that was
 * asked for. Whoever asks is not remembered: the challenge is signed, and only the ones that were used are kept, until they
 * are too old.
 */
import { createHmac, randomInt } from 'node:crypto';
import type { EntityManager } from '@mikro-orm/postgresql';
import { createChallenge, verifySolution } from 'altcha-lib';
import { deriveKey } from 'altcha-lib/algorithms/pbkdf2';
import { UserError } from '../errors.ts';
import { type Proof, readProof } from './read-proof.ts';

export interface ProofOptions {
  /** The server's secret, from which the keys of the signatures are derived. */
  readonly secret: string;
  /** How many keys are derived until the one that is asked for is found, on average; 0 asks for no proof. */
  readonly work: number;
  /** For how many seconds a challenge can be used; ten minutes unless told. */
  readonly lasts?: number;
  /** Where the used ones are kept: the application role's. */
  readonly database: () => Pick<EntityManager, 'execute'>;
}

/** A challenge to be solved. */
export interface Challenge {
  /** As JSON. */
  readonly challenge: string;
  readonly expiresAt: Date;
}

const ALGORITHM = 'PBKDF2/SHA-256';
/** Rounds of the hash for each key: what takes the time is to be the hash, not the calls around it. */
const ROUNDS = 1_000;
const LASTS = 600;

export class ProofOfWork {
  readonly #work: number;
  readonly #lasts: number;
  readonly #keys: { readonly hmacSignatureSecret: string; readonly hmacKeySignatureSecret: string };
  readonly #database: ProofOptions['database'];

  constructor({ secret, work, lasts = LASTS, database }: ProofOptions) {
    const key = (purpose: string): string => createHmac('sha256', secret).update(`proof of work, ${purpose}`).digest('hex');
    this.#work = work;
    this.#lasts = lasts;
    this.#keys = { hmacSignatureSecret: key('challenges'), hmacKeySignatureSecret: key('solutions') };
    this.#database = database;
  }

  /** A new challenge; null where no proof is asked for. */
  async challenge(): Promise<Challenge | null> {
    if (this.#work === 0) return null;
    const seconds = Math.floor(Date.now() / 1_000) + this.#lasts;
    // Nobody who knows the range can leave out a part of it, so that the work is the same for all, on average.
    const counter = randomInt(2 * this.#work);
    const made = await createChallenge({ algorithm: ALGORITHM, cost: ROUNDS, counter, deriveKey, expiresAt: seconds, ...this.#keys });
    return { challenge: JSON.stringify(made), expiresAt: new Date(seconds * 1_000) };
  }

  /**
   * Takes the proof of a form: a challenge of ours with its solution, which no process has taken before. Throws
   * PROOF_REQUIRED, and the database's error.
   */
  async demand(given: string | null | undefined): Promise<void> {
    if (this.#work === 0) return;
    const proof = readProof(given);
    if (!proof) throw refusal('Solve a challenge of `proofChallenge` and send both as `proof`');
    const { verified, expired } = await verifySolution({ ...proof, deriveKey, ...this.#keys });
    if (expired) throw refusal('The challenge is too old');
    if (!verified) throw refusal('This is no challenge of ours, or not its solution');
    if (!(await this.#spend(proof))) throw refusal('This proof was used already');
  }

  /** Forgets used proofs that are too old to be used again, whatever the clocks of other processes say. */
  async forget(): Promise<void> {
    await this.#database().execute(`delete from spent_proof where expires_at < now() - interval '1 hour'`);
  }

  /** False when it was spent already, here or by another process. */
  async #spend({ challenge: { parameters } }: Proof): Promise<boolean> {
    const rows = await this.#database().execute<unknown[]>(
      'insert into spent_proof (nonce, expires_at) values (?, to_timestamp(?::float8)) on conflict do nothing returning nonce', [parameters.nonce, parameters.expiresAt],
    );
    return rows.length > 0;
  }
}

function refusal(message: string): UserError {
  return new UserError('PROOF_REQUIRED', message);
}
