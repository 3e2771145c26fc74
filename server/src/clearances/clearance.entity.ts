/** What an authority or an employer has allowed an expert: to be away on missions, from one day to another, or on one of them alone. There is no other state: a clearance is there, or it is not. */
import { Check, Entity, Enum, Index, ManyToOne, OneToOne, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { type Locale, LOCALE_TAGS } from '@passerelle/shared/locales.ts';
import { GraphQLLocalDate } from 'graphql-scalars';
import { Field, Int, ObjectType } from 'type-graphql';
import { FileCheckState, FileKind } from '../core/files/index.ts';
import { Node } from '../core/reader/index.ts';
import { LocaleScalar } from '../core/translation/index.ts';
import { ExpertSheet } from '../experts/index.ts';
import { Mission } from '../missions/index.ts';

@ObjectType({ implements: Node, description: 'A clearance of an expert: that an authority or an employer lets them go on missions on some days. For the adviser, and for the expert whose account the sheet belongs to: one that is for a mission, as long as they read a leg of theirs of it. Its document is at `/clearances/<id>`.' })
@Entity({ tableName: 'clearance' })
@Check({ name: 'clearance_days', expression: 'until_on >= from_on' })
@Check({ name: 'clearance_lasts', expression: 'until_on - from_on <= 1827' })
@Check({ name: 'clearance_given_by', expression: `given_by <> ''` })
@Index({ properties: ['expert', 'fromOn'] })
@Index({ properties: ['mission'] })
export class Clearance implements Node {
  id!: string;

  @PrimaryKey({ type: 'uuid' })
  uuid!: string;

  @ManyToOne(() => ExpertSheet, { deleteRule: 'cascade' })
  expert!: ExpertSheet;

  /** It was given for this mission alone, and goes with it. */
  @ManyToOne(() => Mission, { nullable: true, deleteRule: 'cascade' })
  @Field(() => Mission, { nullable: true, description: 'The only mission for which it counts; null where it counts for all of them, or where missions are not for you.' })
  mission!: Mission | null;

  @Field(() => Boolean, { description: 'Whether it counts for one mission alone.' })
  isForMission!: boolean;

  @Property({ type: 'integer', default: 1 })
  @Field(() => Int, { description: 'Raised by each change of what is said of it and of its document: whoever changes or removes it says which one they have read.' })
  version!: number;

  @Property({ type: 'date' })
  @Field(() => GraphQLLocalDate, { description: 'The first day of it.' })
  fromOn!: string;

  @Property({ type: 'date' })
  @Field(() => GraphQLLocalDate, { description: 'The last day of it.' })
  untilOn!: string;

  @Property({ type: 'text' })
  @Field(() => String, { description: 'Which authority or employer gave it.' })
  givenBy!: string;

  @Property({ type: 'date' })
  @Field(() => GraphQLLocalDate, { description: 'The day on which it was given.' })
  givenOn!: string;

  @Property({ type: 'text', nullable: true })
  @Field(() => String, { nullable: true, description: 'What else is to be known of it.' })
  remark!: string | null;

  @Enum({ items: () => LOCALE_TAGS })
  @Field(() => LocaleScalar, { description: 'The language in which its texts are written.' })
  locale!: Locale;
}

@ObjectType({ description: 'The document of a clearance.' })
@Entity({ tableName: 'clearance_file' })
@Check({ name: 'clearance_file_size', expression: 'size > 0' })
export class ClearanceFile {
  @OneToOne(() => Clearance, { primary: true, deleteRule: 'cascade', fieldName: 'clearance_uuid' })
  clearance!: Clearance;

  @Enum({ items: () => FileKind })
  @Field(() => FileKind, { description: 'What it is, as its content shows.' })
  kind!: FileKind;

  @Property({ type: 'integer' })
  @Field(() => Int, { description: 'How long it is, in bytes.' })
  size!: number;

  @Field(() => FileCheckState, { description: 'Whether it was looked at for viruses.' })
  check!: FileCheckState;

  @Field(() => Date, { nullable: true, description: 'When it was; null where it was not, or is about to be.' })
  checkedAt!: Date | null;
}

@Entity({ tableName: 'clearance_file_content' })
export class ClearanceFileContent {
  @OneToOne(() => ClearanceFile, { primary: true, deleteRule: 'cascade', fieldName: 'clearance_uuid' })
  file!: ClearanceFile;

  @Property({ type: 'blob', hidden: true })
  bytes!: Buffer;
}
