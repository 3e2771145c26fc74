/** A project: what is to be done with one country or several about what is missing there, as the adviser proposes it. */
import { Check, Entity, Enum, Index, ManyToOne, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { type Locale, LOCALE_TAGS } from '@passerelle/shared/locales.ts';
import { GraphQLDateTimeISO } from 'graphql-scalars';
import { Field, Int, ObjectType } from 'type-graphql';
import { MemberRole, Person } from '../accounts/index.ts';
import { CommonNeed } from '../common-needs/index.ts';
import { Node } from '../core/reader/index.ts';
import { LocalizedText, ShownTranslation, Translated } from '../core/translation/index.ts';
import { Country } from '../countries/index.ts';
import { Expert } from '../experts/index.ts';
import { Need } from '../needs/index.ts';
import { Organisation } from '../organisations/index.ts';
import { Recommendation } from '../recommendations/index.ts';
import { TrainingSession } from '../trainings/index.ts';
import { ProjectKind, ProjectStatus } from './project-words.ts';

@ObjectType({ description: 'What you may do with a project.' })
export class ProjectAbilities {
  @Field(() => Boolean, { description: 'Change what is said of it.' })
  edit!: boolean;

  @Field(() => Boolean, { description: 'Say it in other languages.' })
  translate!: boolean;

  @Field(() => [ProjectStatus], { description: 'What you may decide of it.' })
  decide!: readonly ProjectStatus[];
}

@ObjectType({ implements: Node, description: 'A project with one country or several, proposed by the adviser: seen by the adviser alone.' })
@Entity({ tableName: 'project' })
@Check({ name: 'project_by_chance', expression: `substr(uuid::text, 15, 1) = '4'` })
@Index({ properties: ['proposedAt', 'uuid'] })
@Index({ properties: ['proposedBy'] })
@Index({ properties: ['commonNeed'] })
export class Project extends Translated implements Node {
  id!: string;

  @PrimaryKey({ type: 'uuid' })
  uuid!: string;

  @Enum({ items: () => ProjectStatus, default: 'PROPOSED' })
  @Field(() => ProjectStatus, { description: 'Where it stands.' })
  status!: ProjectStatus;

  @Property({ type: 'datetime', columnType: 'timestamptz', defaultRaw: 'now()' })
  @Field(() => GraphQLDateTimeISO, { description: 'When it was proposed.' })
  proposedAt!: string;

  /** Who has proposed it; null when their account is gone. */
  @ManyToOne(() => Person, { nullable: true, deleteRule: 'set null' })
  proposedBy!: Person | null;

  @Enum({ items: () => MemberRole })
  @Field(() => MemberRole, { description: 'As what they did it.' })
  proposedAs!: MemberRole;

  @ManyToOne(() => CommonNeed, { nullable: true, deleteRule: 'set null', fieldName: 'common_need_uuid' })
  @Field(() => CommonNeed, { nullable: true, description: 'The group of needs that it came from; null where it came from none, or that is gone.' })
  commonNeed!: CommonNeed | null;

  @Property({ type: 'integer', default: 1 })
  @Field(() => Int, { description: 'Raised by whatever is said or decided of it: whoever does more says which one they have read. That a session belongs to it is kept with the session.' })
  version!: number;

  @Property({ type: 'boolean', default: false })
  @Field(() => Boolean, { description: 'True for an invented project of the demonstration.' })
  isDemonstration!: boolean;

  @Field(() => ProjectKind, { description: 'Regional with two countries or more, bilateral with one.' })
  kind!: ProjectKind;

  @Field(() => LocalizedText, { description: 'What it is called.' })
  title!: LocalizedText;

  @Field(() => LocalizedText, { description: 'What it is for.' })
  purpose!: LocalizedText;

  @Field(() => [ProjectTranslation], { description: 'What is said of it in every language in which something is, and nowhere from another language.' })
  texts!: ProjectTranslation[];

  @Field(() => [Country], { description: 'The countries that it is with, by their codes.' })
  countries!: Country[];

  @Field(() => [Need], { description: 'The needs that it answers, those entered first first.' })
  needs!: Need[];

  @Field(() => [Recommendation], { description: 'The recommendations that it works towards, the latest report first.' })
  recommendations!: Recommendation[];

  @Field(() => [Organisation], { description: 'The organisations that may be partners in it.' })
  partners!: Organisation[];

  @Field(() => [Expert], { description: 'The experts who may work in it.' })
  experts!: Expert[];

  @Field(() => [TrainingSession], { description: 'The training sessions that it builds on, the latest first.' })
  sessions!: TrainingSession[];

  @Field(() => [TrainingSession], { description: 'The training sessions that belong to it, the earliest first.' })
  ownSessions!: TrainingSession[];

  @Field(() => ProjectAbilities, { description: 'What you may do with it.' })
  can!: ProjectAbilities;
}

@ObjectType({ description: 'What is said of a project in one language.' })
@Entity({ tableName: 'project_translation' })
export class ProjectTranslation extends ShownTranslation {
  @ManyToOne(() => Project, { primary: true, deleteRule: 'cascade', fieldName: 'project_uuid' })
  project!: Project;

  @Enum({ items: () => LOCALE_TAGS, primary: true })
  override locale!: Locale;

  @Property({ type: 'text', nullable: true })
  @Field(() => String, { nullable: true, description: 'What it is called; null where it is not said in it.' })
  title!: string | null;

  @Property({ type: 'text', nullable: true })
  @Field(() => String, { nullable: true, description: 'What it is for.' })
  purpose!: string | null;

  /** What the free-text search reads. */
  @Property({ type: 'text', generated: `(fold((coalesce(title, ''::text) || ' '::text) || coalesce(purpose, ''::text))) stored`, nullable: true, hidden: true })
  folded!: string | null;
}
