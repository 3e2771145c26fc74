/** What the peers are asked, in one language with a chain of fallbacks: documents of the product, and their arguments. */
import { createHash } from 'node:crypto';

/** The language of all requests. Where a text lacks it, English, French and the text's own language follow. */
export const LOCALE = 'ro';
export const COUNTRY = 'RO';
export const PAGE = 50;
export const NESTED_PAGE = 5;
/** What the product's cursors of this list begin with; the peers that answer its bytes write the same. */
export const CURSOR_ORDER = 'TrainingSession.STARTS_AT';

const session = (name: string, more = ''): string => `query ${name}($country: CountryCode!, $first: Int!) {
  trainingSessions(filter: { country: $country }, first: $first) {
    nodes {
      id
      title { text locale isFallback }
      startsAt
      endsAt
      town
      placesLeft
      country { code name { text locale isFallback } }
      trainers { id name profession { code name { text locale isFallback } } }
      languages { use language { code name { text locale isFallback } } }${more}
    }
    pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
    totalCount
  }
}`;

/** A question that every peer answers in its own way. */
export interface Question {
  readonly title: string;
  readonly document: string;
  readonly variables: Readonly<Record<string, unknown>>;
  /** Whether a plain function makes a field after the read. */
  readonly needsCode: boolean;
}

/** The questions, by the letter that people choose them with. */
export const QUESTIONS = {
  A: {
    title: `A: the catalogue, ${PAGE} sessions of one country`,
    document: session('Catalogue'), variables: { country: COUNTRY, first: PAGE }, needsCode: false,
  },
  Acan: {
    title: 'A with `can { register }`, a field that needs code',
    document: session('CatalogueWithAbilities', '\n      can { register }'), variables: { country: COUNTRY, first: PAGE }, needsCode: true,
  },
  B: {
    title: `B: countries → trainingSessions(first: ${NESTED_PAGE}) → trainers → languages`,
    document: `query Countries($first: Int!) {
  countries {
    code
    name { text locale isFallback }
    trainingSessions(first: $first) {
      nodes {
        id
        title { text locale isFallback }
        startsAt
        placesLeft
        trainers { id name languages { level language { code name { text } } } }
      }
    }
  }
}`,
    variables: { first: NESTED_PAGE }, needsCode: false,
  },
} as const satisfies Record<string, Question>;

export type QuestionName = keyof typeof QUESTIONS;

/** The SHA-256 by which a trusted document is asked for. */
export function hashOf(document: string): string {
  return createHash('sha256').update(document).digest('hex');
}
