import { Migration } from '@mikro-orm/migrations';

/** What is said of an expert beside the sheet. */
const TABLES = ['expert_translation', 'expert_language', 'expert_theme', 'expert_country'];

/**
 * The rows of an expert follow the expert: everybody reads them, as the view of experts is read, and nobody who works through the
 * application writes them. Foreign keys take them away with their sheet.
 */
export class Migration20261128120500 extends Migration {
  override up(): void {
    for (const table of TABLES) {
      this.addSql(`alter table "${table}" enable row level security;`);
      this.addSql(`create policy "${table}_listed" on "${table}" for select using (true);`);
    }
  }
}
