import { Migration } from '@mikro-orm/migrations';
import { amended, SETTLE } from './amending.ts';
import { requireSourceText } from './foundations.ts';
import { missionPhotoFunctions } from './mission-photos.ts';

const LOCALES = `'fr', 'en', 'sq', 'bs', 'bg', 'hr', 'el', 'hu', 'mk', 'ro', 'sr-Cyrl', 'sr-Latn', 'cnr', 'sl', 'tr', 'uk'`;
const OF_MISSION = '(select is_adviser()) and exists (select from mission m where m.uuid = mission_uuid)';
const OF_PHOTO = '(select is_adviser()) and exists (select from mission_photo f where f.uuid = photo_uuid)';
const KEPT = '(select is_adviser()) and (p.is_demonstration or not (select acts_invented()))';

/** Photos of missions that are over: the adviser's, until one is made public by a decision of its own, with what is published of its mission. What everybody sees is a copy that leads to no mission. */
export class Migration20261221000200 extends Migration {
  override up(): void {
    this.addSql(SETTLE);
    this.#addTables();
    this.#addKeys();
    const texts = [requireSourceText('mission_photo', 'uuid', 'mission_photo_translation', 'photo_uuid', 'caption'), requireSourceText('published_photo', 'uuid', 'published_photo_translation', 'photo_uuid', 'caption')];
    for (const statement of [...missionPhotoFunctions, ...texts.flat()]) this.addSql(`${statement};`);
    // What is said of a photo is a text of what is published, as the others are.
    this.addSql(`${amended('withdraw_what_names()', 'where f.publication_uuid = d.publication_uuid) t(said)', `where f.publication_uuid = d.publication_uuid
        union all select unnest(array[x.caption, f.credit]) from published_photo f join published_photo_translation x on x.photo_uuid = f.uuid where f.publication_uuid = d.publication_uuid) t(said)`)};`);
    this.#addRules();
  }

  #addTables(): void {
    this.addSql(`create table "mission_photo" ("uuid" uuid not null, "source_locale" text not null, "source_version" int not null default 1, "mission_uuid" uuid not null, "position" int not null, "credit" text null, "width" int not null, "height" int not null, "size" int not null, "bytes" bytea not null, "version" int not null default 1, primary key ("uuid"));`);
    this.addSql(`create index "mission_photo_mission_uuid_position_index" on "mission_photo" ("mission_uuid", "position");`);
    this.addSql(`create table "mission_photo_translation" ("photo_uuid" uuid not null, "locale" text not null, "source_version" int not null default 1, "caption" text null, primary key ("photo_uuid", "locale"));`);
    this.addSql(`create table "published_photo" ("uuid" uuid not null, "source_locale" text not null, "source_version" int not null default 1, "publication_uuid" uuid not null, "position" int not null, "credit" text null, "width" int not null, "height" int not null, "size" int not null, "bytes" bytea not null, primary key ("uuid"));`);
    this.addSql(`create index "published_photo_publication_uuid_position_index" on "published_photo" ("publication_uuid", "position");`);
    this.addSql(`create table "published_photo_translation" ("photo_uuid" uuid not null, "locale" text not null, "source_version" int not null default 1, "caption" text not null, primary key ("photo_uuid", "locale"));`);
    this.addSql(`create table "photo_decision" ("photo_uuid" uuid not null, "published_uuid" uuid not null, "photo_version" int not null, "confirmed_at" timestamptz not null default now(), "confirmed_by_id" uuid null, primary key ("photo_uuid"));`);
    this.addSql(`create index "photo_decision_confirmed_by_id_index" on "photo_decision" ("confirmed_by_id");`);
    this.addSql(`alter table "photo_decision" add constraint "photo_decision_published_uuid_unique" unique ("published_uuid");`);
    // Pictures are compressed already.
    for (const table of ['mission_photo', 'published_photo']) this.addSql(`alter table "${table}" alter column "bytes" set storage external;`);
  }

  #addKeys(): void {
    const [mission, publication] = [`references "mission" ("uuid") on delete cascade`, `references "mission_publication" ("uuid") on delete cascade`];
    this.addSql(`alter table "mission_photo" add constraint "mission_photo_mission_uuid_foreign" foreign key ("mission_uuid") ${mission};`);
    this.addSql(`alter table "mission_photo" add constraint "mission_photo_sides" check (size > 0 and width > 0 and height > 0);`);
    this.addSql(`alter table "published_photo" add constraint "published_photo_publication_uuid_foreign" foreign key ("publication_uuid") ${publication};`);
    for (const table of ['mission_photo', 'published_photo']) {
      this.addSql(`alter table "${table}" add constraint "${table}_by_chance" check (substr(uuid::text, 15, 1) = '4');`);
      this.addSql(`alter table "${table}" add constraint "${table}_source_locale_check" check ("source_locale" in (${LOCALES}));`);
      this.addSql(`alter table "${table}_translation" add constraint "${table}_translation_photo_uuid_foreign" foreign key ("photo_uuid") references "${table}" ("uuid") on delete cascade;`);
      this.addSql(`alter table "${table}_translation" add constraint "${table}_translation_locale_check" check ("locale" in (${LOCALES}));`);
    }
    this.addSql(`alter table "photo_decision" add constraint "photo_decision_photo_uuid_foreign" foreign key ("photo_uuid") references "mission_photo" ("uuid") on update cascade on delete cascade;`);
    this.addSql(`alter table "photo_decision" add constraint "photo_decision_published_uuid_foreign" foreign key ("published_uuid") references "published_photo" ("uuid") on delete cascade;`);
    this.addSql(`alter table "photo_decision" add constraint "photo_decision_confirmed_by_id_foreign" foreign key ("confirmed_by_id") references "person" ("id") on delete set null;`);
  }

  /** Whoever sees the mission, by the rule of its own; what is public everybody sees, and the adviser writes it. */
  #addRules(): void {
    const rules: Readonly<Record<string, string>> = { mission_photo: OF_MISSION, mission_photo_translation: OF_PHOTO, photo_decision: OF_PHOTO };
    const published: Readonly<Record<string, string>> = {
      published_photo: `exists (select from mission_publication p where p.uuid = publication_uuid and ${KEPT})`,
      published_photo_translation: `exists (select from published_photo f join mission_publication p on p.uuid = f.publication_uuid where f.uuid = photo_uuid and ${KEPT})`,
    };
    for (const [table, rule] of Object.entries({ ...rules, ...published })) {
      this.addSql(`alter table "${table}" enable row level security;`);
      this.addSql(`create policy "${table}_adviser" on "${table}" using (${rule}) with check (${rule});`);
    }
    for (const table of Object.keys(published)) this.addSql(`create policy "${table}_read" on "${table}" for select using (true);`);
    this.addSql(`create policy "photo_decision_my_data" on "photo_decision" for select using (acts_for('my-data') and confirmed_by_id = acting_person());`);
    this.addSql(`create policy "mission_photo_retained" on "mission_photo" for select using (acts_for('retention'));`);
    this.addSql(`create policy "mission_photo_forgotten" on "mission_photo" for delete using (acts_for('retention'));`);
  }
}
