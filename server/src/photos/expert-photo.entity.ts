/** The photo of an expert: the one that stands on the sheet, and the one that its expert proposes. Who sees it is chosen for the very picture: another has another key, and nobody has agreed to it. */
import { Check, Entity, Enum, ManyToOne, OneToOne, PrimaryKey, Property, Unique } from '@mikro-orm/decorators/legacy';
import { type Locale, LOCALE_TAGS } from '@passerelle/shared/locales.ts';
import { GraphQLLocalDate, GraphQLUUID } from 'graphql-scalars';
import { Field, Int, ObjectType } from 'type-graphql';
import { Visibility } from '../core/consent/index.ts';
import { LocaleScalar } from '../core/translation/index.ts';
import { Expert, ExpertSheet } from '../experts/index.ts';

@ObjectType({ description: 'A photo of an expert, a WebP at `/portraits/ExpertPhoto_<key>`. To others than the adviser and the expert there is none unless they may see the name and the photo.' })
@Entity({ tableName: 'expert_photo' })
@Check({ name: 'expert_photo_by_chance', expression: `substr(uuid::text, 15, 1) = '4'` })
@Check({ name: 'expert_photo_sides', expression: 'size > 0 and width > 0 and height > 0' })
@Check({ name: 'expert_photo_consent', expression: 'consented_on is null or is_confirmed' })
@Check({
  name: 'expert_photo_declined',
  expression: '(declined_at is null or not is_confirmed) and (decline_reason is null or declined_at is not null and char_length(decline_reason) >= 1 and char_length(decline_reason) <= 500) and (decline_reason is null) = (reason_locale is null)',
})
@Unique({ properties: ['sheet', 'isConfirmed'] })
export class ExpertPhoto {
  @PrimaryKey({ type: 'uuid' })
  uuid!: string;

  @Field(() => GraphQLUUID, { description: 'Its key, drawn at random: the address of the picture, which says nothing of whose it is.' })
  key!: string;

  @ManyToOne(() => ExpertSheet, { deleteRule: 'cascade', fieldName: 'expert_uuid' })
  sheet!: ExpertSheet;

  @Property({ type: 'boolean' })
  @Field(() => Boolean, { description: 'Whether it stands on the sheet; false for one that its expert proposes.' })
  isConfirmed!: boolean;

  @Enum({ items: () => Visibility, default: 'ADVISER' })
  @Field(() => Visibility, { nullable: true, description: 'Who may see it, as long as they may see the name too: for the adviser and the expert; null for others.' })
  visibility!: Visibility | null;

  @Property({ type: 'timestamptz', nullable: true })
  @Field(() => Date, { nullable: true, description: 'When its expert chose that last; the same.' })
  chosenAt!: Date | null;

  @Property({ type: 'date', nullable: true })
  @Field(() => GraphQLLocalDate, { nullable: true, description: 'The day on which its expert said it, where the adviser has written it down; the same.' })
  consentedOn!: string | null;

  @Field(() => Expert, { description: 'The expert, as who asks sees them.' })
  expert!: Expert;

  @Property({ type: 'timestamptz', defaultRaw: 'now()' })
  broughtAt!: Date;

  @Property({ type: 'timestamptz', nullable: true })
  @Field(() => Date, { nullable: true, description: 'When the adviser declined to put it on the sheet, since when there is no picture; null where they have not. For the adviser and the expert.' })
  declinedAt!: Date | null;

  @Property({ type: 'text', nullable: true })
  @Field(() => String, { nullable: true, description: 'Why; null where nothing is said of it. The same.' })
  declineReason!: string | null;

  @Enum({ items: () => LOCALE_TAGS, nullable: true })
  @Field(() => LocaleScalar, { nullable: true, description: 'The language in which that is written; null without. The same.' })
  reasonLocale!: Locale | null;

  @Property({ type: 'integer' })
  @Field(() => Int, { description: 'How wide it is, in pixels.' })
  width!: number;

  @Property({ type: 'integer' })
  @Field(() => Int, { description: 'How high it is, in pixels.' })
  height!: number;

  /** In bytes. */
  @Property({ type: 'integer' })
  size!: number;
}

/** In a table of its own, which nothing reads that lists photos. */
@Entity({ tableName: 'expert_photo_file' })
export class ExpertPhotoFile {
  @OneToOne(() => ExpertPhoto, { primary: true, deleteRule: 'cascade', fieldName: 'photo_uuid' })
  photo!: ExpertPhoto;

  @Property({ type: 'blob', hidden: true })
  bytes!: Buffer;
}
