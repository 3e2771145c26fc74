/** An address on the web, sent as it is stored. */
import { GraphQLScalarType } from 'graphql';
import { GraphQLURL } from 'graphql-scalars';

/** `URL` of graphql-scalars, which would write a stored `https://example.org` with a slash at its end: what was checked when it was written is sent untouched. */
export const UrlScalar = new GraphQLScalarType({
  ...GraphQLURL.toConfig(),
  serialize: (value) => (value instanceof URL ? value.href : String(value)),
});
