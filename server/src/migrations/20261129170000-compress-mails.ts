import { Migration } from '@mikro-orm/migrations';

/** The texts of mails, which many are written of at once, are compressed in the way that costs the least, where the server has it. */
export class Migration20261129170000 extends Migration {
  override up(): void {
    this.addSql(`
      do $body$ begin
        alter table "mail" alter column "html" set compression lz4, alter column "text" set compression lz4;
      exception when feature_not_supported then null;
      end $body$;`);
  }
}
