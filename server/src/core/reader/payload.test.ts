import { parse, type GraphQLResolveInfo, validate } from 'graphql';
import { Arg, buildSchema, Ctx, ID, Info, Mutation, Resolver } from 'type-graphql';
import { beforeAll, describe, expect, it } from 'vitest';
import { type AskOptions, at, engineOver, type TestEngine, testEngine } from '../../../test/reader/engine.ts';
import { Country, CountryReader } from '../../countries/index.ts';
import { Expert, ExpertReader } from '../../experts/index.ts';
import { Organisation, OrganisationReader } from '../../organisations/index.ts';
import { TrainingSession, TrainingSessionReader } from '../../trainings/index.ts';
import { attachReaders, declaredResolvers, type ReadContext } from './index.ts';

type Answer = Promise<object | null>;

/** Mutations that change nothing: what matters is what they answer. */
@Resolver()
class TouchResolver {
  @Mutation(() => TrainingSession, { nullable: true })
  touchSession(@Arg('key', () => ID) key: string, @Ctx() context: ReadContext, @Info() info: GraphQLResolveInfo): Answer {
    return made.engine.payload(context, TrainingSessionReader, key, info);
  }

  @Mutation(() => Country)
  touchCountry(@Arg('key', () => ID) key: string, @Ctx() context: ReadContext, @Info() info: GraphQLResolveInfo): Answer {
    return made.engine.payload(context, CountryReader, key, info);
  }

  @Mutation(() => Expert, { nullable: true })
  touchExpert(@Arg('key', () => ID) key: string, @Ctx() context: ReadContext, @Info() info: GraphQLResolveInfo): Answer {
    return made.engine.payload(context, ExpertReader, key, info);
  }

  @Mutation(() => Organisation, { nullable: true })
  touchOrganisation(@Arg('key', () => ID) key: string, @Ctx() context: ReadContext, @Info() info: GraphQLResolveInfo): Answer {
    return made.engine.payload(context, OrganisationReader, key, info);
  }
}

const plain = testEngine('full');
let made: Pick<TestEngine, 'engine' | 'schema' | 'ask' | 'refusal' | 'pool'>;

beforeAll(async () => {
  const { database } = plain();
  const schema = attachReaders(await buildSchema({ resolvers: [TouchResolver, ...declaredResolvers()] as never, validate: false }));
  made = engineOver(database, schema, 1);
  return () => made.pool.close();
});

const FIELDS = `
  ...Named first: title { text } title { locale isFallback ... on LocalizedText { kind: __typename } } begins: startsAt endsAt timeZone placesLeft format
  can { may: register } country { code name { text } trainingSessions(first: $first, sort: LATEST, filter: { theme: $theme }) { totalCount edges { cursor node { id can { register } } } pageInfo { hasNextPage } } }
  trainers @include(if: $trainers) { name profession { name { text } } } hidden: town @skip(if: true) languages { use language { code } }`;
const FRAGMENT = 'fragment Named on TrainingSession { __typename id title { isOutdated } ... on Node { same: id } }';

async function session(variables: Readonly<Record<string, unknown>>, options: AskOptions = {}): Promise<void> {
  const { data: some } = await plain().ask('{ trainingSessions(first: 1, filter: { formats: ON_SITE }) { nodes { id } } }');
  const id = at<string>(some, 'trainingSessions.nodes.0.id');
  const declared = '$first: Int, $theme: String, $trainers: Boolean! = true';
  const read = await plain().ask(`query ($id: ID!, ${declared}) { answer: trainingSession(id: $id) { ${FIELDS} } } ${FRAGMENT}`, { ...options, variables: { ...variables, id } });
  const written = await made.ask(`mutation ($key: ID!, ${declared}) { answer: touchSession(key: $key) { ${FIELDS} } } ${FRAGMENT}`, { ...options, variables: { ...variables, key: id.slice('TrainingSession_'.length) } });
  expect(written.errors).toEqual([]);
  expect(JSON.stringify(written.data)).toBe(JSON.stringify(read.data));
  expect(at(read.data, 'answer.can')).toEqual({ may: false });
}

describe('the object that a mutation answers', () => {
  it('is read as the mutation selects it, and is what a query would have answered', async () => {
    await session({});
    await session({ first: 2, theme: 'ASSISTANCE', trainers: false }, { locale: 'sr-Latn' });
    await session({ first: null, theme: null }, { locale: 'uk' });
  });

  it('is read in one statement for each mutation of the document', async () => {
    const { data, statements } = await made.ask('mutation { a: touchCountry(key: "AL") { code } b: touchCountry(key: "RS") { code capitalCoordinates { latitude } holidays(year: 2027) { date name { text } } facts { provenance { checkedOn } } } }');
    expect(statements).toBe(2);
    expect(data).toMatchObject({ a: { code: 'AL' }, b: { code: 'RS' } });
    const read = await plain().ask('{ b: country(code: "RS") { code capitalCoordinates { latitude } holidays(year: 2027) { date name { text } } facts { provenance { checkedOn } } } }');
    expect(data.b).toEqual(read.data.b);
  });

  it('is null when there is none, where the field may be null, and an error where it may not', async () => {
    expect((await made.ask('mutation { touchSession(key: "00000000-0000-7000-8000-000000000000") { id can { register } } }')).data).toEqual({ touchSession: null });
    const { data, errors } = await made.ask('mutation { touchCountry(key: "QQ") { code } }');
    expect({ data, errors: errors.length }).toEqual({ data: null, errors: 1 });
  });

  it('hides what the actor may not see, as every other path does', async () => {
    const { data } = await plain().ask('{ experts(first: 100) { nodes { id name } } }');
    const hidden = at<{ id: string; name: string | null }[]>(data, 'experts.nodes').find(({ name }) => name === null)!;
    const answer = await made.ask('mutation ($key: ID!) { touchExpert(key: $key) { id name } }', { variables: { key: hidden.id.slice('Expert_'.length) } });
    expect(answer.data).toEqual({ touchExpert: hidden });
  });

  it('refuses the arguments that a query would refuse', async () => {
    for (const args of ['first: -1', 'after: "x"', 'first: 1, last: 1']) {
      const { errors, data } = await made.ask(`mutation { touchCountry(key: "AL") { trainingSessions(${args}) { totalCount } } }`);
      expect(data).toBeNull();
      expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
    }
  });

  it('keeps an address as it is stored', async () => {
    const { data } = await plain().ask('{ organisations(first: 100) { nodes { id website } } }');
    for (const { id, website } of at<{ id: string; website: string | null }[]>(data, 'organisations.nodes').slice(0, 20)) {
      const answer = await made.ask('mutation ($key: ID!) { touchOrganisation(key: $key) { website } }', { variables: { key: id.slice('Organisation_'.length) } });
      expect(answer.data).toEqual({ touchOrganisation: { website } });
    }
  });

  it('belongs to documents that are valid', () => {
    expect(validate(made.schema, parse('mutation { touchSession(key: "x") { id nothing } }'))).toHaveLength(1);
  });
});
