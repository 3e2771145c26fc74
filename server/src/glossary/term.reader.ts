/** How terms are read. */
import { GraphQLNonEmptyString } from 'graphql-scalars';
import { connection, inReadersOrder, localized, many, optional, query, reader, type Row, searchIn, sql } from '../core/reader/index.ts';
import { Term, TermName } from './term.entity.ts';

const name = (term: Row<Term>) => ({
  from: TermName, text: 'name' as const, of: (x: Row<TermName>) => sql<boolean>`${x.term} = ${term.code}`, source: 'en' as const,
});

export const TermNameReader = reader(TermName);

export const TermReader = reader(Term, {
  fields: (term) => ({
    name: localized(name(term)),
    names: many(TermNameReader, { on: (x) => sql`${x.term} = ${term.code}`, order: (x) => [x.locale] }),
  }),
});

const hasWords = searchIn({ of: Term, texts: TermName, owner: (text) => text.term });

export const terms = connection(TermReader, {
  description: 'terms',
  sorts: {
    NAME: { description: 'In the order of the reader’s language.', by: (term) => inReadersOrder(name(term)), type: 'text', collated: true },
  },
  filters: {
    domain: optional(() => String, 'text', 'Of this part of the field.'),
    exceptDomain: optional(() => String, 'text', 'Of any part of the field but this one.'),
    search: optional(() => GraphQLNonEmptyString, 'text', 'That has all of these words, in any language.'),
  },
  where: {
    domain: (term, domain) => sql`${term.domain} = ${domain}`,
    exceptDomain: (term, domain) => sql`${term.domain} <> ${domain}`,
    search: (term, words, _given, actor) => hasWords(term, words, actor),
  },
});

query('terms', { description: 'The glossary of the field.', page: terms });
