/** What somebody who asks can do about their second factor: bound to their request and its answer. */

/** How somebody shows that it is them, beside the link in their mail. PROVIDER: two factors at the provider that recognised them. */
export type Factor = 'PASSKEY' | 'AUTHENTICATOR' | 'RECOVERY_CODE' | 'PROVIDER';

/** How things stand with somebody's second factor. */
export interface SecondStep {
  /** Whether nothing else can be done before a key is shown, or set up. */
  readonly isDue: boolean;
  /** Whether what needs a key shown within the last ten minutes can be done. */
  readonly isFresh: boolean;
  /** Whether what they act as asks for a key: the last one can then not be removed. */
  readonly isRequired: boolean;
  /** False for the invented people of the demonstration, as whom anybody may sign in. */
  readonly isPossible: boolean;
  readonly hasPasskeys: boolean;
  readonly hasAuthenticator: boolean;
  /** How many codes are left, each of which can be used once. */
  readonly recoveryCodes: number;
}

/** What came of setting up a key. */
export interface KeyAdded {
  readonly isAdded: boolean;
  /** Ten codes for when every key is lost, given with the first key and never again; else none. */
  readonly recoveryCodes: readonly string[];
}

/** What an application that makes codes is given. */
export interface AuthenticatorSecret {
  /** The key in Base32, to be typed. */
  readonly secret: string;
  /** The same as an `otpauth:` address, to be drawn. */
  readonly uri: string;
}

/** The JSON of WebAuthn, as the specification has it. */
export type CeremonyJson = Readonly<Record<string, unknown>>;

/** Setting up, renaming and removing keys throws UNAUTHENTICATED for a visitor, STEP_UP_REQUIRED where a key was not shown lately, BAD_USER_INPUT for an invented person. */
export interface KeyRing {
  /** Null for a visitor. */
  secondStep(): Promise<SecondStep | null>;
  /** What the browser asks for a passkey with: one of the person's own, or any, where nobody is known yet. Throws RATE_LIMITED. */
  askForPasskey(): Promise<CeremonyJson>;
  /** Takes a passkey: the second step of who has confirmed a link, a whole sign-in for a visitor. False when it is not accepted. Throws RATE_LIMITED. */
  showPasskey(response: CeremonyJson): Promise<boolean>;
  /** Takes a code of the application, once. Throws RATE_LIMITED, UNAUTHENTICATED. */
  showCode(code: string): Promise<boolean>;
  /** Uses up one of the recovery codes. Throws RATE_LIMITED, UNAUTHENTICATED. */
  showRecoveryCode(code: string): Promise<boolean>;
  /** What the browser makes a passkey with. */
  beginPasskey(): Promise<CeremonyJson>;
  /** Keeps the passkey that was made. Throws VICTIM_DATA, and BAD_USER_INPUT for a name that is none. */
  addPasskey(name: string, response: CeremonyJson): Promise<KeyAdded>;
  /** The secret of an application, kept for ten minutes until a code shows that it has arrived. */
  beginAuthenticator(): Promise<AuthenticatorSecret>;
  /** Keeps the application whose code is right, in the place of the one before. Throws RATE_LIMITED. */
  addAuthenticator(code: string): Promise<KeyAdded>;
  /** False when there is no such passkey of theirs. */
  renamePasskey(key: string, name: string): Promise<boolean>;
  /** False when there is no such passkey of theirs, or when it is the last key of somebody who must have one. */
  removePasskey(key: string): Promise<boolean>;
  /** False likewise. */
  removeAuthenticator(): Promise<boolean>;
  /** Ten new codes in the place of the old ones; none for somebody without a key. */
  renewRecoveryCodes(): Promise<readonly string[]>;
}
