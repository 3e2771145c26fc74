/** What belongs to a project: with which countries it is, what it answers and builds on, who may come into it, what it may cost, and how it went. */
import { Check, Entity, Enum, Index, ManyToOne, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { type Locale, LOCALE_TAGS } from '@passerelle/shared/locales.ts';
import { GraphQLDateTimeISO } from 'graphql-scalars';
import { Field, Int, ObjectType } from 'type-graphql';
import { MemberRole, Person } from '../accounts/index.ts';
import { LocaleScalar } from '../core/translation/index.ts';
import { Country } from '../countries/index.ts';
import { ExpertSheet } from '../experts/index.ts';
import { Need } from '../needs/index.ts';
import { Organisation } from '../organisations/index.ts';
import { Recommendation } from '../recommendations/index.ts';
import { TrainingSession } from '../trainings/index.ts';
import { ProjectStatus } from './project-words.ts';
import { Project } from './project.entity.ts';

@Entity({ tableName: 'project_country' })
@Index({ properties: ['country'] })
export class ProjectCountry {
  @ManyToOne(() => Project, { primary: true, deleteRule: 'cascade', fieldName: 'project_uuid' })
  project!: Project;

  @ManyToOne(() => Country, { primary: true })
  country!: Country;
}

@Entity({ tableName: 'project_need' })
@Index({ properties: ['need'] })
export class ProjectNeed {
  @ManyToOne(() => Project, { primary: true, deleteRule: 'cascade', fieldName: 'project_uuid' })
  project!: Project;

  @ManyToOne(() => Need, { primary: true, deleteRule: 'cascade', fieldName: 'need_uuid' })
  need!: Need;
}

@Entity({ tableName: 'project_recommendation' })
@Index({ properties: ['recommendation'] })
export class ProjectRecommendation {
  @ManyToOne(() => Project, { primary: true, deleteRule: 'cascade', fieldName: 'project_uuid' })
  project!: Project;

  @ManyToOne(() => Recommendation, { primary: true, deleteRule: 'cascade' })
  recommendation!: Recommendation;
}

@Entity({ tableName: 'project_partner' })
@Index({ properties: ['organisation'] })
export class ProjectPartner {
  @ManyToOne(() => Project, { primary: true, deleteRule: 'cascade', fieldName: 'project_uuid' })
  project!: Project;

  @ManyToOne(() => Organisation, { primary: true, deleteRule: 'cascade' })
  organisation!: Organisation;
}

@Entity({ tableName: 'project_expert' })
@Index({ properties: ['expert'] })
export class ProjectExpert {
  @ManyToOne(() => Project, { primary: true, deleteRule: 'cascade', fieldName: 'project_uuid' })
  project!: Project;

  @ManyToOne(() => ExpertSheet, { primary: true, deleteRule: 'cascade' })
  expert!: ExpertSheet;
}

@Entity({ tableName: 'project_session' })
@Index({ properties: ['session'] })
export class ProjectSession {
  @ManyToOne(() => Project, { primary: true, deleteRule: 'cascade', fieldName: 'project_uuid' })
  project!: Project;

  @ManyToOne(() => TrainingSession, { primary: true, deleteRule: 'cascade', fieldName: 'session_uuid' })
  session!: TrainingSession;
}

/** A session belongs to one project at most. */
@Entity({ tableName: 'project_own_session' })
@Index({ properties: ['project'] })
export class ProjectOwnSession {
  @ManyToOne(() => TrainingSession, { primary: true, deleteRule: 'cascade', fieldName: 'session_uuid' })
  session!: TrainingSession;

  @ManyToOne(() => Project, { deleteRule: 'cascade', fieldName: 'project_uuid' })
  project!: Project;
}

@ObjectType({ description: 'A line of what a project may cost.' })
@Entity({ tableName: 'project_budget_line' })
@Check({ name: 'project_budget_line_label', expression: `label <> ''` })
@Check({ name: 'project_budget_line_cents', expression: 'cents >= 0' })
export class ProjectBudgetLine {
  @ManyToOne(() => Project, { primary: true, deleteRule: 'cascade', fieldName: 'project_uuid' })
  project!: Project;

  /** The first is 1. */
  @PrimaryKey({ type: 'integer' })
  position!: number;

  @Property({ type: 'text' })
  @Field(() => String, { description: 'What it is for.' })
  label!: string;

  @Enum({ items: () => LOCALE_TAGS })
  @Field(() => LocaleScalar, { description: 'The language of `label`.' })
  locale!: Locale;

  @Property({ type: 'integer' })
  @Field(() => Int, { description: 'How much, in cents of euros.' })
  cents!: number;
}

@ObjectType({ description: 'A step of a project: that it was proposed, or decided.' })
@Entity({ tableName: 'project_step' })
@Check({ name: 'project_step_reason', expression: `(reason is null) = (locale is null) and (to_status <> 'GIVEN_UP' or reason is not null)` })
@Index({ properties: ['by'] })
export class ProjectStep {
  @ManyToOne(() => Project, { primary: true, deleteRule: 'cascade', fieldName: 'project_uuid' })
  project!: Project;

  /** The first is 1. */
  @PrimaryKey({ type: 'integer' })
  position!: number;

  @Property({ type: 'datetime', columnType: 'timestamptz', defaultRaw: 'now()' })
  @Field(() => GraphQLDateTimeISO, { description: 'When.' })
  at!: string;

  /** By whom; null when their account is gone. */
  @ManyToOne(() => Person, { nullable: true, deleteRule: 'set null' })
  by!: Person | null;

  @Enum({ items: () => MemberRole })
  @Field(() => MemberRole, { description: 'As what they did it.' })
  byRole!: MemberRole;

  @Enum({ items: () => ProjectStatus })
  @Field(() => ProjectStatus, { description: 'Where it stood from then on.' })
  toStatus!: ProjectStatus;

  @Property({ type: 'text', nullable: true })
  @Field(() => String, { nullable: true, description: 'Why; null where nothing is said.' })
  reason!: string | null;

  @Enum({ items: () => LOCALE_TAGS, nullable: true })
  @Field(() => LocaleScalar, { nullable: true, description: 'The language of the reason.' })
  locale!: Locale | null;
}
