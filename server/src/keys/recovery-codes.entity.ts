/** The codes for when every key is lost, as hashes: one that was used is gone. */
import { ArrayType } from '@mikro-orm/core';
import { Entity, ManyToOne, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { Person } from '../accounts/index.ts';

@Entity({ tableName: 'recovery_codes' })
export class RecoveryCodes {
  @PrimaryKey({ type: 'uuid' })
  uuid!: string;

  @ManyToOne(() => Person, { deleteRule: 'cascade', unique: true })
  person!: Person;

  @Property({ type: new ArrayType(), columnType: 'text[]', hidden: true })
  hashes!: string[];

  /** When these were made. */
  @Property({ type: 'timestamptz', defaultRaw: 'now()' })
  madeAt!: Date;

  /** When one was last used. */
  @Property({ type: 'timestamptz', nullable: true })
  usedAt!: Date | null;
}
