/** Addresses of calendars that somebody has made for the programs that read them: each is a key, kept as a hash. */
import { Check, Entity, Enum, Index, ManyToOne, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { type Locale, LOCALE_TAGS } from '@passerelle/shared/locales.ts';
import { GraphQLLocalDate } from 'graphql-scalars';
import { Field, ObjectType } from 'type-graphql';
import { Person } from '../accounts/index.ts';
import { Node } from '../core/reader/index.ts';
import { LocaleScalar } from '../core/translation/index.ts';
import { Country } from '../countries/index.ts';
import { Theme } from '../vocabulary/index.ts';

@ObjectType({ implements: Node, description: 'An address that you have made, at which a program reads a calendar of yours. The address itself is told when it is made, and again only to whoever asks for it with the same key; it is kept nowhere.' })
@Entity({ tableName: 'calendar_link' })
@Index({ properties: ['person'] })
@Check({ name: 'calendar_link_of_one', expression: 'country_code is null or theme_code is null' })
export class CalendarLink implements Node {
  id!: string;

  @PrimaryKey({ type: 'uuid' })
  uuid!: string;

  @ManyToOne(() => Person, { deleteRule: 'cascade' })
  person!: Person;

  @ManyToOne(() => Country, { nullable: true, deleteRule: 'cascade' })
  @Field(() => Country, { nullable: true, description: 'Of the embassy in which country it is the calendar; null for your own and for that of a theme.' })
  country!: Country | null;

  @ManyToOne(() => Theme, { nullable: true, deleteRule: 'cascade' })
  @Field(() => Theme, { nullable: true, description: 'Of which theme it is the calendar; null for your own and for that of an embassy.' })
  theme!: Theme | null;

  @Enum({ items: () => LOCALE_TAGS })
  @Field(() => LocaleScalar, { description: 'The language of the calendar.' })
  locale!: Locale;

  /** The secret that stands in the address, as a hash. */
  @Property({ type: 'text', unique: true, hidden: true })
  secretHash!: string;

  @Property({ type: 'timestamptz', defaultRaw: 'now()' })
  @Field(() => Date, { description: 'When you made it.' })
  createdAt!: Date;

  @Property({ type: 'date', nullable: true })
  @Field(() => GraphQLLocalDate, { nullable: true, description: 'The day on which it was last used; null when it never was. One that nobody uses for a year is removed.' })
  lastUsedOn!: string | null;

  /** From which day that year counts: the one on which it was last used, else made. */
  @Property({ type: 'date', defaultRaw: 'current_date' })
  keptFrom!: string;
}
