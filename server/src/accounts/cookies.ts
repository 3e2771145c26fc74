/** The cookies that go out when somebody signs in or out. */
import { DRAFT_KEY_ENDS, KEPT_KEY_ENDS } from '@passerelle/shared/kept.ts';

/** Sets a header of the answer; a second value of the same name stands beside the first. */
export type SetHeader = (name: string, value: string) => unknown;

/** Sends the cookie of a session, or its end: with either, what this browser has kept for whoever was signed in before – the list of a check-in page, a need that was being typed – cannot be read any more. */
export function setCookies(made: Headers, setHeader: SetHeader): void {
  for (const cookie of [...made.getSetCookie(), DRAFT_KEY_ENDS, KEPT_KEY_ENDS]) setHeader('set-cookie', cookie);
}
