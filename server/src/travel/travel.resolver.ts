/** Changing what is known of travelling, as mutations. */
import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, FieldResolver, Info, Int, Mutation, Resolver, Root } from 'type-graphql';
import { type Read, today } from '../allowances/index.ts';
import type { Context } from '../core/context.ts';
import { personOf } from '../members/index.ts';
import { readBorderRule, readHours, readInterpretation, readLink } from './read-travel.ts';
import { BorderRuleInput, CountryHoursInput, InterpretationInput, TravelKind, TravelLinkInput, TravelPayload } from './travel-input.type.ts';
import { BorderRule, CountryHours, InterpretationPrice, TravelLink } from './travel.entity.ts';
import { BorderRuleReader, CountryHoursReader, InterpretationPriceReader, TravelLinkReader } from './travel.reader.ts';
import { removeTravel, saveTravel } from './travel.service.ts';

const codeArgument = { description: 'Its code; of a new one, a key that you have drawn at random.' };
const versionArgument = { description: 'The `version` that you have read; 0 for a new one.' };

async function save({ actor, transact }: Context, { kind, code, version }: { readonly kind: TravelKind; readonly code: string; readonly version: number }, read: Read): Promise<TravelPayload> {
  const person = personOf(actor);
  return { ...(await transact((em) => saveTravel(em, { person, kind, code, version }, read))), kind, code } as TravelPayload;
}

@Resolver(() => TravelPayload)
export class TravelResolver {
  @FieldResolver(() => TravelLink, { nullable: true, description: 'The link as it is now; null where it is none, or none for you.' })
  link(@Root() { kind, code }: TravelPayload, @Ctx() context: Context, @Info() info: GraphQLResolveInfo): Promise<object | null> | null {
    return kind === 'LINK' ? context.read(TravelLinkReader, code, info) : null;
  }

  @FieldResolver(() => BorderRule, { nullable: true, description: 'The rule as it is now; null where it is none, or none for you.' })
  borderRule(@Root() { kind, code }: TravelPayload, @Ctx() context: Context, @Info() info: GraphQLResolveInfo): Promise<object | null> | null {
    return kind === 'BORDER_RULE' ? context.read(BorderRuleReader, code, info) : null;
  }

  @FieldResolver(() => InterpretationPrice, { nullable: true, description: 'The price of interpreting as it is now; null where it is none, or none for you.' })
  interpretation(@Root() { kind, code }: TravelPayload, @Ctx() context: Context, @Info() info: GraphQLResolveInfo): Promise<object | null> | null {
    return kind === 'INTERPRETATION' ? context.read(InterpretationPriceReader, code, info) : null;
  }

  @FieldResolver(() => CountryHours, { nullable: true, description: 'The working hours as they are now; null where it is none, or none for you.' })
  countryHours(@Root() { kind, code }: TravelPayload, @Ctx() context: Context, @Info() info: GraphQLResolveInfo): Promise<object | null> | null {
    return kind === 'HOURS' ? context.read(CountryHoursReader, code, info) : null;
  }

  @Mutation(() => TravelPayload, { description: 'Enters hours in which a country works, or corrects them. For those who plan missions.' })
  saveCountryHours(
    @Arg('code', () => String, codeArgument) code: string, @Arg('version', () => Int, versionArgument) version: number, @Arg('input', () => CountryHoursInput, { description: 'The hours, whole.' }) input: CountryHoursInput, @Ctx() context: Context,
  ): Promise<TravelPayload> {
    return save(context, { kind: 'HOURS', code, version }, readHours(input, today()));
  }

  @Mutation(() => TravelPayload, { description: 'Enters a link from city to city, or corrects it. For those who plan missions.' })
  saveTravelLink(
    @Arg('code', () => String, codeArgument) code: string, @Arg('version', () => Int, versionArgument) version: number, @Arg('input', () => TravelLinkInput, { description: 'The link, whole.' }) input: TravelLinkInput, @Ctx() context: Context,
  ): Promise<TravelPayload> {
    return save(context, { kind: 'LINK', code, version }, readLink(input, today()));
  }

  @Mutation(() => TravelPayload, { description: 'Enters a rule of a border, or corrects it. For those who plan missions.' })
  saveBorderRule(
    @Arg('code', () => String, codeArgument) code: string, @Arg('version', () => Int, versionArgument) version: number, @Arg('input', () => BorderRuleInput, { description: 'The rule, whole.' }) input: BorderRuleInput, @Ctx() context: Context,
  ): Promise<TravelPayload> {
    return save(context, { kind: 'BORDER_RULE', code, version }, readBorderRule(input, today()));
  }

  @Mutation(() => TravelPayload, { description: 'Enters what interpreting a language costs in a country, or corrects it. For those who plan missions.' })
  saveInterpretation(
    @Arg('code', () => String, codeArgument) code: string, @Arg('version', () => Int, versionArgument) version: number, @Arg('input', () => InterpretationInput, { description: 'The price, whole.' }) input: InterpretationInput, @Ctx() context: Context,
  ): Promise<TravelPayload> {
    return save(context, { kind: 'INTERPRETATION', code, version }, readInterpretation(input, today()));
  }

  @Mutation(() => TravelPayload, { description: 'Removes a link, a rule of a border, a price of interpreting or working hours. For those who plan missions.' })
  async removeTravelFact(
    @Arg('kind', () => TravelKind, { description: 'What it is.' }) kind: TravelKind, @Arg('code', () => String, { description: 'Its code.' }) code: string, @Arg('version', () => Int, { description: 'The `version` that you have read.' }) version: number,
    @Ctx() { actor, transact }: Context,
  ): Promise<TravelPayload> {
    const person = personOf(actor);
    return { ...(await transact((em) => removeTravel(em, { person, kind, code, version }))), kind, code } as TravelPayload;
  }
}
