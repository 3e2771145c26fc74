/** The queries of README.md asked by a GraphQL client that others wrote, `graphql-request`, in every language: who knows nothing of this product gets right answers, in the language of their header. */
import { LOCALES, type Locale, LOCALE_TAGS, probes } from '@passerelle/shared/locales.ts';
import { type FieldNode, Kind, parse, print, visit } from 'graphql';
import { ClientError, GraphQLClient } from 'graphql-request';
import { describe, expect, test } from 'vitest';
import { testServer } from './http/harness.ts';
import { requests } from './readme.ts';

const server = testServer();

interface Text {
  readonly text: string;
  readonly locale: Locale;
  readonly isFallback: boolean;
}

type Data = Readonly<Record<string, readonly unknown[] | { readonly nodes: readonly unknown[]; readonly totalCount: number }>>;

/** A client whose people read this language, as their browser would say it. */
const clientOf = (locale: Locale, method: 'GET' | 'POST' = 'POST'): GraphQLClient => new GraphQLClient(`${server().address}/graphql`, { headers: { 'accept-language': locale }, method });

const field = (name: string): FieldNode => ({ kind: Kind.FIELD, name: { kind: Kind.NAME, value: name } });

/** The query with the language of each text, and whether it is another than the one asked for. */
function withLanguages(document: string): string {
  return print(visit(parse(document), {
    SelectionSet: (node) => (node.selections.some((one) => one.kind === Kind.FIELD && one.name.value === 'text') ? { ...node, selections: [field('text'), field('locale'), field('isFallback')] } : undefined),
  }));
}

/** All texts of an answer, each with the field that it answers. */
function textsIn(value: unknown, name = ''): (Text & { readonly name: string })[] {
  if (typeof value !== 'object' || value === null) return [];
  if ('text' in value) return [{ ...(value as Text), name }];
  return Object.entries(value).flatMap(([key, below]) => textsIn(below, Array.isArray(value) ? name : key));
}

/** Letters in which a language is written. */
const lettersOf = (locale: Locale): RegExp => new RegExp(`\\p{Script=${LOCALES[locale].script}}`, 'u');

/**
 * What is not right of texts for a reader of a language. Names are in that language, all of them; what people write is in it, in one of its
 * chain, or in the one in which it was written: in Romania Romanian, too.
 */
function faultsOf(texts: readonly (Text & { readonly name: string })[], asked: Locale): string[] {
  const chain = probes(asked).map(({ shown }) => shown);
  return texts.flatMap(({ name, text, locale, isFallback }) => [
    ...(isFallback === (locale !== asked) ? [] : [`${text}: isFallback is ${isFallback}, in ${locale}`]),
    ...(['name', 'capital'].includes(name) ? [asked] : [...chain, 'ro']).includes(locale) ? [] : [`${name} ${text}: in ${locale}`],
    ...(lettersOf(locale).test(text) ? [] : [`${text}: not in letters of ${locale}`]),
  ]);
}

const rowsOf = (data: Data): number => {
  const [root] = Object.values(data);
  return 'nodes' in root! ? root.nodes.length : root!.length;
};
const totalOf = (data: Data): number | undefined => {
  const [root] = Object.values(data);
  return 'nodes' in root! ? root.totalCount : undefined;
};

describe.each(requests.flatMap(({ says, body, document }) => (document === undefined ? [] : [{ says, method: body === undefined ? 'GET' as const : 'POST' as const, document }])))('“$says”, asked by another client', ({ method, document }) => {
  test('has the same rows in each of the sixteen languages, as many, and answers in the one of the header', async () => {
    const answers = await Promise.all(LOCALE_TAGS.map((locale) => clientOf(locale, method).rawRequest<Data>(document)));
    expect(answers.map(({ errors }) => errors)).toEqual(LOCALE_TAGS.map(() => undefined));
    expect(answers.map(({ headers }) => headers.get('content-language'))).toEqual(LOCALE_TAGS);
    const [first] = answers;
    expect(rowsOf(first!.data)).toBeGreaterThan(0);
    expect(answers.map(({ data }) => [rowsOf(data), totalOf(data)])).toEqual(LOCALE_TAGS.map(() => [rowsOf(first!.data), totalOf(first!.data)]));
  });

  test.each(LOCALE_TAGS)('has every text in the right language and letters in %s, and says where it is another', async (locale) => {
    const texts = textsIn(await clientOf(locale, method).request<Data>(withLanguages(document)));
    expect(texts.length).toBeGreaterThan(0);
    expect(faultsOf(texts, locale)).toEqual([]);
  });
});

test('texts are found to be wrong where they are: in another language, in other letters, with a fallback that is not told or is none', () => {
  const right = { name: 'name', text: 'Шкодра', locale: 'mk', isFallback: false } as const;
  expect(faultsOf([right], 'mk')).toEqual([]);
  for (const wrong of [{ ...right, text: 'Shkodra' }, { ...right, isFallback: true }, { ...right, locale: 'bg' as const, isFallback: true }, { ...right, name: 'title', locale: 'bg' as const, isFallback: true }]) expect(faultsOf([wrong], 'mk')).toHaveLength(1);
});

test('a query that is wrong is an error of that client, with the code of ours', async () => {
  const asked = clientOf('sq').request('{ countries { capitale { text } } }');
  await expect(asked).rejects.toBeInstanceOf(ClientError);
  await expect(asked).rejects.toMatchObject({ response: { errors: [{ extensions: { code: 'GRAPHQL_VALIDATION_FAILED' } }] } });
});
