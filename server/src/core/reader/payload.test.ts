import { GraphQLError, parse, type GraphQLResolveInfo, validate } from 'graphql';
import { type Locale } from '@passerelle/shared/locales.ts';
import { Arg, buildSchema, Ctx, ID, Info, Mutation, Resolver } from 'type-graphql';
import { beforeAll, describe, expect, it } from 'vitest';
import { at, engineOver, type TestEngine, testEngine } from '../../../test/reader/engine.ts';
import { CountryReader, Country } from '../../countries/index.ts';
import { ExpertReader, Expert } from '../../experts/index.ts';
import { TrainingSession } from '../../trainings/index.ts';
import { attachReaders, declaredResolvers, type ReadContext, type ReadEngine } from './index.ts';
import { readers } from './registry.ts';

let engine: ReadEngine;

/** Mutations that change nothing: their answers are what counts. */
@Resolver()
class TouchResolver {
  @Mutation(() => TrainingSession, { nullable: true })
  touchSession(@Arg('key', () => ID) key: string, @Ctx() context: ReadContext, @Info() info: GraphQLResolveInfo): Promise<object | null> {
    return engine.payload(context, readers.get('TrainingSession')!, key, info);
  }

  @Mutation(() => Country)
  touchCountry(@Arg('key', () => ID) key: string, @Ctx() context: ReadContext, @Info() info: GraphQLResolveInfo): Promise<object | null> {
    return engine.payload(context, CountryReader, key, info);
  }

  @Mutation(() => Expert, { nullable: true })
  touchExpert(@Arg('key', () => ID) key: string, @Ctx() context: ReadContext, @Info() info: GraphQLResolveInfo): Promise<object | null> {
    return engine.payload(context, ExpertReader, key, info);
  }
}

const original = testEngine('full');
let test: TestEngine;

beforeAll(async () => {
  const { database, pool } = original();
  const schema = attachReaders(await buildSchema({ resolvers: [TouchResolver, ...declaredResolvers()] as never, validate: false }));
  test = engineOver(database, schema, 1);
  await test.pool.close();
  ({ engine } = Object.assign(test, { ...engineOver(database, schema, 2), pool }));
});

async function touch(text: string, variables: Readonly<Record<string, unknown>>, locale: Locale = 'en'): Promise<Awaited<ReturnType<TestEngine['ask']>>> {
  const problems = validate(test.schema, parse(text));
  if (problems.length > 0) throw new GraphQLError(problems.join('\n'));
  return test.ask(text, { variables, locale });
}

describe('the object that a mutation answers', () => {
  it('is placeholder', () => {
    expect(touch).toBeDefined();
    expect(at).toBeDefined();
  });
});
