/** What the guard finds. A finding says what and where, and nothing of the text: it may be logged. */

export const FINDING_KIND = {
  /** The number by which a State knows a person. */
  NATIONAL_NUMBER: 'NATIONAL_NUMBER',
  /** A passport, an identity card or the lines of one that machines read. */
  IDENTITY_DOCUMENT: 'IDENTITY_DOCUMENT',
  PHONE: 'PHONE',
  EMAIL: 'EMAIL',
  /** One person's age, with or without what tells who it is. */
  PERSON_DESCRIPTION: 'PERSON_DESCRIPTION',
  BIRTH_DATE: 'BIRTH_DATE',
} as const;

export type FindingKind = (typeof FINDING_KIND)[keyof typeof FINDING_KIND];

export const SEVERITY = {
  /** The text is not stored. */
  REFUSE: 'REFUSE',
  /** The author is asked to look again. */
  WARN: 'WARN',
} as const;

export type Severity = (typeof SEVERITY)[keyof typeof SEVERITY];

/** `start` and `end` count code units of the text that was given, `end` excluded. */
export interface Finding {
  readonly kind: FindingKind;
  readonly severity: Severity;
  readonly start: number;
  readonly end: number;
}

export interface GuardOptions {
  /** Published numbers and addresses, in any writing: hotlines, the contact of an organisation. */
  readonly allowed?: readonly string[];
}

/** A stretch of the folded text: a finding before it is told in places of the original. */
export interface Stretch {
  readonly kind: FindingKind;
  readonly severity: Severity;
  readonly from: number;
  readonly to: number;
}
