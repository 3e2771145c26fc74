/** A search for the plan of a mission: what was asked, and what has come of it; by whom it was asked, the trail of the mission tells. It holds keys and codes, never names or texts. Of nobody's knowledge but the adviser's circle. */
import { Check, Entity, Enum, Index, ManyToOne, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import type { Plan, Problem, Value } from '@passerelle/shared/planning.ts';
import { GraphQLUUID } from 'graphql-scalars';
import { Field, Float, Int, ObjectType } from 'type-graphql';
import { Node } from '../core/reader/index.ts';
import { Mission } from '../missions/index.ts';
import type { CurvePoint } from '../planner/explain/index.ts';
import type { ChosenGoal, ChosenLimit, ChosenPin } from '../planner/problem/index.ts';
import { PlanCurve } from './plan-curve.type.ts';
import { PlanAssumptions, PlanPerson } from './plan-assumptions.type.ts';
import { PlanSearchAbilities } from './plan-search-abilities.type.ts';
import { PlanSearchReason, PlanSearchState, type PlanTaken, PlanTakenAs } from './plan-codes.ts';
import type { Assumed, Explained } from './plan-stored.ts';
import { PlanLeftOut, PlanLeg, PlanSentence } from './plan-sentence.type.ts';
import { PlanLevel } from './plan-level.type.ts';
import { PlanSettings } from './plan-settings.type.ts';
import { PlanWhy } from './plan-why.type.ts';
import { PlanAlternative, ProposedPlan } from './plan-shown.type.ts';

@ObjectType({ implements: Node, description: 'A search for the plan of a mission: seen by those who plan missions.' })
@Entity({ tableName: 'plan_search' })
@Check({ name: 'plan_search_by_chance', expression: `substr(uuid::text, 15, 1) = '4'` })
@Check({ name: 'plan_search_envelope', expression: 'envelope_cents >= 0 and envelope_cents <= 1000000000 and interpreter_cents >= 0 and interpreter_cents <= 1000000' })
@Check({ name: 'plan_search_countries', expression: 'most_countries >= 1 and most_countries <= 16' })
@Check({ name: 'plan_search_goals', expression: 'not is_weighed or goals is not null' })
@Check({ name: 'plan_search_taken', expression: `taken <@ array['PERHAPS', 'NOT_ASKED', 'NOT_CLEARED']` })
@Check({ name: 'plan_search_reason', expression: `(state in ('STOPPED', 'FAILED')) = (reason is not null)` })
@Check({ name: 'plan_search_curve_reason', expression: `(coalesce(curve_state, 'DONE') in ('STOPPED', 'FAILED')) = (curve_reason is not null)` })
@Check({ name: 'plan_search_why_reason', expression: `(coalesce(why_state, 'DONE') in ('STOPPED', 'FAILED')) = (why_reason is not null)` })
@Check({ name: 'plan_search_why_meeting', expression: '(why_meeting is null) = (why_state is null)' })
@Check({ name: 'plan_search_ended', expression: `(state in ('DONE', 'STOPPED', 'FAILED')) = (ended_at is not null)` })
@Check({ name: 'plan_search_taken_over', expression: '(taken_at is null) = (taken_as is null)' })
@Check({ name: 'plan_search_former', expression: '(former_search is null) = (former_as is null)' })
@Check({ name: 'plan_search_worth', expression: '(best is null) = (worth is null)' })
@Index({ properties: ['mission', 'askedAt'] })
@Index({ properties: ['askedAt'] })
export class PlanSearch implements Node {
  id!: string;

  @PrimaryKey({ type: 'uuid' })
  uuid!: string;

  @Field(() => GraphQLUUID, { description: 'Its key: that under which it was asked for.' })
  key!: string;

  /** No field: nothing leads back. */
  @ManyToOne(() => Mission, { deleteRule: 'cascade', fieldName: 'mission_uuid' })
  mission!: Mission;

  @Property({ type: 'timestamptz', defaultRaw: 'now()' })
  @Field(() => Date, { description: 'When it was asked for; by whom, the journal tells.' })
  askedAt!: Date;

  @Property({ type: 'integer', nullable: true })
  envelopeCents!: number | null;

  @Property({ type: 'integer', nullable: true })
  interpreterCents!: number | null;

  @Property({ type: 'text[]', default: [] })
  taken!: PlanTaken[];

  @Property({ type: 'boolean', default: true })
  isTeamKept!: boolean;

  /** Whether countries were asked for: what is open counts as meetings that could be. */
  @Property({ type: 'boolean', default: false })
  isIdea!: boolean;

  @Property({ type: 'integer', nullable: true })
  mostCountries!: number | null;

  /** What counts, in its order; null for what counts by default. */
  @Property({ type: 'json', columnType: 'jsonb', nullable: true })
  goals!: readonly ChosenGoal[] | null;

  /** Whether goals are weighed against each other. */
  @Property({ type: 'boolean', default: false })
  isWeighed!: boolean;

  /** What may be spent of single kinds. */
  @Property({ type: 'json', columnType: 'jsonb', default: '[]' })
  kindLimits!: readonly ChosenLimit[];

  /** What whoever asked has fixed. */
  @Property({ type: 'json', columnType: 'jsonb', default: '[]' })
  pins!: readonly ChosenPin[];

  /** Near to the plan of which search it was asked to stay: its key, which may lead nowhere by now; what of that plan counts stands in the question. */
  @Property({ type: 'uuid', nullable: true })
  formerSearch!: string | null;

  @Enum({ items: () => PlanTakenAs, nullable: true })
  formerAs!: PlanTakenAs | null;

  @Property({ type: 'integer', default: 0 })
  seed!: number;

  @Field(() => PlanSettings, { description: 'What whoever asked has chosen.' })
  settings!: PlanSettings;

  @Enum({ items: () => PlanSearchState, default: 'QUEUED' })
  @Field(() => PlanSearchState, { description: 'Where it stands.' })
  state!: PlanSearchState;

  @Enum({ items: () => PlanSearchReason, nullable: true })
  @Field(() => PlanSearchReason, { nullable: true, description: 'Why it was ended, or could not go on; null otherwise.' })
  reason!: PlanSearchReason | null;

  @Property({ type: 'timestamptz', nullable: true })
  @Field(() => Date, { nullable: true, description: 'When it began; null while it waits.' })
  startedAt!: Date | null;

  @Property({ type: 'timestamptz', nullable: true })
  @Field(() => Date, { nullable: true, description: 'When it ended; null while it waits or runs.' })
  endedAt!: Date | null;

  @Property({ type: 'timestamptz', nullable: true })
  @Field(() => Date, { nullable: true, description: 'When a plan of it was last taken over into the mission; null where none was.' })
  takenAt!: Date | null;

  @Enum({ items: () => PlanTakenAs, nullable: true })
  @Field(() => PlanTakenAs, { nullable: true, description: 'Which plan of it that was.' })
  takenAs!: PlanTakenAs | null;

  @Property({ type: 'text' })
  @Field(() => String, { description: 'What was asked, as a hash (SHA-256): the same for the same question.' })
  problemHash!: string;

  /** What was asked: a `Problem`. */
  @Property({ type: 'json', columnType: 'jsonb' })
  problem!: Problem;

  /** What was assumed, and with what was not planned. */
  @Property({ type: 'json', columnType: 'jsonb' })
  assumed!: Assumed;

  /** The best plan so far: a `Plan`. */
  @Property({ type: 'json', columnType: 'jsonb', nullable: true })
  best!: Plan | null;

  @Field(() => ProposedPlan, { nullable: true, description: 'The best plan so far; null where there is none.' })
  plan!: ProposedPlan | null;

  /** What it is worth, level by level. */
  @Property({ type: 'json', columnType: 'jsonb', nullable: true })
  worth!: Value | null;

  @Field(() => [PlanLevel], { description: 'What the plan is worth, level by level, and what no plan exceeds; none without a plan.' })
  value!: PlanLevel[];

  @Property({ type: 'json', columnType: 'jsonb', nullable: true })
  bound!: Value | null;

  @Property({ type: 'boolean', default: false })
  @Field(() => Boolean, { description: 'Whether it is proved that no plan is better; without a plan, that there is none. Among plans in which nobody travels alone for more than one direct link, or two where there is none: others were not looked for.' })
  isOptimal!: boolean;

  @Field(() => Float, { nullable: true, description: 'How much better the best plan possible could be at most at the first level, as a percentage of what the plan is worth there, with one decimal rounded up; 0 where that is proved, null where nothing is known, or it is worth nothing there. Of the same plans as `isOptimal`.' })
  openPercent!: number | null;

  /** Whether the best plan was looked for to the end, and what is to be said of it is looked for. */
  @Property({ type: 'boolean', default: false })
  @Field(() => Boolean, { description: 'Whether the plan is final: while it runs on, what is to be said of it is looked for.' })
  isSolved!: boolean;

  @Property({ type: 'integer', default: 0 })
  @Field(() => Int, { description: 'How much was tried: counted, so that the same question takes the same on every machine.' })
  work!: number;

  /** What is said of the plan. */
  @Property({ type: 'json', columnType: 'jsonb', default: '{}' })
  explained!: Explained;

  @Field(() => [PlanLeftOut], { description: 'Why each meeting that is not in the plan is not, as far as it was found out.' })
  leftOut!: PlanLeftOut[];

  @Field(() => [PlanLeg], { description: 'Why the plan goes from one city to the next and not the other way round, as far as it was found out.' })
  legs!: PlanLeg[];

  @Field(() => [PlanSentence], { description: 'Where there is no plan, what cannot be had together: CONFLICT_…' })
  conflicts!: PlanSentence[];

  @Field(() => [PlanAlternative], { description: 'Other plans to choose from, as far as they were found.' })
  alternatives!: PlanAlternative[];

  @Field(() => PlanAssumptions, { description: 'What was assumed, and with what was planned.' })
  assumptions!: PlanAssumptions;

  @Field(() => [PlanPerson], { description: 'Who could go: by their keys they stand in the plan and in what is said of it.' })
  people!: PlanPerson[];

  /** How finding out what envelopes buy stands; null where nobody has asked. */
  @Enum({ items: () => PlanSearchState, nullable: true })
  curveState!: PlanSearchState | null;

  @Enum({ items: () => PlanSearchReason, nullable: true })
  curveReason!: PlanSearchReason | null;

  @Property({ type: 'json', columnType: 'jsonb', default: '[]' })
  curvePoints!: readonly CurvePoint[];

  /** As `run`, of that. */
  @Property({ type: 'uuid', nullable: true })
  curveRun!: string | null;

  /** Raised by each change of that: it changes nothing of the plan. */
  @Property({ type: 'integer', default: 0 })
  curveVersion!: number;

  @Field(() => PlanCurve, { nullable: true, description: 'What more or less money would bring; null where nobody has asked.' })
  curve!: PlanCurve | null;

  /** Into which meeting that is left out it is looked further, by its key; null where nobody has asked. */
  @Property({ type: 'uuid', nullable: true })
  whyMeeting!: string | null;

  @Enum({ items: () => PlanSearchState, nullable: true })
  whyState!: PlanSearchState | null;

  @Enum({ items: () => PlanSearchReason, nullable: true })
  whyReason!: PlanSearchReason | null;

  /** As `run`, of that. */
  @Property({ type: 'uuid', nullable: true })
  whyRun!: string | null;

  /** Raised by each change of that: it changes nothing of the plan. */
  @Property({ type: 'integer', default: 0 })
  whyVersion!: number;

  @Field(() => PlanWhy, { nullable: true, description: 'Looking further into why a meeting is not in the plan; null where nobody has asked.' })
  why!: PlanWhy | null;

  /** Which run of the job it is that writes here: of two the later one. */
  @Property({ type: 'uuid', nullable: true })
  run!: string | null;

  /** Whether somebody invented has asked: others who are invented read these alone. */
  @Property({ type: 'boolean', defaultRaw: 'acts_invented()' })
  isDemonstration!: boolean;

  @Property({ type: 'integer', default: 1 })
  @Field(() => Int, { description: 'Raised by each change.' })
  version!: number;

  @Field(() => PlanSearchAbilities, { description: 'What you may do with it.' })
  can!: PlanSearchAbilities;
}
