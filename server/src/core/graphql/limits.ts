/** What a document may be before anything is planned: the second line behind the client's own, trusted documents. */
import { maxAliasesRule } from '@escape.tech/graphql-armor-max-aliases';
import { maxDepthRule } from '@escape.tech/graphql-armor-max-depth';
import { maxDirectivesRule } from '@escape.tech/graphql-armor-max-directives';
import type { GraphQLError, ValidationContext, ValidationRule } from 'graphql';
import { UserError } from '../errors.ts';

/** The most lexical tokens in a document; counted while parsing, so that a longer one is not parsed to its end. */
export const MAX_TOKENS = 2_000;
export const MAX_DEPTH = 12;
export const MAX_ALIASES = 30;
export const MAX_DIRECTIVES = 20;

const refuse = {
  propagateOnRejection: false,
  onReject: [
    (context: unknown, error: GraphQLError) =>
      (context as ValidationContext).reportError(new UserError('QUERY_TOO_COMPLEX', error.message.replace(/^Syntax Error: /, ''))),
  ],
};

/** Rules for Apollo's validation. They refuse with QUERY_TOO_COMPLEX. */
export const limitRules: ValidationRule[] = [
  maxDepthRule({ n: MAX_DEPTH, flattenFragments: true, ...refuse } as never),
  maxAliasesRule({ n: MAX_ALIASES, allowList: [], ...refuse } as never),
  maxDirectivesRule({ n: MAX_DIRECTIVES, ...refuse } as never),
] as unknown as ValidationRule[];
