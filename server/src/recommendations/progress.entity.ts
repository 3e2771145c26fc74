/** What has become of a recommendation: entries, each of which stays as it was made. */
import { Check, Entity, Enum, Index, ManyToOne, PrimaryKey, Property, Unique } from '@mikro-orm/decorators/legacy';
import { type Locale, LOCALE_TAGS } from '@passerelle/shared/locales.ts';
import { GraphQLDateTimeISO, GraphQLLocalDate, GraphQLUUID } from 'graphql-scalars';
import { Field, Int, ObjectType } from 'type-graphql';
import { MemberRole, Person } from '../accounts/index.ts';
import { LocalizedText, ShownTranslation, Translated } from '../core/translation/index.ts';
import { UrlScalar } from '../core/url.scalar.ts';
import { RecommendationStatus } from './progress-words.ts';
import { Recommendation } from './recommendation.entity.ts';

@ObjectType({ description: 'What somebody says has become of a recommendation, and what was seen of it. The entry made last holds; a correction is another entry.' })
@Entity({ tableName: 'recommendation_progress' })
@Check({ name: 'recommendation_progress_by_chance', expression: `substr(uuid::text, 15, 1) = '4'` })
@Check({ name: 'recommendation_progress_day', expression: `as_of <= ((entered_at at time zone 'UTC')::date + 1)` })
@Unique({ properties: ['recommendation', 'isDemonstration', 'position'], name: 'recommendation_progress_one_after_another' })
@Index({ properties: ['enteredBy'] })
export class RecommendationProgress extends Translated {
  @PrimaryKey({ type: 'uuid' })
  uuid!: string;

  @Field(() => GraphQLUUID, { description: 'Its key: that of whoever entered it.' })
  key!: string;

  @ManyToOne(() => Recommendation, { deleteRule: 'cascade', fieldName: 'recommendation_slug' })
  recommendation!: Recommendation;

  /** The first is 1; what is invented is counted apart. */
  @Property({ type: 'integer' })
  position!: number;

  @Enum({ items: () => RecommendationStatus })
  @Field(() => RecommendationStatus, { description: 'What has become of it.' })
  status!: RecommendationStatus;

  @Property({ type: 'date' })
  @Field(() => GraphQLLocalDate, { description: 'The day of which it is said.' })
  asOf!: string;

  @Property({ type: 'datetime', columnType: 'timestamptz', defaultRaw: 'clock_timestamp()' })
  @Field(() => GraphQLDateTimeISO, { description: 'When it was entered.' })
  enteredAt!: string;

  /** Who has entered it; null when their account is gone. */
  @ManyToOne(() => Person, { nullable: true, deleteRule: 'set null' })
  enteredBy!: Person | null;

  @Enum({ items: () => MemberRole })
  @Field(() => MemberRole, { description: 'As what: a service of the post of the country, the adviser or the team.' })
  enteredAs!: MemberRole;

  @Property({ type: 'integer', default: 1 })
  @Field(() => Int, { description: 'Raised by each translation: whoever says it in another language says which one they have read.' })
  version!: number;

  @Property({ type: 'boolean', default: false })
  @Field(() => Boolean, { description: 'True for an invented entry of the demonstration.' })
  isDemonstration!: boolean;

  @Field(() => LocalizedText, { description: 'What was seen.' })
  seen!: LocalizedText;

  @Field(() => [RecommendationProgressTranslation], { description: 'What was seen, in every language in which it is said, and nowhere from another language.' })
  texts!: RecommendationProgressTranslation[];
}

@ObjectType({ description: 'What was seen of a recommendation, in one language.' })
@Entity({ tableName: 'recommendation_progress_translation' })
export class RecommendationProgressTranslation extends ShownTranslation {
  @ManyToOne(() => RecommendationProgress, { primary: true, deleteRule: 'cascade', fieldName: 'progress_uuid' })
  progress!: RecommendationProgress;

  @Enum({ items: () => LOCALE_TAGS, primary: true })
  override locale!: Locale;

  @Property({ type: 'text', nullable: true })
  @Field(() => String, { nullable: true, description: 'What was seen; null where it is not said in it.' })
  seen!: string | null;
}

@ObjectType({ description: 'Where what was seen can be read.' })
@Entity({ tableName: 'recommendation_progress_link' })
@Check({ name: 'recommendation_progress_link_url', expression: `url ~ '^https?://'` })
@Check({ name: 'recommendation_progress_link_label', expression: `label <> ''` })
export class RecommendationProgressLink {
  @ManyToOne(() => RecommendationProgress, { primary: true, deleteRule: 'cascade', fieldName: 'progress_uuid' })
  progress!: RecommendationProgress;

  @PrimaryKey({ type: 'integer' })
  position!: number;

  @Property({ type: 'text' })
  @Field(() => UrlScalar, { description: 'Its address.' })
  url!: string;

  @Property({ type: 'text' })
  @Field(() => String, { description: 'What it is called, in the language of the entry.' })
  label!: string;
}
