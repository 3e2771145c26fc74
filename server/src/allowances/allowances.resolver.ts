/** Changing what allowances are computed from, as mutations. */
import type { GraphQLResolveInfo } from 'graphql';
import { GraphQLUUID } from 'graphql-scalars';
import { Arg, Ctx, FieldResolver, Info, Int, Mutation, Resolver, Root } from 'type-graphql';
import type { Context } from '../core/context.ts';
import { personOf } from '../members/index.ts';
import { AllowancePayload, AllowanceRateInput, AllowanceRuleInput, BasisKind, ExchangeRateInput } from './allowance-input.type.ts';
import { AllowanceRate, AllowanceRule, ExchangeRate } from './allowance.entity.ts';
import { AllowanceRateReader, AllowanceRuleReader, ExchangeRateReader } from './allowance.reader.ts';
import { KINDS, removeBasis, saveBasis } from './allowances.service.ts';
import { type Read, readExchange, readRate, readRule, today } from './read-basis.ts';

const keyArgument = { description: 'Its key; of a new one, one that you have drawn at random.' };
const versionArgument = { description: 'The `version` that you have read; 0 for a new one.' };

async function save({ actor, transact }: Context, { kind, key, version }: { readonly kind: BasisKind; readonly key: string; readonly version: number }, read: Read): Promise<AllowancePayload> {
  const person = personOf(actor);
  return { ...(await transact((em) => saveBasis(em, { person, kind: KINDS[kind], key, version }, read))), kind, key } as AllowancePayload;
}

@Resolver(() => AllowancePayload)
export class AllowancesResolver {
  @FieldResolver(() => AllowanceRate, { nullable: true, description: 'The rate as it is now; null where it is none, or none for you.' })
  rate(@Root() { kind, key }: AllowancePayload, @Ctx() context: Context, @Info() info: GraphQLResolveInfo): Promise<object | null> | null {
    return kind === 'RATE' ? context.read(AllowanceRateReader, key, info) : null;
  }

  @FieldResolver(() => ExchangeRate, { nullable: true, description: 'What the currency is worth, as it is now; null where it is none, or none for you.' })
  exchange(@Root() { kind, key }: AllowancePayload, @Ctx() context: Context, @Info() info: GraphQLResolveInfo): Promise<object | null> | null {
    return kind === 'EXCHANGE' ? context.read(ExchangeRateReader, key, info) : null;
  }

  @FieldResolver(() => AllowanceRule, { nullable: true, description: 'The rule as it is now; null where it is none, or none for you.' })
  rule(@Root() { kind, key }: AllowancePayload, @Ctx() context: Context, @Info() info: GraphQLResolveInfo): Promise<object | null> | null {
    return kind === 'RULE' ? context.read(AllowanceRuleReader, key, info) : null;
  }

  @Mutation(() => AllowancePayload, { description: 'Enters what a day in a country gives, or corrects it. For the adviser. What rests on it is computed anew.' })
  saveAllowanceRate(
    @Arg('key', () => GraphQLUUID, keyArgument) key: string, @Arg('version', () => Int, versionArgument) version: number, @Arg('input', () => AllowanceRateInput, { description: 'The rate, whole.' }) input: AllowanceRateInput, @Ctx() context: Context,
  ): Promise<AllowancePayload> {
    return save(context, { kind: 'RATE', key: key.toLowerCase(), version }, readRate(input, today()));
  }

  @Mutation(() => AllowancePayload, { description: 'Enters what a currency is worth, or corrects it. For the adviser. What rests on it is computed anew.' })
  saveExchangeRate(
    @Arg('key', () => GraphQLUUID, keyArgument) key: string, @Arg('version', () => Int, versionArgument) version: number, @Arg('input', () => ExchangeRateInput, { description: 'The exchange, whole.' }) input: ExchangeRateInput, @Ctx() context: Context,
  ): Promise<AllowancePayload> {
    return save(context, { kind: 'EXCHANGE', key: key.toLowerCase(), version }, readExchange(input, today()));
  }

  @Mutation(() => AllowancePayload, { description: 'Enters a rule by which allowances are computed, or corrects it. For the adviser. What rests on it is computed anew.' })
  saveAllowanceRule(
    @Arg('code', () => String, { description: 'Its code; of a new one, a key that you have drawn at random.' }) code: string, @Arg('version', () => Int, versionArgument) version: number,
    @Arg('input', () => AllowanceRuleInput, { description: 'The rule, whole.' }) input: AllowanceRuleInput, @Ctx() context: Context,
  ): Promise<AllowancePayload> {
    return save(context, { kind: 'RULE', key: code, version }, readRule(input, today()));
  }

  @Mutation(() => AllowancePayload, { description: 'Removes a rate, what a currency is worth, or a rule. For the adviser. What rests on it is computed anew.' })
  async removeAllowanceBasis(
    @Arg('kind', () => BasisKind, { description: 'What it is.' }) kind: BasisKind, @Arg('key', () => String, { description: 'Its key, or its code.' }) key: string, @Arg('version', () => Int, { description: 'The `version` that you have read.' }) version: number,
    @Ctx() { actor, transact }: Context,
  ): Promise<AllowancePayload> {
    const person = personOf(actor);
    return { ...(await transact((em) => removeBasis(em, { person, kind: KINDS[kind], key, version }))), kind, key } as AllowancePayload;
  }
}
