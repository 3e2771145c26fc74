/** The documents of a training session. What is in them is kept in a table of its own, which nothing reads that lists them. */
import { Check, Entity, Enum, Index, ManyToOne, OneToOne, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { type Locale, LOCALE_TAGS } from '@passerelle/shared/locales.ts';
import { Field, Int, ObjectType } from 'type-graphql';
import { Person } from '../accounts/index.ts';
import { FileKind } from '../core/files/index.ts';
import { Node } from '../core/reader/index.ts';
import { LocaleScalar } from '../core/translation/index.ts';
import { TrainingSession } from '../trainings/index.ts';
import { SessionDocumentVisibility } from './document-visibility.ts';

@ObjectType({ implements: Node, description: 'A document of a training session, for those whom it is for. Its file is at `/documents/<id>`.' })
@Entity({ tableName: 'session_document' })
@Check({ name: 'session_document_size', expression: 'size > 0' })
@Index({ properties: ['session', 'addedAt'] })
@Index({ properties: ['addedBy'] })
export class SessionDocument implements Node {
  id!: string;

  @PrimaryKey({ type: 'uuid' })
  uuid!: string;

  @ManyToOne(() => TrainingSession, { deleteRule: 'cascade', fieldName: 'session_uuid' })
  session!: TrainingSession;

  @Property({ type: 'integer', default: 1 })
  @Field(() => Int, { description: 'Raised by each change of what is said of it: whoever changes it says which one they have read.' })
  version!: number;

  @Property({ type: 'text' })
  @Field(() => String, { description: 'What it is called, in its own language.' })
  title!: string;

  @Enum({ items: () => LOCALE_TAGS })
  @Field(() => LocaleScalar, { description: 'The language that it is in.' })
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

  @Property({ type: 'timestamptz', defaultRaw: 'now()' })
  @Field(() => Date, { description: 'When it was added.' })
  addedAt!: Date;

  /** Who has added it; null when their account is gone. */
  @ManyToOne(() => Person, { nullable: true, deleteRule: 'set null' })
  addedBy!: Person | null;
}

@Entity({ tableName: 'session_document_file' })
export class SessionDocumentFile {
  @OneToOne(() => SessionDocument, { primary: true, deleteRule: 'cascade', fieldName: 'document_uuid' })
  document!: SessionDocument;

  @Property({ type: 'blob', hidden: true })
  bytes!: Buffer;
}
