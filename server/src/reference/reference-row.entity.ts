/** What the reference import last wrote in a row: so that it can tell a person's change from its own. */
import { Entity, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';

@Entity({ tableName: 'reference_row' })
export class ReferenceRow {
  @PrimaryKey({ type: 'text' })
  tableName!: string;

  /** The row's primary key values, in the order of the key, as a JSON list. */
  @PrimaryKey({ type: 'text' })
  rowKey!: string;

  /** The values it wrote, by column. */
  @Property({ type: 'json' })
  values!: Record<string, unknown>;

  /** The version of the file that they came from. */
  @Property({ type: 'integer' })
  version!: number;
}
