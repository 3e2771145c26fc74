/**
 * A leg of a mission: the days in one country. It stands for itself, so that the post there reads it and nothing else: no field of it leads
 * to its mission, to other legs or to what they have in common, and its key says nothing of when it was made.
 */
import { Check, Entity, Enum, Index, ManyToOne, Property, Unique } from '@mikro-orm/decorators/legacy';
import { type Locale, LOCALE_TAGS } from '@passerelle/shared/locales.ts';
import { Field, Int, ObjectType } from 'type-graphql';
import { Node } from '../core/reader/index.ts';
import { LocalizedText, ShownTranslation } from '../core/translation/index.ts';
import { Leg } from './leg.entity.ts';
import { MissionLegAbilities } from './mission-abilities.type.ts';
import { Mission } from './mission.entity.ts';
import { MissionStage, MissionState } from './mission-stage.ts';

@ObjectType({ implements: Node, description: 'The days of a mission in one country: seen by the adviser, and by the post there from the moment it is shown, also once it is planned anew; nothing of it leads to its mission or to other legs.' })
@Entity({ tableName: 'mission_leg' })
@Check({ name: 'mission_leg_days', expression: 'ends_on >= starts_on' })
@Check({ name: 'mission_leg_by_chance', expression: `substr(uuid::text, 15, 1) = '4'` })
@Unique({ name: 'mission_leg_position', properties: ['mission', 'position'], deferMode: 'deferred' })
@Index({ properties: ['country', 'startsOn'] })
@Index({ properties: ['city'] })
export class MissionLeg extends Leg implements Node {
  id!: string;

  /** No field: nothing leads from a leg to its mission. */
  @ManyToOne(() => Mission, { deleteRule: 'cascade', fieldName: 'mission_uuid' })
  mission!: Mission;

  @Property({ type: 'integer' })
  position!: number;

  @Field(() => LocalizedText, { nullable: true, description: 'What else the post should know.' })
  note!: LocalizedText | null;

  @Property({ type: 'integer', default: 1 })
  @Field(() => Int, { description: 'Raised by each change of what is said of it: whoever changes it says which one they have read.' })
  version!: number;

  /** A copy of what the mission says, kept by the database. */
  @Enum({ items: () => MissionStage })
  stage!: MissionStage;

  @Field(() => MissionState, { description: 'Where it stands, at this moment.' })
  state!: MissionState;

  /** Whether the post sees it: kept by the database. */
  @Property({ type: 'boolean' })
  @Field(() => Boolean, { description: 'Whether the post of the country sees it.' })
  isShown!: boolean;

  @Field(() => [MissionLegTranslation], { description: 'What is said of it, in every language in which something is, and nowhere from another language.' })
  texts!: MissionLegTranslation[];

  @Field(() => MissionLegAbilities, { description: 'What you may do with it.' })
  can!: MissionLegAbilities;
}

@ObjectType({ description: 'What is said of a leg of a mission in one language.' })
@Entity({ tableName: 'mission_leg_translation' })
export class MissionLegTranslation extends ShownTranslation {
  @ManyToOne(() => MissionLeg, { primary: true, deleteRule: 'cascade', fieldName: 'leg_uuid' })
  leg!: MissionLeg;

  @Enum({ items: () => LOCALE_TAGS, primary: true })
  override locale!: Locale;

  @Property({ type: 'text', nullable: true })
  @Field(() => String, { nullable: true, description: 'What it is for; null where it is missing.' })
  purpose!: string | null;

  @Property({ type: 'text', nullable: true })
  @Field(() => String, { nullable: true, description: 'What else the post should know.' })
  note!: string | null;
}
