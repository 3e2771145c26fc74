import { Migration } from '@mikro-orm/migrations';

/** From where somebody has lately signed in, as a hash: whoever asks for links in their name elsewhere does not keep them out there. */
export class Migration20261127100400 extends Migration {
  override up(): void {
    this.addSql(`create table "sign_in_network" ("person_id" uuid not null, "network" text not null, "signed_in_at" timestamptz not null default now(), primary key ("person_id", "network"));`);
    this.addSql(`alter table "sign_in_network" add constraint "sign_in_network_person_id_foreign" foreign key ("person_id") references "person" ("id") on delete cascade;`);
    this.addSql(`alter table "sign_in_network" enable row level security;`);
    this.addSql(`create policy "sign_in_network_sign_in" on "sign_in_network" using (is_sign_in());`);
    this.addSql(`create policy "sign_in_network_my_data" on "sign_in_network" for select using (acts_for('my-data') and person_id = acting_person());`);
    this.addSql(`alter table "link_request" add column "network" text null;`);
  }
}
