/** What whoever travels to a country should know, as its post says it in its own language. */
import { Check, Entity, Enum, ManyToOne, PrimaryKey, Property, Unique } from '@mikro-orm/decorators/legacy';
import { type Locale, LOCALE_TAGS } from '@passerelle/shared/locales.ts';
import { GraphQLDateTimeISO, GraphQLLocalDate } from 'graphql-scalars';
import { Field, Int, ObjectType } from 'type-graphql';
import { MemberRole } from '../accounts/index.ts';
import { LocalizedText, ShownTranslation, Translated } from '../core/translation/index.ts';
import { Country } from '../countries/index.ts';

@ObjectType({ description: 'What whoever travels to a country should know: seen by the adviser, by posts, and by whoever comes on an agreed leg of a mission there.' })
@Entity({ tableName: 'travel_note' })
@Unique({ properties: ['country', 'isDemonstration'], name: 'travel_note_once' })
@Check({ name: 'travel_note_day', expression: `checked_on <= ((entered_at at time zone 'UTC')::date + 1)` })
export class TravelNote extends Translated {
  @PrimaryKey({ type: 'uuid', defaultRaw: 'gen_random_uuid()' })
  uuid!: string;

  @ManyToOne(() => Country, { deleteRule: 'cascade' })
  country!: Country;

  @Property({ type: 'date' })
  @Field(() => GraphQLLocalDate, { description: 'The day on which the post last read it and found that it still holds.' })
  checkedOn!: string;

  @Property({ type: 'datetime', columnType: 'timestamptz', defaultRaw: 'clock_timestamp()' })
  @Field(() => GraphQLDateTimeISO, { description: 'When that was entered.' })
  enteredAt!: string;

  /** As which service of the post, or as the adviser or the team: read by nobody, who learns whether it was the post. */
  @Enum({ items: () => MemberRole })
  enteredAs!: MemberRole;

  @Field(() => Boolean, { description: 'Whether a service of the post of the country said so; false where the adviser or the team did.' })
  isByPost!: boolean;

  @Property({ type: 'integer', default: 1 })
  @Field(() => Int, { description: 'Raised by each change: whoever changes it says which one they have read.' })
  version!: number;

  @Property({ type: 'boolean', default: false })
  @Field(() => Boolean, { description: 'True for an invented one of the demonstration.' })
  isDemonstration!: boolean;

  @Field(() => LocalizedText, { description: 'What to know.' })
  text!: LocalizedText;

  @Field(() => [TravelNoteTranslation], { description: 'It, in every language in which it is said, and nowhere from another language.' })
  texts!: TravelNoteTranslation[];
}

@ObjectType({ description: 'What whoever travels to a country should know, in one language.' })
@Entity({ tableName: 'travel_note_translation' })
export class TravelNoteTranslation extends ShownTranslation {
  @ManyToOne(() => TravelNote, { primary: true, deleteRule: 'cascade', fieldName: 'note_uuid' })
  note!: TravelNote;

  @Enum({ items: () => LOCALE_TAGS, primary: true })
  override locale!: Locale;

  @Property({ type: 'text', nullable: true })
  @Field(() => String, { nullable: true, description: 'What to know; null where it is not said in it.' })
  text!: string | null;
}
