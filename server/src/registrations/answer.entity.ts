/** What was answered, for somebody who is registered, to a question of the registration form. */
import { ArrayType, DeferMode } from '@mikro-orm/postgresql';
import { Check, Entity, Enum, Index, ManyToOne, Property } from '@mikro-orm/decorators/legacy';
import { type Locale, LOCALE_TAGS } from '@passerelle/shared/locales.ts';
import { GraphQLLocalDate } from 'graphql-scalars';
import { Field, ObjectType } from 'type-graphql';
import { LocaleScalar } from '../core/translation/index.ts';
import { Country } from '../countries/index.ts';
import { AccessNeed, FormChoice, FormQuestion } from '../questions/index.ts';
import { CefrLevel, Language } from '../vocabulary/index.ts';
import { AnswerFile } from './answer-file.entity.ts';
import { Registration } from './registration.entity.ts';

@ObjectType({ description: 'What was answered for somebody who is registered. Seen by who prepares the session and, but for needs, by who registered them.' })
@Entity({ tableName: 'registration_answer' })
@Check({ name: 'registration_answer_needs_apart', expression: '(needs is null and needs_text is null) or (text is null and codes is null and day is null)' })
@Check({ name: 'registration_answer_has_language', expression: '(coalesce(text, needs_text) is null) = (locale is null)' })
@Index({ properties: ['question'] })
@Index({ properties: ['email'] })
export class RegistrationAnswer {
  @ManyToOne(() => Registration, { primary: true, deleteRule: 'cascade', updateRule: 'no action', fieldName: 'registration_uuid' })
  @Field(() => Registration, { nullable: true, description: 'For whom; null for a registration that you may not see.' })
  registration!: Registration | null;

  /** A question that has answers is not taken away: the database refuses it, at the end of the transaction, when answers that go with the same session have gone. */
  @ManyToOne(() => FormQuestion, { primary: true, fieldName: 'question_uuid', deleteRule: 'no action', updateRule: 'no action', deferMode: DeferMode.INITIALLY_DEFERRED })
  @Field(() => FormQuestion, { nullable: true, description: 'The question as it was asked; null for one that you may not see.' })
  question!: FormQuestion | null;

  /** Their address, by which they find what is kept about them. */
  @Property({ type: 'text' })
  email!: string;

  @Property({ type: 'text', nullable: true })
  @Field(() => String, { nullable: true, description: 'Free text.' })
  text!: string | null;

  @Enum({ items: () => LOCALE_TAGS, nullable: true })
  @Field(() => LocaleScalar, { nullable: true, description: 'The language of the page on which a text was written; null where there is no text.' })
  locale!: Locale | null;

  @Property({ type: new ArrayType(), columnType: 'text[]', nullable: true })
  codes!: string[] | null;

  @Field(() => [FormChoice], { description: 'The choices that were made, in the order of the question.' })
  choices!: FormChoice[];

  @Field(() => Country, { nullable: true, description: 'The country.' })
  country!: Country | null;

  @Field(() => Language, { nullable: true, description: 'The language.' })
  language!: Language | null;

  @Field(() => Boolean, { nullable: true, description: 'Yes or no.' })
  isYes!: boolean | null;

  @Enum({ items: () => CefrLevel, nullable: true })
  @Field(() => CefrLevel, { nullable: true, description: 'How well they speak the language.' })
  level!: CefrLevel | null;

  @Property({ type: 'date', nullable: true })
  @Field(() => GraphQLLocalDate, { nullable: true, description: 'The day.' })
  day!: string | null;

  @Field(() => AnswerFile, { nullable: true, description: 'The file.' })
  file!: AnswerFile | null;

  @Property({ type: new ArrayType(), columnType: 'text[]', nullable: true })
  @Field(() => [AccessNeed], { nullable: true, description: 'What they need at table and to take part; null for another question.' })
  needs!: AccessNeed[] | null;

  @Property({ type: 'text', nullable: true })
  @Field(() => String, { nullable: true, description: 'The same in words.' })
  needsText!: string | null;
}
