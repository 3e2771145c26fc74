/** What is suggested of needs that several countries may share, and by what. */
import { GraphQLCountryCode, GraphQLDateTimeISO, GraphQLLocalDate } from 'graphql-scalars';
import { Field, Float, ID, InputType, Int, ObjectType } from 'type-graphql';
import { LocalizedText } from '../core/translation/index.ts';
import { NeedPillar, NeedStatus } from '../needs/index.ts';

@InputType({ description: 'Which needs are compared; a condition that is left out or null asks nothing.' })
export class CommonNeedSuggestionFilter {
  @Field(() => String, { nullable: true, description: 'Those about this theme, by its code, before all or besides.' })
  theme!: string | null;

  @Field(() => String, { nullable: true, description: 'Those about this part of their main theme, by its code.' })
  subtheme!: string | null;

  @Field(() => NeedPillar, { nullable: true, description: 'Those of this part of the fight against trafficking.' })
  pillar!: NeedPillar | null;

  @Field(() => String, { nullable: true, description: 'Those that concern the work of these, by their code.' })
  audience!: string | null;

  @Field(() => GraphQLLocalDate, { nullable: true, description: 'Those entered on this day or later, in Paris.' })
  from!: string | null;

  @Field(() => GraphQLLocalDate, { nullable: true, description: 'Those entered on this day or before, in Paris.' })
  until!: string | null;

  @Field(() => Int, { nullable: true, description: 'Only suggestions of as many countries at least; two without it.' })
  minCountries!: number | null;
}

@ObjectType({ description: 'A need that is suggested with others.' })
export class SuggestedNeed {
  @Field(() => ID, { description: 'The id of the need.' })
  id!: string;

  @Field(() => Int, { description: 'Its `version`: who accepts the suggestion sends it back.' })
  version!: number;

  @Field(() => GraphQLCountryCode, { description: 'In which country.' })
  country!: string;

  @Field(() => String, { description: 'What it is about before all: a theme, by its code.' })
  theme!: string;

  @Field(() => NeedStatus, { description: 'Where it stands.' })
  status!: NeedStatus;

  @Field(() => GraphQLDateTimeISO, { description: 'When it was entered.' })
  enteredAt!: string;

  @Field(() => Boolean, { description: 'True for an invented need of the demonstration.' })
  isDemonstration!: boolean;

  @Field(() => LocalizedText, { description: 'What is missing, in one line.' })
  title!: LocalizedText;

  @Field(() => ID, { nullable: true, description: 'The id of the group that it is in; null where it is in none.' })
  group!: string | null;
}

@ObjectType({ description: 'How close two suggested needs are, and by what.' })
export class SuggestedPair {
  @Field(() => ID, { description: 'The id of the one.' })
  one!: string;

  @Field(() => ID, { description: 'The id of the other.' })
  other!: string;

  @Field(() => Float, { description: 'How close: 0 to 1.' })
  score!: number;

  @Field(() => [String], { description: 'The themes of both, by their codes.' })
  themes!: readonly string[];

  @Field(() => String, { nullable: true, description: 'The part of a theme that both are about before all, by its code; null where that is not the same, or not said of both.' })
  subtheme!: string | null;

  @Field(() => [String], { description: 'The audiences of both, by their codes.' })
  audiences!: readonly string[];

  @Field(() => NeedPillar, { nullable: true, description: 'The part of the fight against trafficking that both belong to; null where that is not the same.' })
  pillar!: NeedPillar | null;

  @Field(() => [String], { description: 'What both speak of, in the language of the request.' })
  concepts!: readonly string[];

  @Field(() => Int, { description: 'How many months lie between their being entered.' })
  monthsApart!: number;
}

@ObjectType({ description: 'A group of needs that others may belong to.' })
export class SuggestedGroup {
  @Field(() => ID, { description: 'The id of the group.' })
  id!: string;

  @Field(() => Int, { description: 'Its `version`: who adds to it sends it back.' })
  version!: number;

  @Field(() => LocalizedText, { description: 'What its needs have in common, in one line.' })
  title!: LocalizedText;
}

@ObjectType({ description: 'Needs of two countries or more that may be one: made by comparing what is said of them, decided by nobody.' })
export class CommonNeedSuggestion {
  @Field(() => [SuggestedNeed], { description: 'The needs.' })
  needs!: SuggestedNeed[];

  @Field(() => [SuggestedGroup], { description: 'The groups that some of them are in already; none where all of them are free.' })
  groups!: SuggestedGroup[];

  @Field(() => [GraphQLCountryCode], { description: 'Their countries, by their codes.' })
  countries!: readonly string[];

  @Field(() => [String], { description: 'The themes of two of them or more, by their codes, the most frequent first.' })
  themes!: readonly string[];

  @Field(() => [String], { description: 'The sub-themes of two of them or more, by their codes, the most frequent first.' })
  subthemes!: readonly string[];

  @Field(() => [String], { description: 'The audiences of two of them or more, by their codes, the most frequent first.' })
  audiences!: readonly string[];

  @Field(() => NeedPillar, { nullable: true, description: 'The part of the fight against trafficking that all of them belong to; null where that is not the same.' })
  pillar!: NeedPillar | null;

  @Field(() => [String], { description: 'What two of them or more speak of, in the language of the request, that of the most first.' })
  concepts!: readonly string[];

  @Field(() => Int, { description: 'How many months lie between the first and the last that was entered.' })
  months!: number;

  @Field(() => Float, { description: 'How close the one that is least close is to the others: 0 to 1.' })
  score!: number;

  @Field(() => [SuggestedPair], { description: 'Each two of them, the closest first.' })
  pairs!: SuggestedPair[];
}

@ObjectType({ description: 'Suggestions of needs that several countries share.' })
export class CommonNeedSuggestions {
  @Field(() => [CommonNeedSuggestion], { description: 'The suggestions, the closest first: 30 at most.' })
  nodes!: CommonNeedSuggestion[];

  @Field(() => Int, { description: 'How many suggestions there are.' })
  totalCount!: number;

  @Field(() => Int, { description: 'How many needs were compared.' })
  compared!: number;

  @Field(() => Boolean, { description: 'Whether there are more needs than are compared at once, which are the 1000 that were entered last.' })
  isMore!: boolean;
}
