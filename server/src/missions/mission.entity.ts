/** A mission: why, when and for how much the adviser goes with a team. Of nobody's knowledge but the adviser's circle. */
import { Check, Entity, Enum, Index, ManyToOne, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { type Locale, LOCALE_TAGS } from '@passerelle/shared/locales.ts';
import { GraphQLLocalDate } from 'graphql-scalars';
import { Field, Int, ObjectType } from 'type-graphql';
import { Person } from '../accounts/index.ts';
import { Node } from '../core/reader/index.ts';
import { LocalizedText, ShownTranslation, Translated } from '../core/translation/index.ts';
import { MissionAbilities } from './mission-abilities.type.ts';
import { MissionStage, MissionState } from './mission-stage.ts';

@ObjectType({ implements: Node, description: 'A mission of the adviser with a team: seen by the adviser.' })
@Entity({ tableName: 'mission' })
@Check({ name: 'mission_period', expression: 'ends_on >= starts_on and ends_on - starts_on < 366' })
@Check({ name: 'mission_envelope', expression: 'envelope_cents >= 0 and envelope_cents <= 1000000000' })
@Check({ name: 'mission_given_up', expression: `(stage = 'GIVEN_UP') = (given_up_on is not null)` })
@Index({ properties: ['startsOn', 'uuid'] })
@Index({ properties: ['preparedBy'] })
export class Mission extends Translated implements Node {
  id!: string;

  @PrimaryKey({ type: 'uuid' })
  uuid!: string;

  @Field(() => LocalizedText, { description: 'Its title.' })
  title!: LocalizedText;

  @Field(() => LocalizedText, { nullable: true, description: 'What it is for.' })
  purpose!: LocalizedText | null;

  @Field(() => LocalizedText, { nullable: true, description: 'Why it was given up; null where it was not.' })
  givenUpReason!: LocalizedText | null;

  /** What people have decided; what the clock adds to it is its `state`. */
  @Enum({ items: () => MissionStage, default: 'IDEA' })
  stage!: MissionStage;

  @Field(() => MissionState, { description: 'Where it stands, at this moment.' })
  state!: MissionState;

  @Property({ type: 'date' })
  @Field(() => GraphQLLocalDate, { description: 'Its first day.' })
  startsOn!: string;

  @Property({ type: 'date' })
  @Field(() => GraphQLLocalDate, { description: 'Its last day.' })
  endsOn!: string;

  @Property({ type: 'integer', nullable: true })
  @Field(() => Int, { nullable: true, description: 'How much it may cost, in cents of euros; null where that is not known.' })
  envelopeCents!: number | null;

  @Property({ type: 'integer', default: 1 })
  @Field(() => Int, { description: 'Raised by each change of it and of its legs: whoever changes it, or decides about it, says which one they have read.' })
  version!: number;

  /** Who has made it; null when their account is gone. */
  @ManyToOne(() => Person, { nullable: true, deleteRule: 'set null' })
  preparedBy!: Person | null;

  @Property({ type: 'date', nullable: true })
  @Field(() => GraphQLLocalDate, { nullable: true, description: 'When it was given up; null where it was not.' })
  givenUpOn!: string | null;

  @Property({ type: 'boolean', default: false })
  @Field(() => Boolean, { description: 'True for an invented mission of the demonstration.' })
  isDemonstration!: boolean;

  @Field(() => [MissionTranslation], { description: 'What is said of it, in every language in which something is, and nowhere from another language.' })
  texts!: MissionTranslation[];

  @Field(() => MissionAbilities, { description: 'What you may do with it.' })
  can!: MissionAbilities;
}

@ObjectType({ description: 'What is said of a mission in one language.' })
@Entity({ tableName: 'mission_translation' })
export class MissionTranslation extends ShownTranslation {
  @ManyToOne(() => Mission, { primary: true, deleteRule: 'cascade', fieldName: 'mission_uuid' })
  mission!: Mission;

  @Enum({ items: () => LOCALE_TAGS, primary: true })
  override locale!: Locale;

  @Property({ type: 'text', nullable: true })
  @Field(() => String, { nullable: true, description: 'Its title; null where it is missing.' })
  title!: string | null;

  @Property({ type: 'text', nullable: true })
  @Field(() => String, { nullable: true, description: 'What it is for.' })
  purpose!: string | null;

  @Property({ type: 'text', nullable: true })
  @Field(() => String, { nullable: true, description: 'Why it was given up.' })
  givenUpReason!: string | null;
}
