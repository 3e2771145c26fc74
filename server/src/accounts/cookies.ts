/** The cookies that go out when somebody signs in or out. */
import { createHash } from 'node:crypto';
import { DRAFT_KEY, DRAFT_KEY_ENDS, draftMarkOf, KEPT_KEY_ENDS } from '@passerelle/shared/kept.ts';

/** Sets a header of the answer; a second value of the same name stands beside the first. */
export type SetHeader = (name: string, value: string) => unknown;

/** Who is signed in from now on, by their address, where that is known, and the cookies that came with the request. */
export interface SignedInAs {
  readonly address: string | undefined;
  readonly cookie: string | undefined;
}

const DRAFT_COOKIE = new RegExp(String.raw`(?:^|;\s*)${DRAFT_KEY}=([^;]*)`, 'g');

/**
 * Whether what this browser opens drafts with is of this person: not, where there is nothing of the kind, or anything else too.
 * It is the key itself that says so, so that they find their draft again whatever has become of the session in which they typed it.
 */
function isTheirDraft({ address, cookie = '' }: SignedInAs): boolean {
  if (address === undefined) return false;
  const found = [...cookie.matchAll(DRAFT_COOKIE)].map(([, value]) => value!.split('.'));
  return found.length > 0 && found.every(([key = '', mark, ...more]) => more.length === 0 && mark === createHash('sha256').update(draftMarkOf(key, address)).digest('base64url'));
}

/**
 * Sends the cookie of a session, or its end. With either, what this browser has kept for whoever was signed in before cannot be read any more: the list of a check-in page, whoever it was; a need that
 * was being typed, unless the one who typed it is the one who is signed in now.
 */
export function setCookies(made: Headers, setHeader: SetHeader, now?: SignedInAs): void {
  for (const cookie of made.getSetCookie()) setHeader('set-cookie', cookie);
  if (!now || !isTheirDraft(now)) setHeader('set-cookie', DRAFT_KEY_ENDS);
  setHeader('set-cookie', KEPT_KEY_ENDS);
}
