/**
 * Questions of the registration form of a session. A row is a question as it is asked from some moment on: once somebody has
 * answered it, a change makes another row with the same `key`, and the answer stays with what was asked.
 */
import { Check, Entity, Enum, Index, ManyToOne, PrimaryKey, Property, Unique } from '@mikro-orm/decorators/legacy';
import { type Locale, LOCALE_TAGS } from '@passerelle/shared/locales.ts';
import { Field, ID, Int, ObjectType } from 'type-graphql';
import { Node } from '../core/reader/index.ts';
import { LocaleScalar, LocalizedText, ShownTranslation, Translated, Translation } from '../core/translation/index.ts';
import { TrainingSession } from '../trainings/index.ts';
import { QuestionKind } from './question-kind.ts';

@ObjectType({ description: 'When a question is asked: when another one, which stands before it, has this answer.' })
export class FormCondition {
  @Field(() => ID, { description: 'The other question, by its `key`.' })
  question!: string;

  @Field(() => String, { description: 'The code of a choice or of a country, or YES or NO.' })
  answer!: string;
}

@ObjectType({ description: 'How often an answer was given.' })
export class AnswerCount {
  @Field(() => String, { description: 'The answer: the code of a choice, of a country, of a language, of a need, or YES or NO.' })
  answer!: string;

  @Field(() => Int, { description: 'How many registrations have it that are neither refused nor withdrawn.' })
  count!: number;
}

@ObjectType({ implements: Node, description: 'A question of the registration form of a session, as it is asked, or was. For who is signed in.' })
@Entity({ tableName: 'form_question' })
@Check({ name: 'form_question_depends', expression: '(depends_on is null) = (depends_answer is null) and depends_on <> key' })
@Check({ name: 'form_question_kept', expression: `retention_days between 1 and case kind when 'DIET_ACCESS' then 30 else 365 end` })
@Check({ name: 'form_question_needs_are_voluntary', expression: `kind <> 'DIET_ACCESS' or not is_required` })
@Unique({ name: 'form_question_current', expression: 'create unique index "form_question_current" on "form_question" ("session_uuid", "key") where replaced_at is null' })
@Index({ properties: ['session', 'position'] })
export class FormQuestion extends Translated implements Node {
  id!: string;

  @PrimaryKey({ type: 'uuid' })
  uuid!: string;

  @ManyToOne(() => TrainingSession, { deleteRule: 'cascade', fieldName: 'session_uuid' })
  session!: TrainingSession;

  @Property({ type: 'uuid' })
  @Field(() => ID, { description: 'The question, whatever has been changed of it since it was first asked.' })
  key!: string;

  @Property({ type: 'integer', default: 1 })
  @Field(() => Int, { description: 'Raised by one each time a question that was answered is changed.' })
  edition!: number;

  @Property({ type: 'integer', default: 1 })
  @Field(() => Int, { description: 'Raised by each change: whoever changes it says which one they have read.' })
  version!: number;

  @Property({ type: 'integer' })
  @Field(() => Int, { description: 'Its place in the form, from 1.' })
  position!: number;

  @Enum({ items: () => QuestionKind })
  @Field(() => QuestionKind, { description: 'What it asks for.' })
  kind!: QuestionKind;

  @Property({ type: 'boolean', default: false })
  @Field(() => Boolean, { description: 'Whether it must be answered by whom it is asked.' })
  isRequired!: boolean;

  @Field(() => FormCondition, { nullable: true, description: 'When it is asked; null for always.' })
  condition!: FormCondition | null;

  @Property({ type: 'uuid', nullable: true })
  dependsOn!: string | null;

  @Property({ type: 'text', nullable: true })
  dependsAnswer!: string | null;

  @Property({ type: 'integer' })
  @Field(() => Int, { description: 'For how many days after the session its answers are kept; then they are erased.' })
  retentionDays!: number;

  @Field(() => LocalizedText, { description: 'The question.' })
  label!: LocalizedText;

  @Field(() => LocalizedText, { nullable: true, description: 'What helps to answer it.' })
  help!: LocalizedText | null;

  @Field(() => [FormChoice], { description: 'Its choices, in their order.' })
  choices!: FormChoice[];

  @Field(() => [FormQuestionTranslation], { description: 'The question in every language in which something is said of it, and nowhere from another.' })
  texts!: FormQuestionTranslation[];

  @Property({ type: 'timestamptz', nullable: true })
  closedAt!: Date | null;

  @Field(() => Boolean, { description: 'Whether it is asked no longer; its answers stay until their time is over.' })
  isClosed!: boolean;

  /** When another row took its place. */
  @Property({ type: 'timestamptz', nullable: true })
  replacedAt!: Date | null;

  @Property({ type: 'timestamptz', defaultRaw: 'now()' })
  @Field(() => Date, { description: 'Since when it is asked like this.' })
  askedSince!: Date;

  @Field(() => Boolean, { nullable: true, description: 'Whether it has answers, in whatever form it was asked; null for those who do not prepare the session.' })
  isAnswered!: boolean | null;

  @Field(() => [AnswerCount], { description: 'How often each answer was given, as it is asked now; none of free texts and days, and none for those who do not prepare the session.' })
  counts!: AnswerCount[];
}

@ObjectType({ description: 'What is said of a question in one language.' })
@Entity({ tableName: 'form_question_translation' })
export class FormQuestionTranslation extends ShownTranslation {
  @ManyToOne(() => FormQuestion, { primary: true, deleteRule: 'cascade', fieldName: 'question_uuid' })
  question!: FormQuestion;

  @Enum({ items: () => LOCALE_TAGS, primary: true })
  override locale!: Locale;

  @Property({ type: 'text', nullable: true })
  @Field(() => String, { nullable: true, description: 'The question; null where it is missing.' })
  label!: string | null;

  @Property({ type: 'text', nullable: true })
  @Field(() => String, { nullable: true, description: 'What helps to answer it.' })
  help!: string | null;
}

@ObjectType({ description: 'A choice of a question.' })
@Entity({ tableName: 'form_choice' })
@Unique({ properties: ['question', 'code'] })
export class FormChoice {
  @PrimaryKey({ type: 'uuid' })
  uuid!: string;

  @ManyToOne(() => FormQuestion, { deleteRule: 'cascade', fieldName: 'question_uuid' })
  question!: FormQuestion;

  @Property({ type: 'text' })
  @Field(() => String, { description: 'Its code, which answers name; its own in its question.' })
  code!: string;

  @Property({ type: 'integer' })
  position!: number;

  @Field(() => LocalizedText, { description: 'What it says.' })
  label!: LocalizedText;

  @Field(() => [FormChoiceTranslation], { description: 'What it says, in every language in which it is said.' })
  texts!: FormChoiceTranslation[];
}

@ObjectType({ description: 'A choice in one language.' })
@Entity({ tableName: 'form_choice_translation' })
export class FormChoiceTranslation extends Translation {
  @ManyToOne(() => FormChoice, { primary: true, deleteRule: 'cascade', fieldName: 'choice_uuid' })
  choice!: FormChoice;

  @Enum({ items: () => LOCALE_TAGS, primary: true })
  @Field(() => LocaleScalar, { description: 'Which language.' })
  locale!: Locale;

  @Property({ type: 'text' })
  @Field(() => String, { description: 'What it says.' })
  label!: string;
}
