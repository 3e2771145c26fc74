/** Photos of a mission that is over, with its report: of nobody's knowledge but the adviser's circle. That one is public is a decision of its own, which says who has confirmed that nobody can be recognised. */
import { Check, Entity, Enum, Index, ManyToOne, OneToOne, PrimaryKey, Property, Unique } from '@mikro-orm/decorators/legacy';
import { type Locale, LOCALE_TAGS } from '@passerelle/shared/locales.ts';
import { GraphQLUUID } from 'graphql-scalars';
import { Field, Int, ObjectType } from 'type-graphql';
import { Person } from '../accounts/index.ts';
import { LocaleScalar, LocalizedText, ShownTranslation, Translated } from '../core/translation/index.ts';
import { Mission } from '../missions/index.ts';
import { PublishedPhoto } from './published-photo.entity.ts';

@ObjectType({ description: 'A photo of a mission, a WebP at `/mission-photos/MissionPhoto_<key>`: seen by the adviser.' })
@Entity({ tableName: 'mission_photo' })
@Check({ name: 'mission_photo_by_chance', expression: `substr(uuid::text, 15, 1) = '4'` })
@Check({ name: 'mission_photo_sides', expression: 'size > 0 and width > 0 and height > 0' })
@Index({ properties: ['mission', 'position'] })
export class MissionPhoto extends Translated {
  @PrimaryKey({ type: 'uuid' })
  uuid!: string;

  @Field(() => GraphQLUUID, { description: 'Its key: that under which it was brought.' })
  key!: string;

  @ManyToOne(() => Mission, { deleteRule: 'cascade', fieldName: 'mission_uuid' })
  mission!: Mission;

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

  @Property({ type: 'integer', default: 1 })
  @Field(() => Int, { description: 'Raised by each change of what is said of it: whoever changes or publishes it says which one they have read.' })
  version!: number;

  @Field(() => LocalizedText, { description: 'What can be seen on it.' })
  caption!: LocalizedText;

  @Field(() => [MissionPhotoTranslation], { description: 'The same in every language in which it is said, and nowhere from another language.' })
  texts!: MissionPhotoTranslation[];
}

@ObjectType({ description: 'What can be seen on a photo of a mission, in one language.' })
@Entity({ tableName: 'mission_photo_translation' })
export class MissionPhotoTranslation extends ShownTranslation {
  @ManyToOne(() => MissionPhoto, { primary: true, deleteRule: 'cascade', fieldName: 'photo_uuid' })
  photo!: MissionPhoto;

  @Enum({ items: () => LOCALE_TAGS, primary: true })
  override locale!: Locale;

  @Property({ type: 'text', nullable: true })
  @Field(() => String, { nullable: true, description: 'What can be seen on it.' })
  caption!: string | null;
}

@ObjectType({ description: 'That a photo of a mission is public: the adviser has confirmed that no victim, no protected place and nobody without their consent can be recognised on it. Seen by the adviser.' })
@Entity({ tableName: 'photo_decision' })
@Unique({ properties: ['published'] })
@Index({ properties: ['confirmedBy'] })
export class PhotoDecision {
  @OneToOne(() => MissionPhoto, { primary: true, deleteRule: 'cascade', fieldName: 'photo_uuid', unique: false })
  photo!: MissionPhoto;

  @ManyToOne(() => PublishedPhoto, { deleteRule: 'cascade', fieldName: 'published_uuid' })
  published!: PublishedPhoto;

  @Property({ type: 'integer' })
  @Field(() => Int, { description: 'The `version` of the photo that is public: what was said of it since then is not.' })
  photoVersion!: number;

  @Property({ type: 'timestamptz', defaultRaw: 'now()' })
  @Field(() => Date, { description: 'When that was confirmed.' })
  confirmedAt!: Date;

  /** Null when their account is gone. */
  @ManyToOne(() => Person, { nullable: true, deleteRule: 'set null' })
  confirmedBy!: Person | null;

  @Field(() => String, { nullable: true, description: 'Who confirmed it; null when their account is gone.' })
  confirmedByName!: string | null;
}
