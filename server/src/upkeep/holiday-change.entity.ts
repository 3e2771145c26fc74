/** How the public holidays of a country were corrected: what was said of a day, by whom for what service, and where it is known from. */
import { Check, Entity, Enum, Index, ManyToOne, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { type Locale, LOCALE_TAGS } from '@passerelle/shared/locales.ts';
import { GraphQLDateTimeISO, GraphQLLocalDate } from 'graphql-scalars';
import { Field, ObjectType } from 'type-graphql';
import { MemberRole } from '../accounts/index.ts';
import { Provenance, Sourced } from '../core/provenance/index.ts';
import { LocaleScalar } from '../core/translation/index.ts';
import { Country } from '../countries/index.ts';
import { HolidayChangeKind } from './upkeep-words.ts';

@ObjectType({ description: 'A correction of the public holidays of a country, by its embassy or the adviser.' })
@Entity({ tableName: 'holiday_change' })
@Check({ name: 'holiday_change_source', expression: `source <> '' and name <> '' and (source_url is null or source_url ~ '^https?://') and is_verified = (checked_on is not null)` })
@Index({ properties: ['country', 'date', 'changedAt'] })
export class HolidayChange extends Sourced {
  @PrimaryKey({ type: 'uuid', defaultRaw: 'gen_random_uuid()' })
  uuid!: string;

  @ManyToOne(() => Country, { deleteRule: 'cascade' })
  country!: Country;

  @Property({ type: 'date' })
  @Field(() => GraphQLLocalDate, { description: 'The day.' })
  date!: string;

  @Property({ type: 'date', nullable: true })
  @Field(() => GraphQLLocalDate, { nullable: true, description: 'The day on which it was said to be before, where it was moved; else null.' })
  wasOn!: string | null;

  @Enum({ items: () => HolidayChangeKind })
  @Field(() => HolidayChangeKind, { description: 'What was done.' })
  kind!: HolidayChangeKind;

  @Property({ type: 'text' })
  @Field(() => String, { description: 'What it was called then.' })
  name!: string;

  @Enum({ items: () => LOCALE_TAGS })
  @Field(() => LocaleScalar, { description: 'The language of that name.' })
  locale!: Locale;

  @Property({ type: 'datetime', columnType: 'timestamptz', defaultRaw: 'clock_timestamp()' })
  @Field(() => GraphQLDateTimeISO, { description: 'When it was done.' })
  changedAt!: string;

  /** As which service of the post, or as the adviser or the team: read by nobody, who learns whether it was the post. */
  @Enum({ items: () => MemberRole })
  changedAs!: MemberRole;

  @Field(() => Boolean, { description: 'Whether a service of the post of the country said so; false where the adviser or the team did.' })
  isByPost!: boolean;

  @Property({ type: 'boolean', default: false })
  @Field(() => Boolean, { description: 'True for an invented one of the demonstration.' })
  isDemonstration!: boolean;

  @Field(() => Provenance, { description: 'Where it is known from, as was typed, and when that was read.' })
  provenance!: Provenance;
}
