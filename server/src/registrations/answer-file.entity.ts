/**
 * Files that were brought as answers. One waits for a day with whoever brought it, in the session in which they are signed in or by the link of an invitation; once
 * somebody is registered with it, it belongs to that answer and goes with it. What is in it stands in a table of its own, which nothing reads that lists files.
 */
import { Check, Entity, Enum, ManyToOne, OneToOne, PrimaryKey, Property, Unique } from '@mikro-orm/decorators/legacy';
import { Field, Int, ObjectType } from 'type-graphql';
import { Person, SignInSession } from '../accounts/index.ts';
import { FileCheckState, FileKind } from '../core/files/index.ts';
import { Node } from '../core/reader/index.ts';
import { FormQuestion } from '../questions/index.ts';
import { Registration } from './registration.entity.ts';

@ObjectType({ implements: Node, description: 'A file that was brought as an answer, for those who read the answer. What is in it is at `/answers/<id>`.' })
@Entity({ tableName: 'answer_file' })
@Check({ name: 'answer_file_size', expression: 'size > 0' })
@Check({
  name: 'answer_file_waits_or_is_kept',
  expression: 'case when registration_uuid is null then num_nonnulls(brought_by_id, link_hash) = 1 and num_nonnulls(brought_by_id, sign_in_id) <> 1 and num_nonnulls(email, link_hash) <> 1 else email is not null and num_nonnulls(brought_by_id, sign_in_id, link_hash) = 0 end',
})
@Unique({ properties: ['registration', 'question'] })
export class AnswerFile implements Node {
  id!: string;

  /** Drawn by the browser of who brings it. */
  @PrimaryKey({ type: 'uuid' })
  uuid!: string;

  /** The question as it was asked. */
  @ManyToOne(() => FormQuestion, { deleteRule: 'cascade', fieldName: 'question_uuid', index: true })
  question!: FormQuestion;

  /** Null while it waits. */
  @ManyToOne(() => Registration, { nullable: true, deleteRule: 'cascade', fieldName: 'registration_uuid' })
  registration!: Registration | null;

  /** The address of whose answer it is, by which they find what is kept about them; null while it waits with who is signed in. */
  @Property({ type: 'text', nullable: true, index: true })
  email!: string | null;

  @Property({ type: 'text' })
  @Field(() => String, { description: 'What whoever brought it calls it, without an ending.' })
  name!: string;

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

  @Property({ type: 'timestamptz', defaultRaw: 'now()' })
  broughtAt!: Date;

  /** Who has brought it signed in, as long as it waits. */
  @ManyToOne(() => Person, { nullable: true, deleteRule: 'cascade', index: true })
  broughtBy!: Person | null;

  /** The session in which they did: it goes with that. */
  @ManyToOne(() => SignInSession, { nullable: true, deleteRule: 'cascade', updateRule: 'cascade', fieldName: 'sign_in_id', index: true })
  signIn!: SignInSession | null;

  /** The secret of the link by which it was brought, as a hash, as long as it waits. */
  @Property({ type: 'text', nullable: true, index: true, hidden: true })
  linkHash!: string | null;
}

@Entity({ tableName: 'answer_file_content' })
export class AnswerFileContent {
  @OneToOne(() => AnswerFile, { primary: true, deleteRule: 'cascade', fieldName: 'file_uuid' })
  file!: AnswerFile;

  @Property({ type: 'blob', hidden: true })
  bytes!: Buffer;
}
