/** What a document may be before anything is planned: the second line behind the client's own, trusted documents. */
import type { ValidationRule } from 'graphql';
import { UserError } from '../errors.ts';
import { type Measure, measureDocument } from './measure.ts';

/** The most that a document may have of each; what is measured is said at `Measure`. */
export interface Limits extends Measure {
  /** The most lexical tokens; counted while parsing, so that a longer document is not parsed to its end. */
  readonly tokens: number;
}

export const LIMITS: Limits = {
  tokens: 1_000,
  depth: 12,
  aliases: 20,
  repeats: 20,
  directives: 20,
  directivesAtOnce: 4,
  valueDepth: 6,
  textLength: 2_000,
  introspectedLists: 15,
};

const SAID: Readonly<Record<keyof Measure, string>> = {
  depth: 'levels of fields',
  aliases: 'aliases',
  repeats: 'requests of one field in one place',
  directives: 'directives',
  directivesAtOnce: 'directives in one place',
  valueDepth: 'levels of lists and objects in an argument',
  textLength: 'characters in a text',
  introspectedLists: 'lists of introspection',
};

/**
 * The rule that refuses with QUERY_TOO_COMPLEX. It answers the document node with an empty one, so that no other rule
 * spends its time on a document that is refused anyway.
 */
export function limitRule(limits: Limits): ValidationRule {
  return (context) => ({
    Document(document) {
      const measure = measureDocument(document);
      const exceeded = (Object.keys(SAID) as (keyof Measure)[]).find((name) => measure[name] > limits[name]);
      if (!exceeded) return undefined;
      const maximum = limits[exceeded];
      context.reportError(new UserError('QUERY_TOO_COMPLEX', `This document has ${measure[exceeded]} ${SAID[exceeded]}; ${maximum} is the limit`, { maximum }));
      return { ...document, definitions: [] };
    },
  });
}
