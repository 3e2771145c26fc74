/** Keys: passkeys, applications that make codes, recovery codes. */
export { Authenticator } from './authenticator.entity.ts';
export { Keys } from './keys.service.ts';
export { KeysResolver } from './keys.resolver.ts';
export { Passkey } from './passkey.entity.ts';
export { RecoveryCodes } from './recovery-codes.entity.ts';
export { resetKeys } from './reset-keys.ts';
import './keys.personal.ts';
import './keys.reader.ts';
