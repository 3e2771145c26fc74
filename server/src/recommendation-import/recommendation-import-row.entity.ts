/** What was imported last of a recommendation from a file: so that an import can tell a person's change from its own. */
import { Entity, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';

@Entity({ tableName: 'recommendation_import_row' })
export class RecommendationImportRow {
  /** That of the recommendation, which may be gone: what was taken out of the register stays out of it. */
  @PrimaryKey({ type: 'text' })
  slug!: string;

  /** What the file said, by column; nothing once the recommendation is gone. */
  @Property({ type: 'json' })
  values!: Record<string, unknown>;

  @Property({ type: 'boolean', default: false })
  isDemonstration!: boolean;
}
