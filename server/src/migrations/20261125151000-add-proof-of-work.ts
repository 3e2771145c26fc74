import { Migration } from '@mikro-orm/migrations';

/** The proofs of work that were used, so that each is used once. */
export class Migration20261125151000 extends Migration {
  override up(): void {
    this.addSql(`create table "spent_proof" ("nonce" text not null, "expires_at" timestamptz not null, primary key ("nonce"));`);
  }
}
