/** What somebody who asks can do about being signed in: bound to their request and its answer. */
import type { Locale } from '@passerelle/shared/locales.ts';

export interface Visit {
  /** Sends a link to sign in with, if the address is somebody's. Never waits for it, never says whether it is. Throws RATE_LIMITED. */
  requestLink(email: string, locale: Locale): Promise<void>;
  /** Uses up the link with this secret and signs in; false when it is unknown, used or too old. Throws RATE_LIMITED. */
  confirmLink(secret: string): Promise<boolean>;
  /** Ends the session of this browser. Where a provider has recognised the person, gives the address at which they leave it too; else null. */
  signOut(locale: Locale): Promise<string | null>;
  /** Ends one of the person's sessions; false when it is not theirs or has ended already. */
  endSession(session: string): Promise<boolean>;
  /** Ends all of the person's sessions but this one; how many they were. */
  endOtherSessions(): Promise<number>;
  /** Takes away the identity at a provider that the person's account is bound to; false when there is none. */
  unbindAgent(): Promise<boolean>;
  /** Remembers the language that the person wants to be written to in. */
  chooseLocale(locale: Locale): Promise<void>;
}
