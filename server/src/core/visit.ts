/** What somebody who asks can do about being signed in: bound to their request and its answer. */
import type { Locale } from '@passerelle/shared/locales.ts';
import type { Visibility } from './consent/index.ts';
import type { KeyRing } from './key-ring.ts';

export interface Visit {
  /** Sends a link to sign in with, if the address is somebody's. Never waits for it, never says whether it is. Throws RATE_LIMITED. */
  requestLink(email: string, locale: Locale): Promise<void>;
  /** Uses up the link with this secret and signs in. Throws RATE_LIMITED. */
  confirmLink(secret: string): Promise<LinkOutcome>;
  /**
   * For what must not be done in somebody's absence: exports, changes of roles, erasure, changes of keys. Passes when the person
   * has shown a key, or has confirmed a link where they have no key, within the last ten minutes; call it first, before anything
   * is read. Throws UNAUTHENTICATED for a visitor, else STEP_UP_REQUIRED: the page then asks for the key, and does it again.
   */
  requireStepUp(): void;
  /** Signs in whoever has this address, which they have just shown to be theirs; REFUSED when nobody has it. */
  signInAs(email: string): Promise<LinkOutcome>;
  /** Counts an attempt to use a secret. Gives until when it counts, in milliseconds since 1970. Throws RATE_LIMITED. */
  countTry(): Promise<number>;
  /** Takes back what `countTry` counted until then, where the secret was somebody's and is used many times. */
  forgiveTry(until: number): Promise<void>;
  /** Counts an invitation that the person sends. Throws UNAUTHENTICATED, RATE_LIMITED. */
  countInvitation(): Promise<void>;
  /** Counts that the person invites so many people to sessions. Throws UNAUTHENTICATED, RATE_LIMITED. */
  countSessionInvitations(people: number): Promise<void>;
  /** Counts that the person asks so many experts on which days they are free. Throws UNAUTHENTICATED, RATE_LIMITED. */
  countAvailabilityRequests(experts: number): Promise<void>;
  /** Counts that the person offers a host slots. Throws UNAUTHENTICATED, RATE_LIMITED. */
  countSlotOffer(): Promise<void>;
  /** Counts a cooperation request that is sent. Throws RATE_LIMITED. */
  countCooperationRequest(): Promise<void>;
  /** Counts that the person registers so many people. Gives until when it counts, in milliseconds since 1970. Throws UNAUTHENTICATED, RATE_LIMITED. */
  countRegistrations(people: number): Promise<number>;
  /** Takes back so many of what `countRegistrations` counted until then, whom the same key had registered before. Throws UNAUTHENTICATED. */
  forgiveRegistrations(people: number, until: number): void;
  /** Counts a request for access in the name of this address. Throws RATE_LIMITED. */
  countRequest(email: string): Promise<void>;
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
  /** Remembers who may see the person among the people of their organisation; null takes the consent back. */
  chooseContactVisibility(visibility: Visibility | null): Promise<void>;
  /** Remembers who may see the person's address. */
  chooseEmailVisibility(visibility: Visibility): Promise<void>;
  /** What the person can do about their second factor. */
  readonly keys: KeyRing;
}

/** What came of a link: unknown, used or too old; signed in; or that, and nothing can be done before the second step. */
export type LinkOutcome = 'REFUSED' | 'SIGNED_IN' | 'SECOND_STEP_DUE';
