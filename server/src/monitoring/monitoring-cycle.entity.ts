/** The dates of a round of a monitoring body for a country. A date that nobody knows is null. */
import { Check, Entity, Enum, ManyToOne, PrimaryKey, Property, Unique } from '@mikro-orm/decorators/legacy';
import { GraphQLLocalDate, GraphQLUUID } from 'graphql-scalars';
import { Field, Int, ObjectType } from 'type-graphql';
import { Provenance, Sourced } from '../core/provenance/index.ts';
import { Country, NameContext } from '../countries/index.ts';
import { MonitoringStep } from './monitoring-words.ts';

@ObjectType({ description: 'The dates of a round of a monitoring body for a country: seen by the adviser, and by the services of the post of the country.' })
@Entity({ tableName: 'monitoring_cycle' })
@Unique({ properties: ['country', 'body', 'round', 'isDemonstration'], name: 'monitoring_cycle_once' })
@Check({ name: 'monitoring_cycle_by_chance', expression: `substr(uuid::text, 15, 1) = '4'` })
@Check({ name: 'monitoring_cycle_says', expression: `body <> '' and round >= 1 and round <= 99` })
@Check({ name: 'monitoring_cycle_source', expression: `source <> '' and (source_url is null or source_url ~ '^https?://') and is_verified = (checked_on is not null)` })
export class MonitoringCycle extends Sourced {
  @PrimaryKey({ type: 'uuid' })
  uuid!: string;

  @Field(() => GraphQLUUID, { description: 'Its key: that of whoever entered it.' })
  key!: string;

  @ManyToOne(() => Country)
  @Field(() => Country, { description: 'The country.' })
  country!: Country;

  @Property({ type: 'text' })
  @Field(() => String, { description: 'The body: GRETA.' })
  body!: string;

  @Field(() => NameContext, { nullable: true, description: 'The family of texts that the body belongs to, which says what goes with the name of the country; null for none.' })
  nameContext!: NameContext | null;

  @Property({ type: 'integer' })
  @Field(() => Int, { description: 'The evaluation round, from 1.' })
  round!: number;

  @Property({ type: 'date', nullable: true })
  @Field(() => GraphQLLocalDate, { nullable: true, description: 'When the answers to the questionnaire are due; null where nobody knows.' })
  questionnaireOn!: string | null;

  @Property({ type: 'date', nullable: true })
  @Field(() => GraphQLLocalDate, { nullable: true, description: 'When the visit begins; null where nobody knows.' })
  visitOn!: string | null;

  @Property({ type: 'date', nullable: true })
  @Field(() => GraphQLLocalDate, { nullable: true, description: 'When the draft report is sent to the country; null where nobody knows.' })
  draftReportOn!: string | null;

  @Property({ type: 'date', nullable: true })
  @Field(() => GraphQLLocalDate, { nullable: true, description: 'When the comments of the country are due; null where nobody knows.' })
  commentsOn!: string | null;

  @Property({ type: 'date', nullable: true })
  @Field(() => GraphQLLocalDate, { nullable: true, description: 'When the report is published; null where nobody knows.' })
  publicationOn!: string | null;

  @Property({ type: 'date', nullable: true })
  @Field(() => GraphQLLocalDate, { nullable: true, description: 'When what has been done is due to be reported; null where nobody knows.' })
  followUpOn!: string | null;

  @Property({ type: 'integer', default: 1 })
  @Field(() => Int, { description: 'Raised by each change: whoever changes it says which one they have read.' })
  version!: number;

  @Property({ type: 'boolean', default: false })
  @Field(() => Boolean, { description: 'True for an invented one of the demonstration.' })
  isDemonstration!: boolean;

  @Field(() => Boolean, { description: 'Whether you can change and remove it: those that are invented are changed by nobody who is real.' })
  canChange!: boolean;

  @Field(() => Provenance, { description: 'Where the dates are known from, and whether anybody has checked them.' })
  provenance!: Provenance;
}

/** That a date was reminded of: once, as long as it stays. */
@Entity({ tableName: 'monitoring_reminder' })
export class MonitoringReminder {
  @ManyToOne(() => MonitoringCycle, { primary: true, deleteRule: 'cascade', fieldName: 'cycle_uuid' })
  cycle!: MonitoringCycle;

  @Enum({ items: () => MonitoringStep, primary: true })
  step!: MonitoringStep;

  @PrimaryKey({ type: 'date' })
  dueOn!: string;

  @Property({ type: 'datetime', columnType: 'timestamptz', defaultRaw: 'now()' })
  at!: string;
}
