/** The documents of a training session. What is in them is kept in a table of its own, which nothing reads that lists them. */
import { Check, Entity, Enum, Index, ManyToOne, OneToOne, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { type Locale, LOCALE_TAGS } from '@passerelle/shared/locales.ts';
import { Field, Int, ObjectType } from 'type-graphql';
import { Person } from '../accounts/index.ts';
import { FileCheckState, FileKind } from '../core/files/index.ts';
import { Node } from '../core/reader/index.ts';
import { LocaleScalar, LocalizedText, Translated, Translation } from '../core/translation/index.ts';
import { TrainingSession } from '../trainings/index.ts';
import { SessionDocumentVisibility } from './document-visibility.ts';

@ObjectType({ implements: Node, description: 'A document of a training session, for those whom it is for. Its file is at `/documents/<id>`.' })
@Entity({ tableName: 'session_document' })
@Check({ name: 'session_document_size', expression: 'size > 0' })
@Index({ properties: ['session', 'addedAt'] })
@Index({ properties: ['addedBy'] })
export class SessionDocument extends Translated implements Node {
  id!: string;

  @PrimaryKey({ type: 'uuid' })
  uuid!: string;

  @ManyToOne(() => TrainingSession, { deleteRule: 'cascade', fieldName: 'session_uuid' })
  session!: TrainingSession;

  @Property({ type: 'integer', default: 1 })
  @Field(() => Int, { description: 'Raised by each change of what is said of it: whoever changes it says which one they have read.' })
  version!: number;

  @Field(() => LocalizedText, { description: 'What it is called. Its file stays in its own language, whatever this is in.' })
  title!: LocalizedText;

  @Field(() => [SessionDocumentTranslation], { description: 'What it is called in every language in which that is said, and nowhere from another.' })
  texts!: SessionDocumentTranslation[];

  @Field(() => LocaleScalar, { description: 'The language that it is in, in which its title was first written.' })
  locale!: Locale;

  @Enum({ items: () => FileKind })
  @Field(() => FileKind, { description: 'What it is, as its content shows.' })
  kind!: FileKind;

  @Enum({ items: () => SessionDocumentVisibility })
  @Field(() => SessionDocumentVisibility, { description: 'Whom it is for.' })
  visibility!: SessionDocumentVisibility;

  @Property({ type: 'integer' })
  @Field(() => Int, { description: 'How long its file is, in bytes.' })
  size!: number;

  @Field(() => FileCheckState, { description: 'Whether its file was looked at for viruses.' })
  check!: FileCheckState;

  @Field(() => Date, { nullable: true, description: 'When it was; null where it was not, or is about to be.' })
  checkedAt!: Date | null;

  @Property({ type: 'timestamptz', defaultRaw: 'now()' })
  @Field(() => Date, { description: 'When it was added.' })
  addedAt!: Date;

  /** Who has added it; null when their account is gone. */
  @ManyToOne(() => Person, { nullable: true, deleteRule: 'set null' })
  addedBy!: Person | null;
}

@ObjectType({ description: 'What a document of a training session is called in one language.' })
@Entity({ tableName: 'session_document_translation' })
export class SessionDocumentTranslation extends Translation {
  @ManyToOne(() => SessionDocument, { primary: true, deleteRule: 'cascade', fieldName: 'document_uuid' })
  document!: SessionDocument;

  @Enum({ items: () => LOCALE_TAGS, primary: true })
  @Field(() => LocaleScalar, { description: 'Which language.' })
  locale!: Locale;

  @Field(() => Boolean, { description: 'Whether it is the one that the document is in.' })
  isSource!: boolean;

  @Field(() => Boolean, { description: 'Whether the title in the language of the document has changed since.' })
  isOutdated!: boolean;

  @Property({ type: 'text' })
  @Field(() => String, { description: 'Its title.' })
  title!: string;
}

@Entity({ tableName: 'session_document_file' })
export class SessionDocumentFile {
  @OneToOne(() => SessionDocument, { primary: true, deleteRule: 'cascade', fieldName: 'document_uuid' })
  document!: SessionDocument;

  @Property({ type: 'blob', hidden: true })
  bytes!: Buffer;
}
