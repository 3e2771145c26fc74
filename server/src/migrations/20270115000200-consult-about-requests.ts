import { Migration } from '@mikro-orm/migrations';
import { SETTLE } from './amending.ts';
import { requestOpinionFunctions } from './request-opinions.ts';
import { secretPlaceTriggersOfRequestOpinions } from './secret-places.ts';

const LOCALES = `'fr', 'en', 'sq', 'bs', 'bg', 'hr', 'el', 'hu', 'mk', 'ro', 'sr-Cyrl', 'sr-Latn', 'cnr', 'sl', 'tr', 'uk'`;
const TABLE = 'cooperation_request_opinion';

/** The services of the post are asked what they think of a cooperation request, until a working day of the country. Functions write what they say, and nothing else does. */
export class Migration20270115000200 extends Migration {
  override up(): void {
    this.addSql(SETTLE);
    this.addSql(`alter table "cooperation_request" add column "due_on" date null, add column "due_at" timestamptz null, add column "rule_days" int null, add column "settled_at" timestamptz null;`);
    this.addSql(`alter table "cooperation_request" add constraint "cooperation_request_due" check ((due_on is null) = (due_at is null) and (due_on is null) = (rule_days is null) and (status <> 'CONSULTED' or due_on is not null));`);
    this.addSql(`create table "${TABLE}" ("request_uuid" uuid not null, "service" text not null, "answer" text null, "reason" text null, "locale" text null, "answered_at" timestamptz null, "answered_by_id" uuid null, "silence_agrees" boolean not null, "noted_silent_at" timestamptz null, "version" int not null default 1, primary key ("request_uuid", "service"));`);
    this.addSql(`create index "${TABLE}_answered_by_id_index" on "${TABLE}" ("answered_by_id");`);
    this.addSql(`alter table "${TABLE}" add constraint "${TABLE}_service_check" check ("service" in ('SCAC', 'SSI'));`);
    this.addSql(`alter table "${TABLE}" add constraint "${TABLE}_answer_check" check ("answer" in ('IN_FAVOUR', 'AGAINST'));`);
    this.addSql(`alter table "${TABLE}" add constraint "${TABLE}_locale_check" check ("locale" in (${LOCALES}));`);
    this.addSql(`alter table "${TABLE}" add constraint "${TABLE}_answered" check ((answer is null) = (answered_at is null) and (answer is not null or (reason is null and answered_by_id is null)));`);
    this.addSql(`alter table "${TABLE}" add constraint "${TABLE}_words" check (char_length(reason) <= 1000 and (reason is null) = (locale is null) and (answer <> 'AGAINST' or reason is not null));`);
    this.addSql(`alter table "${TABLE}" add constraint "${TABLE}_request_uuid_foreign" foreign key ("request_uuid") references "cooperation_request" ("uuid") on delete cascade;`);
    this.addSql(`alter table "${TABLE}" add constraint "${TABLE}_answered_by_id_foreign" foreign key ("answered_by_id") references "person" ("id") on delete set null;`);
    for (const statement of [...requestOpinionFunctions, ...secretPlaceTriggersOfRequestOpinions]) this.addSql(`${statement};`);
    this.addSql(`alter table "${TABLE}" enable row level security;`);
    // An authority that has sent a request does not read what the post thinks of it.
    this.addSql(`create policy "${TABLE}_seen" on "${TABLE}" for select using (exists (select from cooperation_request r where r.uuid = request_uuid and ((select is_adviser()) or is_post_of(acting_person(), r.country_code))));`);
    this.addSql(`create policy "${TABLE}_my_data" on "${TABLE}" for select using (acts_for('my-data') and answered_by_id = acting_person());`);
  }
}
