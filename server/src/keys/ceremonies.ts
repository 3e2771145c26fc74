/** The ceremonies of WebAuthn: what a browser is asked, once, and whether its answer is to be believed. */
import { createHash } from 'node:crypto';
import {
  type AuthenticationResponseJSON, generateAuthenticationOptions, generateRegistrationOptions, type RegistrationResponseJSON, verifyAuthenticationResponse, verifyRegistrationResponse,
} from '@simplewebauthn/server';
import pg from 'pg';
import type { SignInDesk } from '../accounts/index.ts';
import { UserError } from '../core/errors.ts';
import type { CeremonyJson } from '../core/key-ring.ts';

const NAME = 'Passerelle';
/** How long a browser may take, in minutes. */
const LASTS = 5;
/** EdDSA, ECDSA with SHA-256, RSA with SHA-256: what all devices have one of. */
const ALGORITHMS = [-8, -7, -257];

/** What a challenge is for: nobody can answer it with what was made for something else, or in another session. */
type Purpose = 'add' | 'show';

/** A passkey as it is kept. */
export interface KeptPasskey {
  readonly uuid: string;
  readonly person: string;
  readonly credentialId: string;
  readonly publicKey: string;
  readonly counter: number;
}

/** A passkey that a browser has made. */
export interface MadePasskey {
  readonly credentialId: string;
  readonly publicKey: string;
  readonly counter: number;
}

export class Ceremonies {
  readonly #desk: SignInDesk;
  readonly #origin: string;
  readonly #host: string;

  /** `origin` is where people reach the site: no other page's answer is believed. */
  constructor(desk: SignInDesk, origin: string) {
    this.#desk = desk;
    this.#origin = origin;
    this.#host = new URL(origin).hostname;
  }

  /** What a browser makes a passkey for somebody with: one that it finds again by itself, and that asks who is there. */
  async beginAdding(session: string, person: { readonly uuid: string; readonly name: string; readonly email: string }, known: readonly string[]): Promise<CeremonyJson> {
    const options = await generateRegistrationOptions({
      rpName: NAME, rpID: this.#host, userName: person.email, userDisplayName: person.name, userID: new Uint8Array(Buffer.from(person.uuid)),
      excludeCredentials: known.map((id) => ({ id })), authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
      attestationType: 'none', supportedAlgorithmIDs: ALGORITHMS, timeout: LASTS * 60_000,
    });
    await this.#remember(options.challenge, 'add', session);
    return { ...options };
  }

  /** The passkey that was made in answer; undefined for an answer that is not to be believed. */
  async finishAdding(session: string, response: CeremonyJson): Promise<MadePasskey | undefined> {
    try {
      const { verified, registrationInfo } = await verifyRegistrationResponse({
        response: response as unknown as RegistrationResponseJSON, expectedChallenge: (challenge) => this.#recall(challenge, 'add', session),
        expectedOrigin: this.#origin, expectedRPID: this.#host, requireUserVerification: true, supportedAlgorithmIDs: ALGORITHMS,
      });
      if (!verified) return undefined;
      const { id, publicKey, counter } = registrationInfo.credential;
      return { credentialId: id, publicKey: Buffer.from(publicKey).toString('base64url'), counter };
    } catch (error) {
      return this.#refused(error);
    }
  }

  /** What a browser asks for a passkey with: one of `known`, or any of this site where nobody is known yet (`session` is then null). */
  async beginShowing(session: string | null, known: readonly string[]): Promise<CeremonyJson> {
    const options = await generateAuthenticationOptions({ rpID: this.#host, allowCredentials: known.map((id) => ({ id })), userVerification: 'required', timeout: LASTS * 60_000 });
    await this.#remember(options.challenge, 'show', session);
    return { ...options };
  }

  /** How often the passkey has signed, once its answer is believed; undefined for one that is not. */
  async finishShowing(session: string | null, passkey: KeptPasskey, response: CeremonyJson): Promise<number | undefined> {
    try {
      const given = response as unknown as AuthenticationResponseJSON;
      const { verified, authenticationInfo } = await verifyAuthenticationResponse({
        response: given, expectedChallenge: (challenge) => this.#recall(challenge, 'show', session),
        expectedOrigin: this.#origin, expectedRPID: this.#host, requireUserVerification: true,
        credential: { id: passkey.credentialId, publicKey: new Uint8Array(Buffer.from(passkey.publicKey, 'base64url')), counter: passkey.counter },
      });
      return verified && isTheirs(passkey.person, given.response.userHandle) ? authenticationInfo.newCounter : undefined;
    } catch (error) {
      return this.#refused(error);
    }
  }

  async #remember(challenge: string, purpose: Purpose, session: string | null): Promise<void> {
    await this.#desk.query(
      `insert into sign_in_verification (id, identifier, value, expires_at, created_at, updated_at) values ($1, $1, $2, now() + $3 * interval '1 minute', now(), now())`,
      [keyOf(challenge), valueOf(purpose, session), LASTS],
    );
  }

  /** Whether we have asked that, for this, in this session, and nobody has answered yet: whoever asks this uses it up. */
  async #recall(challenge: string, purpose: Purpose, session: string | null): Promise<boolean> {
    const { rows } = await this.#desk.query<{ value: string }>('delete from sign_in_verification where id = $1 and expires_at > now() returning value', [keyOf(challenge)]);
    return rows[0]?.value === valueOf(purpose, session);
  }

  /** The library throws plain errors for what it does not believe; ours come from the database. */
  #refused(error: unknown): undefined {
    if (error instanceof UserError || error instanceof pg.DatabaseError) throw error;
    return undefined;
  }
}

const keyOf = (challenge: string): string => `passkey ${createHash('sha256').update(challenge).digest('base64url')}`;
const valueOf = (purpose: Purpose, session: string | null): string => `${purpose} ${session ?? 'nobody'}`;

/** Whether the device says that the passkey is this person's, where it says whose it is. */
function isTheirs(person: string, handle: string | undefined): boolean {
  return handle === undefined || Buffer.from(handle, 'base64url').toString() === person;
}
