/**
 * A leg of a mission as an expert who comes on it reads it, once the mission is agreed: what is said of it, where they lodge, whom to turn to, and when they are there themselves. Types of their own: nothing leads
 * from them to the mission, to other legs, to who else comes, or to what a post is asked. Each is a view of its owner, whom the rules of the tables do not bind, and gives what is one's own.
 */
import { Entity, Enum, ManyToOne, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { type Locale, LOCALE_TAGS } from '@passerelle/shared/locales.ts';
import { GraphQLUUID } from 'graphql-scalars';
import { Field, Int, ObjectType } from 'type-graphql';
import { LocaleScalar } from '../core/translation/index.ts';
import { ExpertSheet } from '../experts/index.ts';
import { Leg } from './leg.entity.ts';
import { MissionStage, MissionState } from './mission-stage.ts';

/** Whose leg it is: of an expert whose sheet belongs to the account that acts, who comes and takes nobody's place, once it is agreed. An invented expert reads no real one. */
const OWN = `m.substitute_for_uuid is null and l.stage in ('AGREED', 'REPORTED', 'CLOSED') and is_own_sheet(m.expert_uuid) and (l.is_demonstration or not (select acts_invented() as acts_invented))`;
const STAYS = 'mission_stay s join mission_member m on m.uuid = s.member_uuid join mission_leg l on l.uuid = s.leg_uuid';

@ObjectType({ description: 'A leg of a mission on which you come as an expert: seen by you alone, once the mission is agreed.' })
@Entity({
  tableName: 'own_leg', view: true,
  expression: `select l.uuid, m.expert_uuid, l.source_locale, l.source_version, l.country_code, l.city_code, l.starts_on, l.ends_on, l.lodging_name, l.lodging_address, l.transport, l.stage, l.is_demonstration,
    s.arrives_at, s.leaves_at, s.is_lodging_provided, s.lunches_provided, s.dinners_provided from ${STAYS} where ${OWN}`,
})
export class OwnLeg extends Leg {
  @Field(() => GraphQLUUID, { description: 'Its key.' })
  key!: string;

  @Enum({ items: () => LOCALE_TAGS })
  @Field(() => LocaleScalar, { description: 'In which language its transport is written.' })
  override sourceLocale!: Locale;

  /** No field. */
  @ManyToOne(() => ExpertSheet, { fieldName: 'expert_uuid' })
  expert!: ExpertSheet;

  @Enum({ items: () => MissionStage })
  stage!: MissionStage;

  @Field(() => MissionState, { description: 'Where it stands, at this moment, by its own days.' })
  state!: MissionState;

  @Property({ columnType: 'timestamp(0)', type: 'string' })
  @Field(() => String, { description: 'When you arrive, as the clocks of the city show it: `2027-11-08T09:30`.' })
  arrivesAt!: string;

  @Property({ columnType: 'timestamp(0)', type: 'string' })
  @Field(() => String, { description: 'When you leave, as the clocks of the city show it.' })
  leavesAt!: string;

  @Property({ type: 'boolean' })
  @Field(() => Boolean, { description: 'Whether a host provides your lodging.' })
  isLodgingProvided!: boolean;

  @Property({ type: 'integer' })
  @Field(() => Int, { description: 'How many lunches a host provides.' })
  lunchesProvided!: number;

  @Property({ type: 'integer' })
  @Field(() => Int, { description: 'How many dinners a host provides.' })
  dinnersProvided!: number;
}

/** What is said of it, by language. The note is the post's to read. */
@Entity({ tableName: 'own_leg_text', view: true, expression: `select x.leg_uuid, x.locale, x.source_version, x.purpose from mission_leg_translation x where exists (select from ${STAYS} where l.uuid = x.leg_uuid and ${OWN})` })
export class OwnLegText {
  @ManyToOne(() => OwnLeg, { primary: true, fieldName: 'leg_uuid' })
  leg!: OwnLeg;

  @Enum({ items: () => LOCALE_TAGS, primary: true })
  locale!: Locale;

  @Property({ type: 'integer' })
  sourceVersion!: number;

  @Property({ type: 'text', nullable: true })
  purpose!: string | null;
}

@ObjectType({ description: 'Somebody to turn to there.' })
@Entity({ tableName: 'own_leg_contact', view: true, expression: `select c.uuid, c.leg_uuid, c.name, c.function, c.organisation, c.email, c.phone from leg_contact c where exists (select from ${STAYS} where l.uuid = c.leg_uuid and ${OWN})` })
export class OwnLegContact {
  @PrimaryKey({ type: 'uuid' })
  uuid!: string;

  @ManyToOne(() => OwnLeg, { fieldName: 'leg_uuid' })
  leg!: OwnLeg;

  @Property({ type: 'text' })
  @Field(() => String, { description: 'Their name.' })
  name!: string;

  @Property({ type: 'text', nullable: true })
  @Field(() => String, { nullable: true, description: 'What they do; null where it is not said.' })
  function!: string | null;

  @Property({ type: 'text', nullable: true })
  @Field(() => String, { nullable: true, description: 'Where they work; null where it is not said.' })
  organisation!: string | null;

  @Property({ type: 'text', nullable: true })
  @Field(() => String, { nullable: true, description: 'Their e-mail; null where it is not said.' })
  email!: string | null;

  @Property({ type: 'text', nullable: true })
  @Field(() => String, { nullable: true, description: 'Their telephone number; null where it is not said.' })
  phone!: string | null;
}
