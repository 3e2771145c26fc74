/** Changing what allowances are computed from, as mutations. */
import { GraphQLUUID } from 'graphql-scalars';
import { Arg, Ctx, Int, Mutation, Resolver } from 'type-graphql';
import type { Context } from '../core/context.ts';
import { personOf } from '../members/index.ts';
import { AllowancePayload, AllowanceRateInput, AllowanceRuleInput, BasisKind, ExchangeRateInput } from './allowance-input.type.ts';
import { type Kind, KINDS, removeBasis, saveBasis } from './allowances.service.ts';
import { type Read, readExchange, readRate, readRule } from './read-basis.ts';

const keyArgument = { description: 'Its key; of a new one, one that you have drawn at random.' };
const versionArgument = { description: 'The `version` that you have read; 0 for a new one.' };

/** The day in Paris, whose day the regional adviser’s is. */
const today = (): string => new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/Paris' }).format(new Date());

function save({ actor, transact }: Context, of: { readonly kind: Kind; readonly key: string; readonly version: number }, read: Read): Promise<AllowancePayload> {
  const person = personOf(actor);
  return transact((em) => saveBasis(em, { ...of, person }, read)) as Promise<AllowancePayload>;
}

@Resolver()
export class AllowancesResolver {
  @Mutation(() => AllowancePayload, { description: 'Enters what a day in a country gives, or corrects it. For the adviser. What rests on it is computed anew.' })
  saveAllowanceRate(
    @Arg('key', () => GraphQLUUID, keyArgument) key: string, @Arg('version', () => Int, versionArgument) version: number, @Arg('input', () => AllowanceRateInput, { description: 'The rate, whole.' }) input: AllowanceRateInput, @Ctx() context: Context,
  ): Promise<AllowancePayload> {
    return save(context, { kind: KINDS.RATE, key: key.toLowerCase(), version }, readRate(input, today()));
  }

  @Mutation(() => AllowancePayload, { description: 'Enters what a currency is worth, or corrects it. For the adviser. What rests on it is computed anew.' })
  saveExchangeRate(
    @Arg('key', () => GraphQLUUID, keyArgument) key: string, @Arg('version', () => Int, versionArgument) version: number, @Arg('input', () => ExchangeRateInput, { description: 'The exchange, whole.' }) input: ExchangeRateInput, @Ctx() context: Context,
  ): Promise<AllowancePayload> {
    return save(context, { kind: KINDS.EXCHANGE, key: key.toLowerCase(), version }, readExchange(input, today()));
  }

  @Mutation(() => AllowancePayload, { description: 'Enters a rule by which allowances are computed, or corrects it. For the adviser. What rests on it is computed anew.' })
  saveAllowanceRule(
    @Arg('code', () => String, { description: 'Its code; of a new one, a key that you have drawn at random.' }) code: string, @Arg('version', () => Int, versionArgument) version: number,
    @Arg('input', () => AllowanceRuleInput, { description: 'The rule, whole.' }) input: AllowanceRuleInput, @Ctx() context: Context,
  ): Promise<AllowancePayload> {
    return save(context, { kind: KINDS.RULE, key: code, version }, readRule(input, today()));
  }

  @Mutation(() => AllowancePayload, { description: 'Removes a rate, what a currency is worth, or a rule. For the adviser. What rests on it is computed anew.' })
  removeAllowanceBasis(
    @Arg('kind', () => BasisKind, { description: 'What it is.' }) kind: BasisKind, @Arg('key', () => String, { description: 'Its key, or its code.' }) key: string, @Arg('version', () => Int, { description: 'The `version` that you have read.' }) version: number,
    @Ctx() { actor, transact }: Context,
  ): Promise<AllowancePayload> {
    const person = personOf(actor);
    return transact((em) => removeBasis(em, { person, kind: KINDS[kind], key, version })) as Promise<AllowancePayload>;
  }
}
