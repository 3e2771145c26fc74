import { isLocale, LOCALE_TAGS } from '@passerelle/shared/locales.ts';
import { GraphQLScalarType, Kind } from 'graphql';
import { UserError } from '../errors.ts';

function parse(value: unknown): string {
  if (isLocale(value)) return value;
  throw new UserError('UNKNOWN_LOCALE', `Not one of the locales of this server: ${LOCALE_TAGS.join(', ')}`);
}

/** One of the sixteen locale tags, written exactly so. */
export const LocaleScalar = new GraphQLScalarType({
  name: 'Locale',
  description: `A language of the interface and of content: ${LOCALE_TAGS.join(', ')}.`,
  serialize: parse,
  parseValue: parse,
  parseLiteral: (node) => parse(node.kind === Kind.STRING ? node.value : undefined),
});
