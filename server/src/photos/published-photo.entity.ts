/** A photo that everybody sees with what is published of a mission: a copy, which leads to no mission and goes with what is published. */
import { Check, Entity, Enum, Index, ManyToOne, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { type Locale, LOCALE_TAGS } from '@passerelle/shared/locales.ts';
import { GraphQLUUID } from 'graphql-scalars';
import { Field, Int, ObjectType } from 'type-graphql';
import { LocaleScalar, LocalizedText, Translated, Translation } from '../core/translation/index.ts';
import { MissionPublication } from '../reports/index.ts';

@ObjectType({ description: 'A photo that is published of a mission, a WebP at `/photos/PublishedPhoto_<key>`: for everybody, as long as it is.' })
@Entity({ tableName: 'published_photo' })
@Check({ name: 'published_photo_by_chance', expression: `substr(uuid::text, 15, 1) = '4'` })
@Index({ properties: ['publication', 'position'] })
export class PublishedPhoto extends Translated {
  @PrimaryKey({ type: 'uuid' })
  uuid!: string;

  @Field(() => GraphQLUUID, { description: 'Its key, drawn at random: the address of the picture.' })
  key!: string;

  @ManyToOne(() => MissionPublication, { deleteRule: 'cascade', fieldName: 'publication_uuid' })
  publication!: MissionPublication;

  @Property({ type: 'integer' })
  position!: number;

  @Property({ type: 'text', nullable: true })
  @Field(() => String, { nullable: true, description: 'Which service or organisation took it, by its own name; null where nothing is said of it.' })
  credit!: string | null;

  @Field(() => LocaleScalar, { description: 'The language in which that is written.' })
  creditLocale!: Locale;

  @Property({ type: 'integer' })
  @Field(() => Int, { description: 'How wide it is, in pixels.' })
  width!: number;

  @Property({ type: 'integer' })
  @Field(() => Int, { description: 'How high it is, in pixels.' })
  height!: number;

  /** In bytes. */
  @Property({ type: 'integer' })
  size!: number;

  @Property({ type: 'blob', hidden: true, lazy: true })
  bytes!: Buffer;

  @Field(() => LocalizedText, { description: 'What can be seen on it.' })
  caption!: LocalizedText;
}

@Entity({ tableName: 'published_photo_translation' })
export class PublishedPhotoTranslation extends Translation {
  @ManyToOne(() => PublishedPhoto, { primary: true, deleteRule: 'cascade', fieldName: 'photo_uuid' })
  photo!: PublishedPhoto;

  @Enum({ items: () => LOCALE_TAGS, primary: true })
  locale!: Locale;

  @Property({ type: 'text' })
  caption!: string;
}
