import { initGraphQLTada } from 'gql.tada';

import type { introspection } from '../../gql/introspection.d.ts';

/** Writes a typed GraphQL document; used in `*.documents.ts` files only, so that each can be stored by its hash. */
export const graphql = initGraphQLTada<{
  introspection: introspection;
  disableMasking: true;
  scalars: {
    CountryCode: string;
    DateTimeISO: string;
    EmailAddress: string;
    JSONObject: Readonly<Record<string, unknown>>;
    LocalDate: string;
    Locale: string;
    NonEmptyString: string;
    TimeZone: string;
    URL: string;
    UUID: string;
  };
}>();
