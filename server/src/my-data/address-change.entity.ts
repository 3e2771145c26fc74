/** A new e-mail address that waits for its link to be opened: its secret only as a hash. One at a time for each person. */
import { Check, Entity, ManyToOne, Property } from '@mikro-orm/decorators/legacy';
import { Person } from '../accounts/index.ts';

@Entity({ tableName: 'address_change' })
@Check({ name: 'address_change_email', expression: 'email = lower(email)' })
export class AddressChange {
  @ManyToOne(() => Person, { primary: true, deleteRule: 'cascade' })
  person!: Person;

  /** The new address. */
  @Property({ type: 'text' })
  email!: string;

  /** SHA-256, in Base64. */
  @Property({ type: 'text' })
  secretHash!: string;

  @Property({ type: 'timestamptz', defaultRaw: 'now()' })
  createdAt!: Date;
}
