/** Who is registered for which session. */
export interface RegistrationFacts {
  readonly name: string;
  readonly title: string;
  readonly startsAt: Date;
  /** IANA. */
  readonly timeZone: string;
  readonly link: string;
  /** Where it is held, in one line as it is written there, to who comes; empty where that is nowhere but online. */
  readonly place?: string;
}
