/** The checks of files for viruses: of each file that was brought since there is something to check with, one. */
import { Check, Entity, ManyToOne, OneToOne, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { Person } from '../accounts/index.ts';
import { ClearanceFile } from '../clearances/index.ts';
import { SessionDocument } from '../documents/index.ts';
import { AnswerFile } from '../registrations/index.ts';

/** It goes with its file. */
@Entity({ tableName: 'file_check' })
@Check({ name: 'file_check_of_one', expression: 'num_nonnulls(document_uuid, answer_uuid, clearance_uuid) = 1' })
export class FileCheck {
  @PrimaryKey({ type: 'uuid', defaultRaw: 'gen_random_uuid()' })
  uuid!: string;

  @OneToOne(() => SessionDocument, { nullable: true, deleteRule: 'cascade', fieldName: 'document_uuid' })
  document!: SessionDocument | null;

  @OneToOne(() => AnswerFile, { nullable: true, deleteRule: 'cascade', fieldName: 'answer_uuid' })
  answer!: AnswerFile | null;

  @OneToOne(() => ClearanceFile, { nullable: true, deleteRule: 'cascade', fieldName: 'clearance_uuid' })
  clearance!: ClearanceFile | null;

  @Property({ type: 'timestamptz', defaultRaw: 'now()' })
  broughtAt!: Date;

  /** Null while the file waits, and is given to nobody. */
  @Property({ type: 'timestamptz', nullable: true })
  checkedAt!: Date | null;

  /** Who is told where something is found; null for who has brought it by a link, or whose account is gone. */
  @ManyToOne(() => Person, { nullable: true, deleteRule: 'set null', index: true })
  broughtBy!: Person | null;
}
