/** Whether a database is a demonstration, from its first day on: there is one row then, and none otherwise. */
import { Check, Entity, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';

@Entity({ tableName: 'demonstration' })
@Check({ name: 'demonstration_once', expression: 'is_one' })
export class Demonstration {
  @PrimaryKey({ type: 'boolean', default: true })
  isOne!: boolean;

  @Property({ type: 'timestamptz', defaultRaw: 'now()' })
  since!: Date;
}
