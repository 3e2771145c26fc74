/** What went wrong with the provider, for people: never what it said, which may be anything. */
import { AuthorizationResponseError, ResponseBodyError } from 'openid-client';

/**
 * Why nobody was signed in; the page has a sentence for each. refused: nobody here is known by that identity. changed: the
 * account is bound to another one. cancelled: they turned back. expired: begun too long ago, in another browser, or finished
 * already. failed: what came back does not hold. unavailable: the provider does not answer. often: too many attempts.
 */
export type Outcome = 'refused' | 'changed' | 'cancelled' | 'expired' | 'failed' | 'unavailable' | 'often';

/** Whether the provider did not answer, or answered that it cannot. */
export function isUnreachable(error: unknown): boolean {
  for (let cause = error, depth = 0; cause instanceof Object && depth < 5; cause = (cause as { cause?: unknown }).cause, depth += 1) {
    if (isNoAnswer(cause)) return true;
  }
  return false;
}

function isNoAnswer(cause: object): boolean {
  if (cause instanceof Response) return cause.status >= 500;
  if (cause instanceof ResponseBodyError) return cause.status >= 500;
  // How `fetch` says that there was no connection, or that it ended, or that it took too long.
  return cause instanceof Error && (/^(TimeoutError|AbortError)$/.test(cause.name) || (cause instanceof TypeError && /^(fetch failed|terminated)$/.test(cause.message)));
}

const OF_PROVIDER: Readonly<Record<string, Outcome>> = { access_denied: 'cancelled', login_required: 'cancelled', server_error: 'unavailable', temporarily_unavailable: 'unavailable' };

/** What to tell the person of an error that `IdentityProvider` threw. */
export function outcomeOf(error: unknown): Outcome {
  if (isUnreachable(error)) return 'unavailable';
  if (error instanceof AuthorizationResponseError) return Object.hasOwn(OF_PROVIDER, error.error) ? OF_PROVIDER[error.error]! : 'failed';
  // The code was used already, or too late: it is good for a minute.
  if (error instanceof ResponseBodyError && error.error === 'invalid_grant') return 'expired';
  return 'failed';
}

/** A code for the log. */
export function faultCode(error: unknown): string {
  const { code, name } = error instanceof Error ? (error as Error & { code?: unknown }) : { code: undefined, name: typeof error };
  return typeof code === 'string' ? code : name;
}
