/**
 * What everybody reads of a mission that is over: a copy of what the adviser has decided to publish. It leads to no mission, leg or person; what is written in the report later is not in it until that is
 * decided too. Withdrawn it is gone.
 */
import { Check, Entity, Enum, Index, ManyToOne, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { type Locale, LOCALE_TAGS } from '@passerelle/shared/locales.ts';
import { GraphQLLocalDate } from 'graphql-scalars';
import { Field, ObjectType } from 'type-graphql';
import { Node } from '../core/reader/index.ts';
import { LocalizedText, Translated, Translation } from '../core/translation/index.ts';
import { Country } from '../countries/index.ts';
import { Recommendation } from '../recommendations/index.ts';
import { Theme } from '../vocabulary/index.ts';
import { ObjectiveOutcome } from './report.entity.ts';

const BY_CHANCE = `substr(uuid::text, 15, 1) = '4'`;

@ObjectType({ implements: Node, description: 'What is published of a mission of the adviser that is over: for everybody.' })
@Entity({ tableName: 'mission_publication' })
@Check({ name: 'mission_publication_by_chance', expression: BY_CHANCE })
@Check({ name: 'mission_publication_months', expression: `extract(day from first_month) = 1 and extract(day from last_month) = 1 and last_month >= first_month` })
@Check({ name: 'mission_publication_days', expression: '(starts_on is null) = (ends_on is null) and starts_on >= first_month and starts_on - first_month < 31 and ends_on >= last_month and ends_on - last_month < 31' })
@Index({ properties: ['lastMonth', 'uuid'] })
export class MissionPublication implements Node {
  id!: string;

  @PrimaryKey({ type: 'uuid' })
  uuid!: string;

  /** The language in which the summary was first written; null where it is not published. */
  @Enum({ items: () => LOCALE_TAGS, nullable: true })
  summaryLocale!: Locale | null;

  @Property({ type: 'date' })
  @Field(() => GraphQLLocalDate, { description: 'The first day of the month in which it began: the month and the year alone are meant.' })
  firstMonth!: string;

  @Property({ type: 'date' })
  @Field(() => GraphQLLocalDate, { description: 'The same of the month in which it ended.' })
  lastMonth!: string;

  @Property({ type: 'date', nullable: true })
  @Field(() => GraphQLLocalDate, { nullable: true, description: 'Its first day, where that is published.' })
  startsOn!: string | null;

  @Property({ type: 'date', nullable: true })
  @Field(() => GraphQLLocalDate, { nullable: true, description: 'Its last day, where that is published.' })
  endsOn!: string | null;

  @Field(() => LocalizedText, { nullable: true, description: 'What came of it; null where that is not published.' })
  summary!: LocalizedText | null;

  @Field(() => [Country], { description: 'In which countries, as far as that is published.' })
  countries!: Country[];

  @Field(() => [PublishedResult], { description: 'What came of its objectives, as far as that is published.' })
  results!: PublishedResult[];

  @Field(() => [PublishedFinding], { description: 'What it found, as far as that is published.' })
  findings!: PublishedFinding[];

  @Property({ type: 'boolean', default: false })
  @Field(() => Boolean, { description: 'True for what is published of an invented mission of the demonstration.' })
  isDemonstration!: boolean;
}

@Entity({ tableName: 'mission_publication_translation' })
export class MissionPublicationTranslation extends Translation {
  @ManyToOne(() => MissionPublication, { primary: true, deleteRule: 'cascade', fieldName: 'publication_uuid' })
  publication!: MissionPublication;

  @Enum({ items: () => LOCALE_TAGS, primary: true })
  locale!: Locale;

  @Property({ type: 'text' })
  summary!: string;
}

@Entity({ tableName: 'mission_publication_country' })
@Index({ properties: ['country'] })
export class MissionPublicationCountry {
  @ManyToOne(() => MissionPublication, { primary: true, deleteRule: 'cascade', fieldName: 'publication_uuid' })
  publication!: MissionPublication;

  @ManyToOne(() => Country, { primary: true })
  country!: Country;
}

@ObjectType({ description: 'What came of an objective of a mission, as it is published.' })
@Entity({ tableName: 'published_result' })
@Check({ name: 'published_result_by_chance', expression: BY_CHANCE })
@Check({ name: 'published_result_outcome_check', expression: `outcome in ('REACHED', 'PARTLY', 'NOT_REACHED', 'UNKNOWN')` })
@Index({ properties: ['publication', 'position'] })
export class PublishedResult extends Translated {
  @PrimaryKey({ type: 'uuid' })
  uuid!: string;

  @ManyToOne(() => MissionPublication, { deleteRule: 'cascade', fieldName: 'publication_uuid' })
  publication!: MissionPublication;

  @Property({ type: 'integer' })
  position!: number;

  @Property({ type: 'text' })
  @Field(() => ObjectiveOutcome, { description: 'What came of it.' })
  outcome!: ObjectiveOutcome;

  /** The language in which what came of it was first written: it can be another one than that of the objective. */
  @Enum({ items: () => LOCALE_TAGS })
  textLocale!: Locale;

  @Field(() => LocalizedText, { description: 'What was to be reached.' })
  objective!: LocalizedText;

  @Field(() => LocalizedText, { description: 'What is said of what came of it.' })
  text!: LocalizedText;
}

@Entity({ tableName: 'published_result_translation' })
export class PublishedResultTranslation extends Translation {
  @ManyToOne(() => PublishedResult, { primary: true, deleteRule: 'cascade', fieldName: 'result_uuid' })
  result!: PublishedResult;

  @Enum({ items: () => LOCALE_TAGS, primary: true })
  locale!: Locale;

  @Property({ type: 'text', nullable: true })
  objective!: string | null;

  @Property({ type: 'text', nullable: true })
  text!: string | null;
}

@ObjectType({ description: 'Something that a mission has found, as it is published.' })
@Entity({ tableName: 'published_finding' })
@Check({ name: 'published_finding_by_chance', expression: BY_CHANCE })
@Check({ name: 'published_finding_month', expression: 'extract(day from month) = 1' })
@Index({ properties: ['publication', 'position'] })
@Index({ properties: ['country'] })
@Index({ properties: ['theme'] })
export class PublishedFinding extends Translated {
  @PrimaryKey({ type: 'uuid' })
  uuid!: string;

  @ManyToOne(() => MissionPublication, { deleteRule: 'cascade', fieldName: 'publication_uuid' })
  publication!: MissionPublication;

  @Property({ type: 'integer' })
  position!: number;

  @ManyToOne(() => Country, { nullable: true })
  @Field(() => Country, { nullable: true, description: 'In which country; null for one of the mission as a whole.' })
  country!: Country | null;

  @ManyToOne(() => Theme, { nullable: true })
  @Field(() => Theme, { nullable: true, description: 'About which theme; null where it is about none of them.' })
  theme!: Theme | null;

  @Property({ type: 'date' })
  @Field(() => GraphQLLocalDate, { description: 'The first day of the month in which it was found: the month and the year alone are meant.' })
  month!: string;

  @Field(() => LocalizedText, { description: 'What was found.' })
  text!: LocalizedText;

  @Field(() => [Recommendation], { description: 'The recommendations on which it bears, the latest report first.' })
  recommendations!: Recommendation[];
}

@Entity({ tableName: 'published_finding_translation' })
export class PublishedFindingTranslation extends Translation {
  @ManyToOne(() => PublishedFinding, { primary: true, deleteRule: 'cascade', fieldName: 'finding_uuid' })
  finding!: PublishedFinding;

  @Enum({ items: () => LOCALE_TAGS, primary: true })
  locale!: Locale;

  @Property({ type: 'text' })
  text!: string;
}

@Entity({ tableName: 'published_finding_recommendation' })
@Index({ properties: ['recommendation'] })
export class PublishedFindingRecommendation {
  @ManyToOne(() => PublishedFinding, { primary: true, deleteRule: 'cascade', fieldName: 'finding_uuid' })
  finding!: PublishedFinding;

  @ManyToOne(() => Recommendation, { primary: true, deleteRule: 'cascade' })
  recommendation!: Recommendation;
}
