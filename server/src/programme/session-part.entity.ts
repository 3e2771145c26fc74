/** The parts of a training session: on which of its days, from when to when, where and by whom something is taught. */
import { Check, Entity, Enum, Index, ManyToOne, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { type Locale, LOCALE_TAGS } from '@passerelle/shared/locales.ts';
import { GraphQLDateTimeISO, GraphQLLocalDate } from 'graphql-scalars';
import { Field, Int, ObjectType } from 'type-graphql';
import { Node } from '../core/reader/index.ts';
import { LocalizedText, ShownTranslation, Translated } from '../core/translation/index.ts';
import { Expert, ExpertSheet } from '../experts/index.ts';
import { SessionFormat, TrainingSession } from '../trainings/index.ts';

/** What the clock of a place shows, `00:00` to `23:59`. */
const HOUR = `'^([01][0-9]|2[0-3]):[0-5][0-9]$'`;

@ObjectType({ implements: Node, description: 'A part of a training session: of one of its days.' })
@Entity({ tableName: 'session_part' })
@Check({ name: 'session_part_day', expression: 'day >= 1' })
@Check({ name: 'session_part_hours', expression: `starts ~ ${HOUR} and ends ~ ${HOUR} and ends > starts` })
@Index({ properties: ['session', 'day', 'starts'] })
export class SessionPart extends Translated implements Node {
  id!: string;

  @PrimaryKey({ type: 'uuid' })
  uuid!: string;

  @ManyToOne(() => TrainingSession, { deleteRule: 'cascade', fieldName: 'session_uuid' })
  session!: TrainingSession;

  @Property({ type: 'integer', default: 1 })
  @Field(() => Int, { description: 'Raised by each change: whoever changes it says which one they have read.' })
  version!: number;

  @Property({ type: 'integer' })
  @Field(() => Int, { description: 'On which day of the session, from 1: a session that is put off takes its parts with it.' })
  day!: number;

  @Property({ type: 'text' })
  @Field(() => String, { description: 'When it begins, as the clocks of the place of the session show it: `09:30`.' })
  starts!: string;

  @Property({ type: 'text' })
  @Field(() => String, { description: 'When it ends, as the clocks of the place of the session show it.' })
  ends!: string;

  @Field(() => GraphQLLocalDate, { description: 'The day on which it is, by the clock of the session.' })
  date!: string;

  @Field(() => GraphQLDateTimeISO, { description: 'When it begins.' })
  startsAt!: Date;

  @Field(() => GraphQLDateTimeISO, { description: 'When it ends.' })
  endsAt!: Date;

  @Enum({ items: () => SessionFormat })
  @Field(() => SessionFormat, { description: 'In the place, online or both: as its session, where that is not both.' })
  format!: SessionFormat;

  @Property({ type: 'text', nullable: true })
  @Field(() => String, { nullable: true, description: 'The room, as it is called there.' })
  room!: string | null;

  @Field(() => LocalizedText, { description: 'Its title.' })
  title!: LocalizedText;

  @Field(() => [Expert], { description: 'Who teaches it, of those who teach in the session.' })
  trainers!: Expert[];

  @Field(() => [SessionPartTranslation], { description: 'Its title in every language in which it has one, and nowhere from another.' })
  texts!: SessionPartTranslation[];
}

@ObjectType({ description: 'What is said of a part of a session in one language.' })
@Entity({ tableName: 'session_part_translation' })
export class SessionPartTranslation extends ShownTranslation {
  @ManyToOne(() => SessionPart, { primary: true, deleteRule: 'cascade', fieldName: 'part_uuid' })
  part!: SessionPart;

  @Enum({ items: () => LOCALE_TAGS, primary: true })
  override locale!: Locale;

  @Property({ type: 'text' })
  @Field(() => String, { description: 'Its title.' })
  title!: string;
}

@Entity({ tableName: 'session_part_trainer' })
@Index({ properties: ['session', 'expert'] })
@Index({ properties: ['expert'] })
export class SessionPartTrainer {
  @ManyToOne(() => SessionPart, { primary: true, deleteRule: 'cascade', fieldName: 'part_uuid' })
  part!: SessionPart;

  @ManyToOne(() => ExpertSheet, { primary: true })
  expert!: ExpertSheet;

  @ManyToOne(() => TrainingSession, { deleteRule: 'cascade', fieldName: 'session_uuid' })
  session!: TrainingSession;
}
