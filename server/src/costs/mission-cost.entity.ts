/** What a mission costs, line by line, and all of it beside its envelope. Of nobody's knowledge but the adviser's circle. */
import { Check, Entity, Enum, Index, ManyToOne, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { type Locale, LOCALE_TAGS } from '@passerelle/shared/locales.ts';
import { GraphQLLocalDate, GraphQLUUID } from 'graphql-scalars';
import { Field, Int, ObjectType } from 'type-graphql';
import { Person } from '../accounts/index.ts';
import { LocaleScalar } from '../core/translation/index.ts';
import { ExpertSheet } from '../experts/index.ts';
import { Mission, MissionLeg, MissionMember } from '../missions/index.ts';
import { CostBasis } from './cost-basis.type.ts';
import { CostKind } from './cost-kind.ts';
import { MissionTravel } from './mission-travel.entity.ts';

const TYPED = `kind <> 'ALLOWANCE' and nights is null and lunches is null and dinners is null and unit_cents is not null and currency is not null and on_day is not null`;
const COMPUTED = `kind = 'ALLOWANCE' and label is null and travel_uuid is null and since is not null and nights is not null and lunches is not null and dinners is not null`;

@ObjectType({ description: 'What a mission costs for one thing: seen by the adviser. Allowances are computed from stays, by a rule; all else is typed.' })
@Entity({ tableName: 'mission_cost' })
@Check({ name: 'mission_cost_kinds', expression: `case when is_computed then ${COMPUTED} else ${TYPED} end` })
@Check({ name: 'mission_cost_amounts', expression: 'unit_cents >= 0 and unit_cents <= 100000000 and planned_cents >= 0 and planned_cents <= 1000000000 and actual_cents >= 0 and actual_cents <= 1000000000' })
@Check({ name: 'mission_cost_currency', expression: `currency ~ '^[A-Z]{3}$'` })
@Check({ name: 'mission_cost_label', expression: `label <> '' and (label is null) = (label_locale is null)` })
@Index({ properties: ['mission'] })
@Index({ properties: ['leg'] })
@Index({ properties: ['member'] })
@Index({ properties: ['expert'] })
@Index({ properties: ['person'] })
@Index({ properties: ['travel'] })
@Index({ name: 'mission_cost_once', expression: 'create unique index "mission_cost_once" on "mission_cost" ("member_uuid", "leg_uuid", "since") where is_computed' })
export class MissionCost {
  @PrimaryKey({ type: 'uuid' })
  uuid!: string;

  @Field(() => GraphQLUUID, { description: 'Its key.' })
  key!: string;

  @ManyToOne(() => Mission, { deleteRule: 'cascade', fieldName: 'mission_uuid' })
  mission!: Mission;

  @Enum({ items: () => CostKind })
  @Field(() => CostKind, { description: 'What it is for.' })
  kind!: CostKind;

  @Property({ type: 'boolean', default: false })
  @Field(() => Boolean, { description: 'Whether it is computed from a stay.' })
  isComputed!: boolean;

  /** Whether a plan that was taken over wrote it, and nobody has typed anything of it since: the next plan writes it anew. No field. */
  @Property({ type: 'boolean', default: false })
  isOfPlan!: boolean;

  /** What it is about; nothing of these where it is about the mission, or where they are gone. */
  @ManyToOne(() => MissionLeg, { nullable: true, deleteRule: 'set null', fieldName: 'leg_uuid' })
  leg!: MissionLeg | null;

  @Field(() => GraphQLUUID, { nullable: true, description: 'The key of the leg that it is about, as its id ends; null where it is about none, or the leg is gone.' })
  legKey!: string | null;

  @ManyToOne(() => MissionMember, { nullable: true, deleteRule: 'set null', fieldName: 'member_uuid' })
  member!: MissionMember | null;

  @Field(() => GraphQLUUID, { nullable: true, description: 'The key of whom in the team it is about; null where it is about nobody, or they are gone.' })
  memberKey!: string | null;

  /** A copy of who that is, kept by the database as long as they are of the team. */
  @ManyToOne(() => ExpertSheet, { nullable: true, deleteRule: 'cascade' })
  expert!: ExpertSheet | null;

  @ManyToOne(() => Person, { nullable: true, deleteRule: 'cascade' })
  person!: Person | null;

  @ManyToOne(() => MissionTravel, { nullable: true, deleteRule: 'set null', fieldName: 'travel_uuid' })
  travel!: MissionTravel | null;

  @Field(() => GraphQLUUID, { nullable: true, description: 'The key of the journey that it is about; null where it is about none, or the journey is gone.' })
  travelKey!: string | null;

  /** From which day on it counts: where a rate changes during a stay it has a line for each rate, known by these; null for what is typed. */
  @Property({ type: 'date', nullable: true })
  since!: string | null;

  @Property({ type: 'text', nullable: true })
  @Field(() => String, { nullable: true, description: 'What it is, in words; null where nothing is said.' })
  label!: string | null;

  @Enum({ items: () => LOCALE_TAGS, nullable: true })
  @Field(() => LocaleScalar, { nullable: true, description: 'In which language these are written; null without them.' })
  labelLocale!: Locale | null;

  @Property({ type: 'date', nullable: true })
  @Field(() => GraphQLLocalDate, { nullable: true, description: 'Of which day the exchange is; null for what is computed, whose exchange is that of its first day.' })
  onDay!: string | null;

  @Property({ type: 'integer', nullable: true })
  @Field(() => Int, { nullable: true, description: 'How many nights are counted; null for what is typed.' })
  nights!: number | null;

  @Property({ type: 'integer', nullable: true })
  @Field(() => Int, { nullable: true, description: 'How many midday meals are counted.' })
  lunches!: number | null;

  @Property({ type: 'integer', nullable: true })
  @Field(() => Int, { nullable: true, description: 'How many evening meals are counted.' })
  dinners!: number | null;

  @Property({ type: 'integer', nullable: true })
  @Field(() => Int, { nullable: true, description: 'What is typed, or the daily rate of what is computed, in hundredths of its currency; null where no rate is known.' })
  unitCents!: number | null;

  @Property({ type: 'text', nullable: true })
  @Field(() => String, { nullable: true, description: 'Its currency: ISO 4217; null where no rate is known.' })
  currency!: string | null;

  /** What it was computed from, as it was then: the stay, the rule, the rate, the exchange. */
  @Property({ type: 'json', columnType: 'jsonb', default: '{}' })
  @Field(() => CostBasis, { description: 'What it was computed from, as it was then.' })
  basis!: CostBasis;

  @Property({ type: 'integer', nullable: true })
  @Field(() => Int, { nullable: true, description: 'What is planned, in cents of euros; null where a rate, a rule or an exchange is not known.' })
  plannedCents!: number | null;

  @Property({ type: 'integer', nullable: true })
  @Field(() => Int, { nullable: true, description: 'What it came to, in cents of euros; null until that is known.' })
  actualCents!: number | null;

  @Property({ type: 'integer', default: 1 })
  @Field(() => Int, { description: 'Raised by each change: whoever changes it says which one they have read.' })
  version!: number;
}
