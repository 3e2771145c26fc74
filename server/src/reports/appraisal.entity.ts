/** How the adviser has found an expert on a mission: the adviser's circle reads it, and the expert in the file of their own data. */
import { Check, Entity, Enum, Index, ManyToOne, Property } from '@mikro-orm/decorators/legacy';
import { type Locale, LOCALE_TAGS } from '@passerelle/shared/locales.ts';
import { GraphQLUUID } from 'graphql-scalars';
import { Field, Int, ObjectType } from 'type-graphql';
import { LocaleScalar, LocalizedText } from '../core/translation/index.ts';
import { ExpertSheet } from '../experts/index.ts';
import { Mission } from '../missions/index.ts';

@ObjectType({ description: 'How the adviser has found an expert on a mission: seen by the adviser; the expert finds it in the file of their own data.' })
@Entity({ tableName: 'appraisal' })
@Check({ name: 'appraisal_marks', expression: 'expertise >= 1 and expertise <= 4 and exchange >= 1 and exchange <= 4 and reliability >= 1 and reliability <= 4' })
@Check({ name: 'appraisal_words', expression: 'char_length(text) <= 2000 and (text is null) = (locale is null)' })
@Index({ properties: ['sheet'] })
export class Appraisal {
  @ManyToOne(() => Mission, { primary: true, deleteRule: 'cascade', fieldName: 'mission_uuid' })
  mission!: Mission;

  @ManyToOne(() => ExpertSheet, { primary: true, deleteRule: 'cascade', fieldName: 'expert_uuid' })
  sheet!: ExpertSheet;

  @Field(() => GraphQLUUID, { description: 'Of which expert, by their key.' })
  expertKey!: string;

  @Field(() => LocalizedText, { description: 'On which mission, by its title.' })
  title!: LocalizedText;

  @Property({ type: 'integer' })
  @Field(() => Int, { description: 'What they know and can do, from 1 (it was lacking) to 4 (it was outstanding).' })
  expertise!: number;

  @Property({ type: 'integer' })
  @Field(() => Int, { description: 'How they exchanged with those whom they met, from 1 to 4.' })
  exchange!: number;

  @Property({ type: 'integer' })
  @Field(() => Int, { description: 'How far they could be relied on, from 1 to 4.' })
  reliability!: number;

  @Property({ type: 'text', nullable: true })
  @Field(() => String, { nullable: true, description: 'What else is said of it.' })
  text!: string | null;

  @Enum({ items: () => LOCALE_TAGS, nullable: true })
  @Field(() => LocaleScalar, { nullable: true, description: 'In which language; null without a text.' })
  locale!: Locale | null;

  @Property({ type: 'timestamptz', defaultRaw: 'now()' })
  @Field(() => Date, { description: 'When it was last written.' })
  writtenAt!: Date;

  @Property({ type: 'integer', default: 1 })
  @Field(() => Int, { description: 'Raised by each change of it: whoever changes it says which one they have read.' })
  version!: number;
}
