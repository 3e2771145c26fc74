/** Where an expert without an account is written to: in a table of its own, which no view shows, for the adviser. */
import { Check, Entity, Enum, Index, OneToOne, Property } from '@mikro-orm/decorators/legacy';
import { type Locale, LOCALE_TAGS } from '@passerelle/shared/locales.ts';
import { Field, ObjectType } from 'type-graphql';
import { LocaleScalar } from '../core/translation/index.ts';
import { ExpertSheet } from './expert-sheet.entity.ts';

@ObjectType({ description: 'Where an expert without an account is written to. Seen by the adviser alone.' })
@Entity({ tableName: 'expert_contact' })
@Check({ name: 'expert_contact_email', expression: 'email = lower(email)' })
@Index({ properties: ['email'] })
export class ExpertContact {
  @OneToOne(() => ExpertSheet, { primary: true, deleteRule: 'cascade', fieldName: 'expert_uuid' })
  expert!: ExpertSheet;

  @Property({ type: 'text' })
  @Field(() => String, { description: 'The address.' })
  email!: string;

  @Enum({ items: () => LOCALE_TAGS })
  @Field(() => LocaleScalar, { description: 'In which language.' })
  locale!: Locale;
}
