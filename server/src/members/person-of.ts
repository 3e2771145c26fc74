/** Who asks. */
import { UserError } from '../core/errors.ts';
import type { Actor } from '../core/reader/index.ts';

/** The key of who is signed in. Throws UNAUTHENTICATED for a visitor. */
export function personOf({ person }: Actor): string {
  if (person === null) throw new UserError('UNAUTHENTICATED', 'Sign in first');
  return person;
}
