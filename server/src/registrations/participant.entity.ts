/** Who takes part in training sessions: a person of an organisation or of an authority, with or without an account. */
import { Check, Entity, Enum, Index, ManyToOne, PrimaryKey, Property, Unique } from '@mikro-orm/decorators/legacy';
import { type Locale, LOCALE_TAGS } from '@passerelle/shared/locales.ts';
import { Field, ObjectType, registerEnumType } from 'type-graphql';
import { Node } from '../core/reader/index.ts';
import { LocaleScalar } from '../core/translation/index.ts';
import { Country } from '../countries/index.ts';
import { Organisation } from '../organisations/index.ts';
import { Profession } from '../vocabulary/index.ts';

export const Sector = { AUTHORITY: 'AUTHORITY', CIVIL_SOCIETY: 'CIVIL_SOCIETY', OTHER: 'OTHER' } as const;
export type Sector = keyof typeof Sector;
registerEnumType(Sector, {
  name: 'Sector',
  description: 'Whom somebody works for.',
  valuesConfig: {
    AUTHORITY: { description: 'An authority of a country.' }, CIVIL_SOCIETY: { description: 'A non-governmental organisation.' }, OTHER: { description: 'Another body, such as an international organisation.' },
  },
});

@ObjectType({ implements: Node, description: 'Who takes part in training sessions. Seen by those who answer for the registration: themselves where they made it, who registers for the same organisation, the embassy in their country, the adviser.' })
@Entity({ tableName: 'participant' })
@Check({ name: 'participant_email', expression: 'email = lower(normalize(email, nfc))' })
@Check({ name: 'participant_place', expression: `case when country_code is null then organisation_slug is null and sector = 'OTHER' else organisation_slug is not null or sector = 'AUTHORITY' end` })
@Unique({ name: 'participant_once', expression: 'create unique index "participant_once" on "participant" ("organisation_slug", "country_code", "email") nulls not distinct' })
@Index({ properties: ['email'] })
export class Participant implements Node {
  id!: string;

  @PrimaryKey({ type: 'uuid' })
  uuid!: string;

  /** None for somebody who works for an authority, or registers themselves and works for neither. */
  @ManyToOne(() => Organisation, { nullable: true, deleteRule: 'cascade' })
  @Field(() => Organisation, { nullable: true, description: 'The organisation they work for; null for an authority, and for who works for neither.' })
  organisation!: Organisation | null;

  @Property({ type: 'text' })
  @Field(() => String, { description: 'Their name.' })
  name!: string;

  @Property({ type: 'text' })
  @Field(() => String, { description: 'Where mails to them go.' })
  email!: string;

  @Enum({ items: () => LOCALE_TAGS })
  @Field(() => LocaleScalar, { description: 'The language of the mails to them.' })
  locale!: Locale;

  @ManyToOne(() => Country, { nullable: true, deleteRule: 'cascade' })
  @Field(() => Country, { nullable: true, description: 'The country they work in: its embassy validates. Null for who works for no organisation and no authority: their registration says for which country.' })
  country!: Country | null;

  @ManyToOne(() => Profession, { nullable: true })
  @Field(() => Profession, { nullable: true, description: 'Their profession; null when nobody has said.' })
  profession!: Profession | null;

  @Enum({ items: () => Sector })
  @Field(() => Sector, { description: 'Whom they work for.' })
  sector!: Sector;

  @Property({ type: 'timestamptz', defaultRaw: 'now()' })
  createdAt!: Date;

  /** Whom this is another name or address of; none for somebody of their own. Nothing but the way in which they were registered stands in such a row. */
  @ManyToOne(() => Participant, { nullable: true, deleteRule: 'cascade', fieldName: 'merged_into_uuid', index: true })
  mergedInto!: Participant | null;

  /** What was sent when they became one: sent again it is as sent once. */
  @Property({ type: 'uuid', nullable: true })
  mergeKey!: string | null;

  @Property({ type: 'boolean', default: false })
  @Field(() => Boolean, { description: 'True for an invented person of the demonstration.' })
  isDemonstration!: boolean;
}
