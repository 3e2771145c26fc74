/** What this server says of itself. */
import { LOCALES } from '@passerelle/shared/locales.ts';
import { Ctx, Field, ObjectType, Query, Resolver } from 'type-graphql';
import type { Context } from '../context.ts';
import { LocaleScalar } from '../translation/index.ts';
import { Operator } from './operator.type.ts';

@ObjectType({ description: 'A language of the interface.' })
export class InterfaceLocale {
  @Field(() => LocaleScalar, { description: 'Its tag.' })
  tag!: string;

  @Field(() => String, { description: 'Its name in itself.' })
  endonym!: string;

  @Field(() => [LocaleScalar], { description: 'Where a text comes from when the language lacks it, nearest first.' })
  fallback!: readonly string[];
}

@ObjectType({ description: 'What this server says of itself.' })
export class Service {
  @Field(() => Boolean, { description: 'True when invented experts and sessions are shown beside the real data.' })
  hasDemonstrationData!: boolean;

  @Field(() => Boolean, { description: 'Whether agents of the French State can sign in by way of their own provider.' })
  hasAgentSignIn!: boolean;

  @Field(() => LocaleScalar, { description: 'The language in which this request is answered.' })
  locale!: string;

  @Field(() => [InterfaceLocale], { description: 'The languages it speaks.' })
  locales!: InterfaceLocale[];

  @Field(() => Operator, { description: 'Who answers for it.' })
  operator!: Operator;
}

@Resolver()
export class ServiceResolver {
  @Query(() => Service, { description: 'What this server says of itself.' })
  async service(@Ctx() context: Context): Promise<Service> {
    return {
      hasDemonstrationData: await context.hasDemonstrationData(),
      hasAgentSignIn: context.hasAgentSignIn,
      locale: context.locale,
      locales: Object.values(LOCALES).map(({ tag, endonym, fallback }) => ({ tag, endonym, fallback })),
      operator: context.operator,
    };
  }
}
