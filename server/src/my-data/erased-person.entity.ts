/** That somebody was erased, and when: so that a backup which brings them back is put right at the next start. */
import { Entity, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';

@Entity({ tableName: 'erased_person' })
export class ErasedPerson {
  /** A hash of the key that the person had, made with a secret that stands beside the data and not in it. */
  @PrimaryKey({ type: 'text' })
  mark!: string;

  @Property({ type: 'timestamptz', defaultRaw: 'now()' })
  at!: Date;
}
