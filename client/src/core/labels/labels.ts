/** The enumerations of the API that pages show, by the key of their words. */
export interface Enums {
  readonly sessionFormat: 'ON_SITE' | 'ONLINE' | 'HYBRID';
  readonly sessionLevel: 'INTRODUCTORY' | 'INTERMEDIATE' | 'ADVANCED';
  readonly cefrLevel: 'A1' | 'A2' | 'B1' | 'B2' | 'C1' | 'C2' | 'NATIVE';
  readonly membershipBody: 'EU' | 'COUNCIL_OF_EUROPE' | 'OSCE';
  readonly nameContext: 'EU' | 'COUNCIL_OF_EUROPE' | 'UN';
  readonly membershipStatus: 'MEMBER' | 'CANDIDATE' | 'POTENTIAL_CANDIDATE' | 'NONE';
  readonly instrumentStatus: 'PARTY' | 'SIGNATORY' | 'BOUND' | 'NOT_PARTY';
  readonly consentKind: 'RATIFICATION' | 'ACCESSION' | 'SUCCESSION';
  readonly recommendationVerb: 'URGE' | 'CONSIDER' | 'INVITE' | 'OTHER';
  readonly organisationKind: 'AUTHORITY' | 'COORDINATOR' | 'INTERNATIONAL' | 'NETWORK' | 'NGO';
  readonly languageUse: 'WORKING' | 'INTERPRETATION';
}

/** Gives the words for each value. */
export type Labels = { readonly [Key in keyof Enums]: (value: Enums[Key]) => string } & {
  /** Who recommends, by the name in the API; an acronym is its own name in every language. */
  readonly monitoringBody: (name: string) => string;
};

/** The levels of a language, from the lowest, for lists of choices. */
export const CEFR_LEVELS = ['A1', 'A2', 'B1', 'B2', 'C1', 'C2', 'NATIVE'] as const satisfies readonly Enums['cefrLevel'][];

/** The shape that says how pressing a recommendation is. */
export const VERB_SHAPES = { URGE: 'urgent', CONSIDER: 'fixed', INVITE: 'open', OTHER: 'unknown' } as const satisfies Readonly<Record<Enums['recommendationVerb'], string>>;

/** The ways a session is held, for lists of choices. */
export const SESSION_FORMATS = ['ON_SITE', 'ONLINE', 'HYBRID'] as const satisfies readonly Enums['sessionFormat'][];

/** The levels of a session, from the one for beginners, for lists of choices. */
export const SESSION_LEVELS = ['INTRODUCTORY', 'INTERMEDIATE', 'ADVANCED'] as const satisfies readonly Enums['sessionLevel'][];
