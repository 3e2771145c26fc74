/** The cookies that go out when somebody signs in or out. */
import { KEPT_KEY_ENDS } from '@passerelle/shared/kept.ts';

/** Sets a header of the answer; a second value of the same name stands beside the first. */
export type SetHeader = (name: string, value: string) => unknown;

/** Sends the cookie of a session, or its end: with either, what a check-in page has kept in this browser for whoever was signed in before cannot be read any more. */
export function setCookies(made: Headers, setHeader: SetHeader): void {
  for (const cookie of [...made.getSetCookie(), KEPT_KEY_ENDS]) setHeader('set-cookie', cookie);
}
