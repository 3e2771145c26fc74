/** What may be done about keys. */

/** The keys that somebody has; recovery codes are none of them. */
export interface KeysHeld {
  readonly passkeys: number;
  readonly authenticators: number;
}

/** As many passkeys as somebody may have: whoever has more devices can remove one. */
export const MOST_PASSKEYS = 20;

/** Whether one of the keys may go: not the last one of somebody who must have one. */
export function mayRemoveKey({ passkeys, authenticators }: KeysHeld, isRequired: boolean): boolean {
  return !isRequired || passkeys + authenticators > 1;
}

/** Whether the codes for when every key is lost go too: without a key they open nothing. */
export function mustForgetCodes({ passkeys, authenticators }: KeysHeld): boolean {
  return passkeys + authenticators === 0;
}

const LONGEST_NAME = 60;

/** The name as it is kept, without spaces around it; undefined for one that is none. */
export function keyName(typed: string): string | undefined {
  const name = typed.trim().replaceAll(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ');
  return name.length > 0 && name.length <= LONGEST_NAME ? name : undefined;
}
