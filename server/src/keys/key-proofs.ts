/** Showing a key: a passkey, a code of an application, a recovery code. */
import type { SignedIn, Transaction } from '../accounts/index.ts';
import type { CeremonyJson, Factor } from '../core/key-ring.ts';
import type { KeptPasskey } from './ceremonies.ts';
import { hashOf, stepOf } from './codes.ts';
import { countCode, credentialsOf, give, type KeyCaller, type KeyTools, tell } from './key-tools.ts';

const KEPT = 'select uuid, person_id as person, credential_id as "credentialId", public_key as "publicKey", counter::float8 as counter from passkey';

export class KeyProofs {
  readonly #tools: KeyTools;

  constructor(tools: KeyTools) {
    this.#tools = tools;
  }

  async askForPasskey({ standing: { signedIn }, network }: KeyCaller): Promise<CeremonyJson> {
    await this.#tools.desk.take('keyPerNetwork', network);
    return this.#tools.ceremonies.beginShowing(signedIn?.session ?? null, signedIn ? await credentialsOf(this.#tools, signedIn.person) : []);
  }

  async showPasskey(caller: KeyCaller, response: CeremonyJson): Promise<boolean> {
    const { standing: { signedIn }, network, headers } = caller;
    await this.#tools.desk.take('keyPerNetwork', network);
    const { rows } = await this.#tools.desk.query<KeptPasskey>(
      `${KEPT} where credential_id = $1 and exists (select from person p where p.id = person_id and p.suspended_at is null)`, [String(response.id)],
    );
    const [passkey] = rows;
    if (!passkey || (signedIn && signedIn.person !== passkey.person)) return false;
    const counter = await this.#tools.ceremonies.finishShowing(signedIn?.session ?? null, passkey, response);
    if (counter === undefined) return false;
    const token = await this.#tools.desk.asPerson(passkey.person, async (transaction) => {
      // Of two answers that were checked at once, one is older: it is not taken.
      const { rowCount } = await transaction.query('update passkey set counter = $2, last_used_at = now() where uuid = $1 and (counter < $2 or counter = 0)', [passkey.uuid, counter]);
      if (rowCount !== 1) return undefined;
      if (signedIn) return this.#tools.desk.renew(transaction, signedIn.session, 'PASSKEY');
      return this.#tools.desk.open(transaction, passkey.person, 'PASSKEY', headers['user-agent'] ?? '');
    });
    return give(this.#tools, token, caller);
  }

  async showCode(caller: KeyCaller, signedIn: SignedIn, code: string): Promise<boolean> {
    const { person } = signedIn;
    await countCode(this.#tools, caller, person);
    const { rows } = await this.#tools.desk.query<{ secret: string }>('select secret from authenticator where person_id = $1', [person]);
    const step = rows[0] && stepOf(this.#tools.seal.open(person, rows[0].secret), code);
    if (step === undefined) return false;
    return this.#shown(caller, signedIn, 'AUTHENTICATOR', async ({ query }) =>
      // The same code cannot be used twice, nor one before it.
      (await query('update authenticator set last_step = $2, last_used_at = now() where person_id = $1 and last_step < $2', [person, step])).rowCount === 1);
  }

  async showRecoveryCode(caller: KeyCaller, signedIn: SignedIn, code: string): Promise<boolean> {
    const { person } = signedIn;
    await countCode(this.#tools, caller, person);
    return this.#shown(caller, signedIn, 'RECOVERY_CODE', async (transaction) => {
      const { rowCount } = await transaction.query(
        'update recovery_codes set hashes = array_remove(hashes, $2), used_at = now() where person_id = $1 and $2 = any (hashes)', [person, hashOf(person, code)],
      );
      if (rowCount !== 1) return false;
      await tell(transaction, caller, signedIn, 'RECOVERY_CODE_USED');
      return true;
    });
  }

  /** Notes a factor in the session once `take` has used it up, and gives the session a new cookie. */
  async #shown(caller: KeyCaller, { person, session }: SignedIn, factor: Factor, take: (transaction: Transaction) => Promise<boolean>): Promise<boolean> {
    const token = await this.#tools.desk.asPerson(person, async (transaction) => ((await take(transaction)) ? this.#tools.desk.renew(transaction, session, factor) : undefined));
    return give(this.#tools, token, caller);
  }
}
