/** Keys: how people show, beside the link in their mail, that it is them. */
import type { SignedIn, SignInDesk } from '../accounts/index.ts';
import { UserError } from '../core/errors.ts';
import type { KeyRing, SecondStep } from '../core/key-ring.ts';
import { Ceremonies } from './ceremonies.ts';
import { KeyChanges } from './key-changes.ts';
import { KeyProofs } from './key-proofs.ts';
import type { KeyCaller } from './key-tools.ts';
import { Seal } from './sealed.ts';

export interface KeysOptions {
  readonly desk: SignInDesk;
  /** The server's: what the secrets of applications are sealed with. */
  readonly secret: string;
  /** Where people reach the site. */
  readonly origin: string;
}

export class Keys {
  readonly #desk: SignInDesk;
  readonly #proofs: KeyProofs;
  readonly #changes: KeyChanges;

  constructor({ desk, secret, origin }: KeysOptions) {
    const tools = { desk, ceremonies: new Ceremonies(desk, origin), seal: new Seal(secret) };
    this.#desk = desk;
    this.#proofs = new KeyProofs(tools);
    this.#changes = new KeyChanges(tools);
  }

  /** What a caller can do about keys. */
  ringOf(caller: KeyCaller): KeyRing {
    const { signedIn } = caller.standing;
    const [proofs, changes] = [this.#proofs, this.#changes];
    return {
      secondStep: async () => (signedIn ? this.#secondStep(signedIn) : null),
      askForPasskey: async () => proofs.askForPasskey(caller),
      showPasskey: async (response) => proofs.showPasskey(caller, response),
      showCode: async (code) => proofs.showCode(caller, known(signedIn), code),
      showRecoveryCode: async (code) => proofs.showRecoveryCode(caller, known(signedIn), code),
      beginPasskey: async () => changes.beginPasskey(changing(signedIn)),
      addPasskey: async (name, response) => changes.addPasskey(caller, changing(signedIn), name, response),
      beginAuthenticator: async () => changes.beginAuthenticator(changing(signedIn)),
      addAuthenticator: async (code) => changes.addAuthenticator(caller, changing(signedIn), code),
      renamePasskey: async (key, name) => changes.renamePasskey(changing(signedIn), key, name),
      removePasskey: async (key) => changes.remove(caller, changing(signedIn), 'PASSKEY_REMOVED', 'delete from passkey where person_id = $1 and uuid = $2', [key]),
      removeAuthenticator: async () => changes.remove(caller, changing(signedIn), 'AUTHENTICATOR_REMOVED', 'delete from authenticator where person_id = $1'),
      renewRecoveryCodes: async () => changes.renewRecoveryCodes(caller, changing(signedIn)),
    };
  }

  async #secondStep({ person, isSecondStepDue, isFresh, isKeyRequired, isDemonstration, hasPasskeys, hasAuthenticator }: SignedIn): Promise<SecondStep> {
    const { rows } = await this.#desk.query<{ codes: number }>('select cardinality(hashes) as codes from recovery_codes where person_id = $1', [person]);
    return { isDue: isSecondStepDue, isFresh, isRequired: isKeyRequired, isPossible: !isDemonstration, hasPasskeys, hasAuthenticator, recoveryCodes: rows[0]?.codes ?? 0 };
  }
}

/** Who has confirmed a link, whatever is still due. */
function known(signedIn: SignedIn | null): SignedIn {
  if (!signedIn) throw new UserError('UNAUTHENTICATED', 'Sign in first');
  return signedIn;
}

/** Who may change their keys: somebody real, who has shown just now that it is them. Before the second step, whoever has no key yet. */
function changing(signedIn: SignedIn | null): SignedIn {
  const person = known(signedIn);
  if (person.isSecondStepDue && (person.hasPasskeys || person.hasAuthenticator)) throw new UserError('UNAUTHENTICATED', 'Show a key first');
  if (person.isDemonstration) throw new UserError('INVENTED_PERSON', 'An invented person has no keys');
  if (!person.isFresh) throw new UserError('STEP_UP_REQUIRED', 'Show first that it is you');
  return person;
}
