/** What an expert proposes for their own sheet, until the adviser has decided: the public reads what was confirmed meanwhile. */
import { JsonType } from '@mikro-orm/core';
import { Check, Entity, Enum, Index, ManyToOne, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { type Locale, LOCALE_TAGS } from '@passerelle/shared/locales.ts';
import { GraphQLCountryCode, GraphQLUUID } from 'graphql-scalars';
import { Field, Int, ObjectType } from 'type-graphql';
import { LocaleScalar } from '../core/translation/index.ts';
import { CefrLevel } from '../vocabulary/index.ts';
import { ExpertField } from './expert-fault.ts';
import { Expert } from './expert.entity.ts';
import { ExpertSheet } from './expert-sheet.entity.ts';
import type { ProposalDecision as Decision, ProposedContent } from './proposal-content.ts';

@ObjectType({ description: 'A language on a proposed sheet, and how well.' })
export class ProposedLanguage {
  @Field(() => String, { description: 'The language, by its code.' })
  language!: string;

  @Field(() => CefrLevel, { description: 'How well.' })
  level!: CefrLevel;
}

@ObjectType({ description: 'What an expert’s sheet says of what is theirs to propose. Codes are those of the vocabularies.' })
export class ProposedSheet {
  @Field(() => LocaleScalar, { description: 'The language of the summary.' })
  sourceLocale!: Locale;

  @Field(() => String, { description: 'The name.' })
  name!: string;

  @Field(() => String, { description: 'The profession, by its code.' })
  profession!: string;

  @Field(() => String, { nullable: true, description: 'The corps of the French State, by its own name in French.' })
  corps!: string | null;

  @Field(() => String, { description: 'The institution, by its code.' })
  institution!: string;

  @Field(() => String, { description: 'What they bring, in a few sentences.' })
  summary!: string;

  @Field(() => [ProposedLanguage], { description: 'The languages they work in, in the order of their codes.' })
  languages!: ProposedLanguage[];

  @Field(() => [String], { description: 'The themes they work on, by their codes.' })
  themes!: string[];

  @Field(() => [GraphQLCountryCode], { description: 'The countries they know.' })
  countries!: string[];
}

@ObjectType('ProposalDecision', { description: 'What the adviser has decided about a field that an expert proposed to change.' })
export class ProposalDecisionType implements Decision {
  @Field(() => ExpertField, { description: 'Which field; `SUMMARY` is about its language too.' })
  field!: Decision['field'];

  @Field(() => Boolean, { description: 'Whether it stands on the sheet now.' })
  isTaken!: boolean;

  @Field(() => String, { nullable: true, description: 'Why not; null where it was taken.' })
  reason!: string | null;
}

@ObjectType({ description: 'What an expert proposes for their own sheet. For them, and for the adviser, who takes or declines each field.' })
@Entity({ tableName: 'expert_proposal' })
@Index({ name: 'expert_proposal_expert_uuid_index', properties: ['sheet'] })
@Index({ name: 'expert_proposal_open', expression: 'create unique index "expert_proposal_open" on "expert_proposal" ("expert_uuid") where decided_at is null' })
@Check({ name: 'expert_proposal_decided', expression: '(decided_at is null) = (decisions is null) and (decided_at is not null or reason_locale is null)' })
export class SheetProposal {
  @PrimaryKey({ type: 'uuid' })
  uuid!: string;

  @Field(() => GraphQLUUID, { description: 'Its key.' })
  key!: string;

  @ManyToOne(() => ExpertSheet, { deleteRule: 'cascade', fieldName: 'expert_uuid' })
  sheet!: ExpertSheet;

  @Field(() => Expert, { description: 'The expert, as who asks sees them; their sheet says what stands there now.' })
  expert!: Expert;

  @Property({ type: 'integer', default: 1 })
  @Field(() => Int, { description: 'Raised by one each time that its expert changes it: whoever changes it or decides says which one they have read.' })
  version!: number;

  @Property({ type: 'integer' })
  @Field(() => Int, { description: 'The `version` of the sheet that its expert had read.' })
  sheetVersion!: number;

  @Property({ type: 'timestamptz', defaultRaw: 'now()' })
  @Field(() => Date, { description: 'When it was proposed, or last changed by its expert.' })
  proposedAt!: Date;

  /** What stood on the sheet when it was proposed. */
  @Property({ type: JsonType, columnType: 'jsonb' })
  @Field(() => ProposedSheet, { description: 'What stood on the sheet then.' })
  base!: ProposedContent;

  @Property({ type: JsonType, columnType: 'jsonb' })
  @Field(() => ProposedSheet, { description: 'What is proposed to stand there.' })
  content!: ProposedContent;

  @Field(() => [ExpertField], { description: 'In which fields they differ; `SUMMARY` where its language does too.' })
  fields!: ExpertField[];

  @Property({ type: 'timestamptz', nullable: true })
  @Field(() => Date, { nullable: true, description: 'When the adviser decided; null while they have not.' })
  decidedAt!: Date | null;

  @Property({ type: JsonType, columnType: 'jsonb', nullable: true })
  @Field(() => [ProposalDecisionType], { nullable: true, description: 'What they decided about each field; null while they have not.' })
  decisions!: Decision[] | null;

  @Enum({ items: () => LOCALE_TAGS, nullable: true })
  @Field(() => LocaleScalar, { nullable: true, description: 'The language in which the reasons are written; null where there are none.' })
  reasonLocale!: Locale | null;
}
