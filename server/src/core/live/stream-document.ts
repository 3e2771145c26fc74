/** The document of a stream: one of ours by its hash, or any that is valid, holds to the limits and subscribes to something. */
import { type DocumentNode, getOperationAST, GraphQLError, type GraphQLSchema, OperationTypeNode, parse, specifiedRules, validate } from 'graphql';
import { LRUCache } from 'lru-cache';
import { UserError } from '../errors.ts';
import { type Limits, LIMITS, limitRule, type TrustedDocuments } from '../graphql/index.ts';

/** What a request says of what it wants. */
export interface StreamQuery {
  readonly query?: string | undefined;
  readonly operationName?: string | undefined;
  readonly variables?: Readonly<Record<string, unknown>> | undefined;
  readonly hash?: string | undefined;
}

const REMEMBERED = 50;

/** Finds and checks documents; those that were good are remembered. Throws UserError or GraphQLError. */
export function streamDocuments(schema: GraphQLSchema, documents: TrustedDocuments, limits: Limits = LIMITS): (asked: StreamQuery) => Promise<DocumentNode> {
  const known = new LRUCache<string, DocumentNode>({ max: REMEMBERED });
  return async ({ query, hash, operationName }) => {
    const text = query ?? (hash === undefined ? undefined : await documents.asCache().get(hash));
    if (text === undefined) throw hash === undefined ? new UserError('BAD_REQUEST', 'Say what to subscribe to') : new UserError('PERSISTED_QUERY_NOT_FOUND', 'There is no such document');
    const document = known.get(text) ?? checked(schema, text, limits);
    known.set(text, document);
    const operation = getOperationAST(document, operationName);
    if (operation?.operation !== OperationTypeNode.SUBSCRIPTION) throw new UserError('BAD_REQUEST', 'Only subscriptions are streamed: ask all else of /graphql');
    return document;
  };
}

function checked(schema: GraphQLSchema, text: string, limits: Limits): DocumentNode {
  const document = parsed(text, limits.tokens);
  const [refused] = validate(schema, document, [limitRule(limits)], { maxErrors: 1 });
  if (refused) throw refused;
  const [wrong] = validate(schema, document, specifiedRules, { maxErrors: 1 });
  if (wrong) throw new UserError('GRAPHQL_VALIDATION_FAILED', wrong.message.replace(/,? did you mean .*$/is, ''));
  return document;
}

function parsed(text: string, maxTokens: number): DocumentNode {
  try {
    return parse(text, { maxTokens });
  } catch (error) {
    if (error instanceof RangeError || (error instanceof GraphQLError && / contains more tha[nt] \d+ /.test(error.message))) throw new UserError('QUERY_TOO_COMPLEX', 'This document is longer or nested deeper than documents may be');
    throw new UserError('GRAPHQL_PARSE_FAILED', 'The document cannot be read');
  }
}
