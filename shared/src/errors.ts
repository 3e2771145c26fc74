/**
 * The codes an API answer may carry in `errors[].extensions.code`. Each has a sentence in every interface language
 * (`errors.<code>` in the catalogues); a test holds the two sets equal.
 */
export const ERROR_CODES = [
  /** The document is not GraphQL. */
  'GRAPHQL_PARSE_FAILED',
  /** The document does not fit the schema. */
  'GRAPHQL_VALIDATION_FAILED',
  /** A value cannot be used: malformed id, cursor, date, locale, page size. */
  'BAD_USER_INPUT',
  /** The HTTP request is malformed: method, content type, encoding, body. */
  'BAD_REQUEST',
  /** The body is larger than the limit. */
  'PAYLOAD_TOO_LARGE',
  /** The document is deeper, longer or dearer than the limit. */
  'QUERY_TOO_COMPLEX',
  /** A list has more lines than one file takes: it is asked for in parts. */
  'LIST_TOO_LONG',
  /** A text seems to tell who a person is: it is not stored. */
  'VICTIM_DATA',
  /** A text has an address beside the name of an organisation whose place nobody may learn: it is not stored. */
  'PROTECTED_PLACE',
  /** A text would be written in a language into which it is translated already, by other words: the translation would be lost. */
  'TRANSLATION_EXISTS',
  /** The locale asked for is not one of the sixteen. */
  'UNKNOWN_LOCALE',
  /** Only somebody who is signed in may do this. */
  'UNAUTHENTICATED',
  /** Only somebody who has just shown once more that it is them may do this: a key, or a fresh link where they have none. */
  'STEP_UP_REQUIRED',
  /** An invented person of the demonstration cannot do this: it would be done to everybody who signs in as them. */
  'INVENTED_PERSON',
  /** The role of an invented person whom a demonstration lists stays as it is: everybody may sign in as them. */
  'LISTED_PERSON',
  /** An address that somebody can have, in a demonstration, where everybody sees what is typed. */
  'DEMONSTRATION_ADDRESS',
  /** Somebody would teach in two training sessions at the same time: `params.about` names those that who asks may see; of others in preparation it says on which days they are, and whom to ask. Empty where nothing is known of them. */
  'TRAINER_BUSY',
  /** Done too often: `params.seconds` says how long to wait. */
  'RATE_LIMITED',
  /** The work that a form asks of the browser was not done, or not for it: `proofChallenge` gives some. */
  'PROOF_REQUIRED',
  /** The identifier of a stored document is not known to this server. */
  'PERSISTED_QUERY_NOT_FOUND',
  /** The operation took longer than it may. */
  'TIMEOUT',
  /** The database does not answer; trying again helps. */
  'SERVICE_UNAVAILABLE',
  /** A fault of ours. The answer carries a reference that the log knows. */
  'INTERNAL_SERVER_ERROR',
] as const;

export type ErrorCode = (typeof ERROR_CODES)[number];
