/** Keeping what is known of a country, as mutations. */
import type { EntityManager } from '@mikro-orm/postgresql';
import type { Locale } from '@passerelle/shared/locales.ts';
import type { GraphQLResolveInfo } from 'graphql';
import { GraphQLCountryCode, GraphQLLocalDate } from 'graphql-scalars';
import { Arg, Ctx, FieldResolver, Info, Int, Mutation, Resolver, Root } from 'type-graphql';
import type { Context } from '../core/context.ts';
import { LocaleScalar } from '../core/translation/index.ts';
import { Country, CountryReader } from '../countries/index.ts';
import { personOf } from '../members/index.ts';
import type { WhichCountry } from './held-country.ts';
import { saveHoliday, strikeHoliday } from './holidays.service.ts';
import { checkHotline } from './hotlines.service.ts';
import { removeTravelNote, saveTravelNote, translateTravelNote } from './travel-notes.service.ts';
import { HolidayInput, TravelNoteInput, UpkeepPayload, UpkeepSourceInput } from './upkeep-input.type.ts';
import type { UpkeepResult } from './upkeep-words.ts';

const countryArgument = { description: 'The country.' };
const versionArgument = { description: 'The `version` that you have read; 0 where there was none.' };
const KEEPERS = 'For the services of the post of the country, and for the adviser.';

async function answer({ actor, transact }: Context, country: string, act: (em: EntityManager, which: WhichCountry) => Promise<UpkeepResult>): Promise<UpkeepPayload> {
  const person = personOf(actor);
  return { ...(await transact((em) => act(em, { person, country }))), code: country } as UpkeepPayload;
}

@Resolver(() => UpkeepPayload)
export class UpkeepResolver {
  @FieldResolver(() => Country, { nullable: true, description: 'The country as it is now; null where there is none.' })
  country(@Root() { code }: UpkeepPayload, @Ctx() context: Context, @Info() info: GraphQLResolveInfo): Promise<object | null> {
    return context.read(CountryReader, code, info);
  }

  @Mutation(() => UpkeepPayload, { description: `Adds a public holiday of a country, corrects it, or takes back that it was struck. ${KEEPERS}` })
  saveHoliday(
    @Arg('country', () => GraphQLCountryCode, countryArgument) country: string, @Arg('date', () => GraphQLLocalDate, { nullable: true, description: 'The day on which you have read it; null for a new one.' }) date: string | null,
    @Arg('version', () => Int, versionArgument) version: number, @Arg('input', () => HolidayInput, { description: 'The holiday, whole.' }) input: HolidayInput, @Ctx() context: Context,
  ): Promise<UpkeepPayload> {
    return answer(context, country, (em, which) => saveHoliday(em, { ...which, date: date ?? null, version }, input));
  }

  @Mutation(() => UpkeepPayload, { description: `Says that a day is no public holiday of a country. ${KEEPERS}` })
  strikeHoliday(
    @Arg('country', () => GraphQLCountryCode, countryArgument) country: string, @Arg('date', () => GraphQLLocalDate, { description: 'The day.' }) date: string,
    @Arg('version', () => Int, versionArgument) version: number, @Arg('input', () => UpkeepSourceInput, { description: 'Where that is known from.' }) input: UpkeepSourceInput, @Ctx() context: Context,
  ): Promise<UpkeepPayload> {
    return answer(context, country, (em, which) => strikeHoliday(em, { ...which, date, version }, input));
  }

  @Mutation(() => UpkeepPayload, { description: `Says that somebody has checked the number of a hotline: one that holds is shown as one to call, one that does not is not any more. ${KEEPERS}` })
  checkHotline(
    @Arg('country', () => GraphQLCountryCode, countryArgument) country: string, @Arg('number', () => String, { description: 'The number, as you have read it.' }) number: string,
    @Arg('checkedOn', () => GraphQLLocalDate, { description: 'The day on which it was checked: not one that is still to come, nor before the one on which it was checked last.' }) checkedOn: string,
    @Arg('holds', () => Boolean, { description: 'Whether it was found to hold.' }) holds: boolean, @Ctx() context: Context,
  ): Promise<UpkeepPayload> {
    return answer(context, country, (em, which) => checkHotline(em, { ...which, number, checkedOn, holds }));
  }

  @Mutation(() => UpkeepPayload, { description: `Says what whoever travels to a country should know. ${KEEPERS}` })
  saveTravelNote(
    @Arg('country', () => GraphQLCountryCode, countryArgument) country: string, @Arg('version', () => Int, versionArgument) version: number, @Arg('input', () => TravelNoteInput, { description: 'The note, whole.' }) input: TravelNoteInput, @Ctx() context: Context,
  ): Promise<UpkeepPayload> {
    return answer(context, country, (em, which) => saveTravelNote(em, { ...which, version }, input));
  }

  @Mutation(() => UpkeepPayload, { description: `Says it in another language. What is empty is missing in that language, and the nearest language is shown. ${KEEPERS}` })
  translateTravelNote(
    @Arg('country', () => GraphQLCountryCode, countryArgument) country: string, @Arg('version', () => Int, versionArgument) version: number, @Arg('locale', () => LocaleScalar, { description: 'The language.' }) locale: Locale,
    @Arg('text', () => String, { description: 'What to know: 4,000 signs at most; may be empty.' }) text: string, @Ctx() context: Context,
  ): Promise<UpkeepPayload> {
    return answer(context, country, (em, which) => translateTravelNote(em, { ...which, version }, { locale, text }));
  }

  @Mutation(() => UpkeepPayload, { description: `Takes away what is said of travelling to a country, in every language. ${KEEPERS}` })
  removeTravelNote(@Arg('country', () => GraphQLCountryCode, countryArgument) country: string, @Arg('version', () => Int, versionArgument) version: number, @Ctx() context: Context): Promise<UpkeepPayload> {
    return answer(context, country, (em, which) => removeTravelNote(em, { ...which, version }));
  }
}
