/** Setting keys up, renaming and removing them. */
import { v7 } from 'uuid';
import type { SignedIn, Transaction } from '../accounts/index.ts';
import { UserError } from '../core/errors.ts';
import { refuseVictimsData } from '../core/guard/index.ts';
import type { AuthenticatorSecret, CeremonyJson, Factor, KeyAdded } from '../core/key-ring.ts';
import { hashOf, newRecoveryCodes, newSecret, stepOf } from './codes.ts';
import type { KeyChange } from './key-mail.ts';
import { countCode, credentialsOf, give, type KeyCaller, keysHeld, type KeyTools, tell, waiting } from './key-tools.ts';
import { keyName, type KeysHeld, mayRemoveKey, MOST_PASSKEYS, mustForgetCodes } from './keys.policy.ts';

export class KeyChanges {
  readonly #tools: KeyTools;

  constructor(tools: KeyTools) {
    this.#tools = tools;
  }

  async beginPasskey({ session, person, name, email }: SignedIn): Promise<CeremonyJson> {
    return this.#tools.ceremonies.beginAdding(session, { uuid: person, name, email }, await credentialsOf(this.#tools, person));
  }

  async addPasskey(caller: KeyCaller, signedIn: SignedIn, typed: string, response: CeremonyJson): Promise<KeyAdded> {
    const name = named(typed);
    const made = await this.#tools.ceremonies.finishAdding(signedIn.session, response);
    if (!made) return NOT_ADDED;
    return this.#added(caller, signedIn, 'PASSKEY', 'PASSKEY_ADDED', async ({ query }, { passkeys }) => {
      if (passkeys >= MOST_PASSKEYS) return false;
      const { rowCount } = await query(
        `insert into passkey (uuid, person_id, name, credential_id, public_key, counter) values ($1, $2, $3, $4, $5, $6) on conflict (credential_id) do nothing`,
        [v7(), signedIn.person, name, made.credentialId, made.publicKey, made.counter],
      );
      return rowCount === 1;
    });
  }

  async beginAuthenticator({ session, person, email }: SignedIn): Promise<AuthenticatorSecret> {
    const made = newSecret(email);
    await this.#tools.desk.query(
      `insert into sign_in_verification (id, identifier, value, expires_at, created_at, updated_at) values ($1, $1, $2, now() + interval '10 minutes', now(), now())
       on conflict (id) do update set value = excluded.value, expires_at = excluded.expires_at`, [waiting(session), this.#tools.seal.close(person, made.secret)],
    );
    return made;
  }

  async addAuthenticator(caller: KeyCaller, signedIn: SignedIn, code: string): Promise<KeyAdded> {
    const { session, person } = signedIn;
    await countCode(this.#tools, caller, person);
    const { rows } = await this.#tools.desk.query<{ value: string }>('select value from sign_in_verification where id = $1 and expires_at > now()', [waiting(session)]);
    const step = rows[0] && stepOf(this.#tools.seal.open(person, rows[0].value), code);
    if (!rows[0] || step === undefined) return NOT_ADDED;
    const sealed = rows[0].value;
    return this.#added(caller, signedIn, 'AUTHENTICATOR', 'AUTHENTICATOR_ADDED', async ({ query }) => {
      if ((await query('delete from sign_in_verification where id = $1 and value = $2', [waiting(session), sealed])).rowCount !== 1) return false;
      await query('delete from authenticator where person_id = $1', [person]);
      await query('insert into authenticator (uuid, person_id, secret, last_step) values ($1, $2, $3, $4)', [v7(), person, sealed, step]);
      return true;
    });
  }

  async renamePasskey({ person }: SignedIn, key: string, typed: string): Promise<boolean> {
    const name = named(typed);
    return this.#tools.desk.asPerson(person, async ({ query }) => (await query('update passkey set name = $3 where person_id = $1 and uuid = $2', [person, key, name])).rowCount === 1);
  }

  /**
   * Removes what `statement` names of a person (`$1`), unless it is the last key of somebody who must have one. A key goes because
   * somebody else may have it: so do the sessions that may have begun with it.
   */
  async remove(caller: KeyCaller, signedIn: SignedIn, change: KeyChange, statement: string, values: readonly string[] = []): Promise<boolean> {
    const { person, session, isKeyRequired } = signedIn;
    return this.#tools.desk.asPerson(person, async (transaction) => {
      const held = await keysHeld(transaction, person);
      if (!mayRemoveKey(held, isKeyRequired)) return false;
      if ((await transaction.query(statement, [person, ...values])).rowCount !== 1) return false;
      if (mustForgetCodes(await keysHeld(transaction, person))) await transaction.query('delete from recovery_codes where person_id = $1', [person]);
      await transaction.query('delete from sign_in_session where person_id = $1 and id <> $2', [person, session]);
      await tell(transaction, caller, signedIn, change);
      return true;
    });
  }

  async renewRecoveryCodes(caller: KeyCaller, signedIn: SignedIn): Promise<readonly string[]> {
    return this.#tools.desk.asPerson(signedIn.person, async (transaction) => {
      if (mustForgetCodes(await keysHeld(transaction, signedIn.person))) return [];
      await tell(transaction, caller, signedIn, 'RECOVERY_CODES_RENEWED');
      return writeCodes(transaction, signedIn.person);
    });
  }

  /** Keeps a key by `keep`, tells its owner by mail, and has it count as shown. With the first key come the recovery codes. */
  async #added(caller: KeyCaller, signedIn: SignedIn, factor: Factor, change: KeyChange, keep: (transaction: Transaction, held: KeysHeld) => Promise<boolean>): Promise<KeyAdded> {
    const { person, session } = signedIn;
    const done = await this.#tools.desk.asPerson(person, async (transaction) => {
      const held = await keysHeld(transaction, person);
      if (!(await keep(transaction, held))) return undefined;
      const recoveryCodes = mustForgetCodes(held) ? await writeCodes(transaction, person) : [];
      await tell(transaction, caller, signedIn, change);
      const token = await this.#tools.desk.renew(transaction, session, factor);
      // Whoever was signed out meanwhile leaves no key behind.
      if (token === undefined) throw new UserError('UNAUTHENTICATED', 'Sign in first');
      return { token, recoveryCodes };
    });
    if (!done) return NOT_ADDED;
    await give(this.#tools, done.token, caller);
    return { isAdded: true, recoveryCodes: done.recoveryCodes };
  }
}

const NOT_ADDED: KeyAdded = { isAdded: false, recoveryCodes: [] };

/** Ten new codes in the place of those before. Of them only hashes are kept. */
async function writeCodes({ query }: Transaction, person: string): Promise<string[]> {
  const codes = newRecoveryCodes();
  await query(
    `insert into recovery_codes (uuid, person_id, hashes) values ($1, $2, $3)
     on conflict (person_id) do update set hashes = excluded.hashes, made_at = now()`, [v7(), person, codes.map((code) => hashOf(person, code))],
  );
  return codes;
}

function named(typed: string): string {
  refuseVictimsData('name', typed);
  const name = keyName(typed);
  if (name === undefined) throw new UserError('BAD_USER_INPUT', 'A name has 1 to 60 characters');
  return name;
}
