/** Resolvers as everybody writes them: a root query loads a graph of entities, fields map texts with fallback. */
import { LOCALES, type Locale } from '@passerelle/shared/locales.ts';
import type { EntityManager } from '@mikro-orm/postgresql';
import { GraphQLCountryCode } from 'graphql-scalars';
import { Arg, Ctx, Field, FieldResolver, ID, InputType, Int, ObjectType, Query, Resolver, Root } from 'type-graphql';
import { CURSOR_ORDER } from '../../documents.ts';
import { Country, Expert, ExpertLanguage, Language, LocalizedText, Profession, SessionLanguage, type SessionTranslation, TrainingSession } from './entities.ts';

export interface UsualContext {
  readonly em: EntityManager;
  readonly locale: Locale;
}

@ObjectType('PageInfo')
class PageInfo {
  @Field(() => Boolean)
  hasNextPage!: boolean;

  @Field(() => Boolean)
  hasPreviousPage!: boolean;

  @Field(() => String, { nullable: true })
  startCursor!: string | null;

  @Field(() => String, { nullable: true })
  endCursor!: string | null;
}

@ObjectType('TrainingSessionConnection')
class SessionPage {
  @Field(() => [TrainingSession])
  nodes!: TrainingSession[];

  @Field(() => PageInfo)
  pageInfo!: PageInfo;

  @Field(() => Int)
  totalCount!: number;
}

@ObjectType('TrainingSessionAbilities')
class Abilities {
  @Field(() => Boolean)
  register!: boolean;
}

@InputType('TrainingSessionFilter')
class SessionFilter {
  @Field(() => GraphQLCountryCode, { nullable: true })
  country?: string;
}

const CATALOGUE = ['translations', 'country.translations', 'trainers.expert.profession.translations', 'languages.language.translations'] as const;
const NESTED = ['translations', 'trainers.expert.languages.language.translations'] as const;
const ORDER = { startsAt: 'asc', uuid: 'asc' } as const;
const LEVELS = ['NATIVE', 'C2', 'C1', 'B2', 'B1', 'A2', 'A1'];

function localized<T extends { locale: string }>(rows: Iterable<T>, text: (row: T) => string | null, locale: Locale, source = 'en'): LocalizedText | null {
  const all = [...rows];
  for (const tag of [locale, ...LOCALES[locale].fallback, source]) {
    const found = all.find((row) => row.locale === tag);
    const value = found && text(found);
    if (value) return { text: value, locale: tag, isFallback: tag !== locale };
  }
  return null;
}

function cursorOf(session: TrainingSession): string {
  const startsAt = session.startsAt.toISOString().replace('.000Z', '+00:00');
  return Buffer.from(JSON.stringify([CURSOR_ORDER, startsAt, session.uuid])).toString('base64url');
}

function pageOf(found: TrainingSession[], first: number, totalCount: number): SessionPage {
  const nodes = found.slice(0, first);
  const [start, end] = [nodes[0], nodes.at(-1)];
  return {
    nodes, totalCount,
    pageInfo: {
      hasNextPage: found.length > first, hasPreviousPage: false,
      startCursor: start ? cursorOf(start) : null, endCursor: end ? cursorOf(end) : null,
    },
  };
}

/** What a visitor is shown in lists. */
const IS_LISTED = { stage: { $nin: ['DRAFT', 'ARCHIVED'] } };

@Resolver(() => TrainingSession)
export class SessionResolver {
  @Query(() => SessionPage)
  async trainingSessions(@Arg('filter', () => SessionFilter) filter: SessionFilter, @Arg('first', () => Int) first: number, @Ctx() { em }: UsualContext): Promise<SessionPage> {
    const where = { ...IS_LISTED, ...(filter.country && { country: { code: filter.country } }) };
    const [found, totalCount] = await em.findAndCount(TrainingSession, where, { orderBy: ORDER, limit: first + 1, populate: CATALOGUE, strategy: 'select-in' });
    return pageOf(found, first, totalCount);
  }

  @FieldResolver(() => ID)
  id(@Root() session: TrainingSession): string {
    return `TrainingSession_${session.uuid}`;
  }

  @FieldResolver(() => LocalizedText)
  title(@Root() session: TrainingSession, @Ctx() { locale }: UsualContext): LocalizedText | null {
    return localized(session.translations, (row: SessionTranslation) => row.title, locale, session.sourceLocale);
  }

  @FieldResolver(() => Int)
  placesLeft(@Root() session: TrainingSession): number {
    return Math.max(session.places - session.placesTaken, 0);
  }

  @FieldResolver(() => [Expert])
  trainers(@Root() session: TrainingSession): Expert[] {
    return session.trainers.getItems().map((trainer) => trainer.expert);
  }

  @FieldResolver(() => [SessionLanguage])
  languages(@Root() session: TrainingSession): SessionLanguage[] {
    return session.languages.getItems();
  }

  @FieldResolver(() => Abilities)
  can(): Abilities {
    return { register: false };
  }
}

@Resolver(() => Country)
export class CountryResolver {
  @Query(() => [Country])
  async countries(@Ctx() { em, locale }: UsualContext): Promise<Country[]> {
    const found = await em.find(Country, {}, { populate: ['translations'], strategy: 'select-in' });
    const { compare } = new Intl.Collator(LOCALES[locale].intl);
    const nameOf = (country: Country): string => this.name(country, { em, locale })!.text;
    return found.sort((a, b) => compare(nameOf(a), nameOf(b)));
  }

  @FieldResolver(() => LocalizedText)
  name(@Root() country: Country, @Ctx() { locale }: UsualContext): LocalizedText | null {
    return localized(country.translations, (row) => row.name, locale);
  }

  @FieldResolver(() => SessionPage)
  async trainingSessions(@Root() country: Country, @Arg('first', () => Int) first: number, @Ctx() { em }: UsualContext): Promise<SessionPage> {
    const found = await em.find(TrainingSession, { ...IS_LISTED, country }, { orderBy: ORDER, limit: first + 1, populate: NESTED, strategy: 'select-in' });
    return pageOf(found, first, Number.NaN);
  }
}

@Resolver(() => Expert)
export class ExpertResolver {
  @FieldResolver(() => ID)
  id(@Root() expert: Expert): string {
    return `Expert_${expert.uuid}`;
  }

  @FieldResolver(() => String, { nullable: true })
  name(@Root() expert: Expert): string | null {
    return expert.nameVisibility === 'PUBLIC' ? expert.name : null;
  }

  @FieldResolver(() => [ExpertLanguage])
  languages(@Root() expert: Expert): ExpertLanguage[] {
    const rank = (skill: ExpertLanguage): number => LEVELS.indexOf(skill.level);
    return expert.languages.getItems().sort((a, b) => rank(a) - rank(b) || (a.language.code < b.language.code ? -1 : 1));
  }
}

@Resolver(() => Profession)
export class ProfessionResolver {
  @FieldResolver(() => LocalizedText)
  name(@Root() profession: Profession, @Ctx() { locale }: UsualContext): LocalizedText | null {
    return localized(profession.translations, (row) => row.name, locale);
  }
}

@Resolver(() => Language)
export class LanguageResolver {
  @FieldResolver(() => LocalizedText)
  name(@Root() language: Language, @Ctx() { locale }: UsualContext): LocalizedText | null {
    return localized(language.translations, (row) => row.name, locale);
  }
}
