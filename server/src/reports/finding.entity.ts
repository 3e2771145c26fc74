/** What a mission has found: where, on which day, about what, which recommendations and needs it bears on, and until when what it calls for is to be done. Its key stays, so that others can say what it led to. */
import { Check, Entity, Enum, Index, ManyToOne, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { type Locale, LOCALE_TAGS } from '@passerelle/shared/locales.ts';
import { GraphQLLocalDate, GraphQLUUID } from 'graphql-scalars';
import { Field, Int, ObjectType } from 'type-graphql';
import { LocaleScalar, LocalizedText, Translated, Translation } from '../core/translation/index.ts';
import { Mission, MissionLeg } from '../missions/index.ts';
import { Need } from '../needs/index.ts';
import { Recommendation } from '../recommendations/index.ts';
import { Theme } from '../vocabulary/index.ts';

@ObjectType({ description: 'Something that a mission has found: seen by the adviser.' })
@Entity({ tableName: 'finding' })
@Check({ name: 'finding_by_chance', expression: `substr(uuid::text, 15, 1) = '4'` })
@Check({ name: 'finding_done', expression: 'done_on is null or due_on is not null' })
@Index({ name: 'finding_due', expression: 'create index "finding_due" on "finding" ("due_on", "uuid") where due_on is not null and done_on is null' })
@Index({ properties: ['mission', 'foundOn', 'uuid'] })
@Index({ properties: ['leg'] })
@Index({ properties: ['theme'] })
export class Finding extends Translated {
  @PrimaryKey({ type: 'uuid' })
  uuid!: string;

  @Field(() => GraphQLUUID, { description: 'Its key: that of the one who wrote it first.' })
  key!: string;

  @ManyToOne(() => Mission, { deleteRule: 'cascade', fieldName: 'mission_uuid' })
  mission!: Mission;

  @Field(() => Mission, { nullable: true, description: 'The mission that has found it.' })
  foundBy!: Mission | null;

  @ManyToOne(() => MissionLeg, { nullable: true, deleteRule: 'set null', fieldName: 'leg_uuid' })
  leg!: MissionLeg | null;

  @Field(() => GraphQLUUID, { nullable: true, description: 'In which leg, by its key; null for one of the mission as a whole.' })
  legKey!: string | null;

  @ManyToOne(() => Theme, { nullable: true })
  @Field(() => Theme, { nullable: true, description: 'About which theme; null where it is about none of them.' })
  theme!: Theme | null;

  @Property({ type: 'date' })
  @Field(() => GraphQLLocalDate, { description: 'On which day of the mission.' })
  foundOn!: string;

  @Property({ type: 'date', nullable: true })
  @Field(() => GraphQLLocalDate, { nullable: true, description: 'Until when what it calls for is to be done; null where it calls for nothing, or nobody has said.' })
  dueOn!: string | null;

  @Property({ type: 'date', nullable: true })
  @Field(() => GraphQLLocalDate, { nullable: true, description: 'On which day that was done; null while it is not.' })
  doneOn!: string | null;

  @Property({ type: 'integer', default: 1 })
  @Field(() => Int, { description: 'Raised by each change of it: whoever changes it says which one they have read.' })
  version!: number;

  @Field(() => LocalizedText, { description: 'What was found.' })
  text!: LocalizedText;

  @Field(() => [Recommendation], { description: 'The recommendations on which it bears, the latest report first.' })
  recommendations!: Recommendation[];

  @Field(() => [Need], { description: 'The needs on which it bears, the latest first.' })
  needs!: Need[];

  @Field(() => [FindingTranslation], { description: 'The same in every language in which it is said, and nowhere from another language.' })
  texts!: FindingTranslation[];
}

@ObjectType({ description: 'What was found by a mission, in one language.' })
@Entity({ tableName: 'finding_translation' })
export class FindingTranslation extends Translation {
  @ManyToOne(() => Finding, { primary: true, deleteRule: 'cascade', fieldName: 'finding_uuid' })
  finding!: Finding;

  @Enum({ items: () => LOCALE_TAGS, primary: true })
  @Field(() => LocaleScalar, { description: 'Which language.' })
  locale!: Locale;

  @Field(() => Boolean, { description: 'Whether it was first written in it.' })
  isSource!: boolean;

  @Property({ type: 'text' })
  @Field(() => String, { description: 'What was found.' })
  text!: string;
}

@Entity({ tableName: 'finding_recommendation' })
@Index({ properties: ['recommendation'] })
export class FindingRecommendation {
  @ManyToOne(() => Finding, { primary: true, deleteRule: 'cascade', fieldName: 'finding_uuid' })
  finding!: Finding;

  @ManyToOne(() => Recommendation, { primary: true, deleteRule: 'cascade' })
  recommendation!: Recommendation;
}

@Entity({ tableName: 'finding_need' })
@Index({ properties: ['need'] })
export class FindingNeed {
  @ManyToOne(() => Finding, { primary: true, deleteRule: 'cascade', fieldName: 'finding_uuid' })
  finding!: Finding;

  @ManyToOne(() => Need, { primary: true, deleteRule: 'cascade', fieldName: 'need_uuid' })
  need!: Need;
}
