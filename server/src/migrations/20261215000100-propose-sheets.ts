import { Migration } from '@mikro-orm/migrations';
import { SETTLE } from './amending.ts';

const LOCALES = `'fr', 'en', 'sq', 'bs', 'bg', 'hr', 'el', 'hu', 'mk', 'ro', 'sr-Cyrl', 'sr-Latn', 'cnr', 'sl', 'tr', 'uk'`;

const ON_AN_OWN_SHEET = 'exists (select from expert e where e.uuid = expert_uuid and e.person_id = acting_person())';
/** The rule of the sheet says which the adviser sees: one of a demonstration sees no real ones. */
const ON_A_KEPT_SHEET = '(select is_adviser()) and exists (select from expert e where e.uuid = expert_uuid and (e.is_demonstration or not (select acts_invented())))';

/** An expert proposes changes of their own sheet, one proposal at a time, and the adviser takes or declines each of its fields: until then the sheet says what was confirmed. */
export class Migration20261215000100 extends Migration {
  override up(): void {
    this.addSql(SETTLE);
    this.#addTable();
    this.#addRules();
    this.#addTrail();
  }

  #addTable(): void {
    this.addSql(`create table "expert_proposal" ("uuid" uuid not null, "expert_uuid" uuid not null, "version" int not null default 1, "sheet_version" int not null, "proposed_at" timestamptz not null default now(), "base" jsonb not null, "content" jsonb not null, "decided_at" timestamptz null, "decisions" jsonb null, "reason_locale" text null, primary key ("uuid"));`);
    this.addSql(`create index "expert_proposal_expert_uuid_index" on "expert_proposal" ("expert_uuid");`);
    this.addSql(`create unique index "expert_proposal_open" on "expert_proposal" ("expert_uuid") where decided_at is null;`);
    this.addSql(`alter table "expert_proposal" add constraint "expert_proposal_decided" check ((decided_at is null) = (decisions is null) and (decided_at is not null or reason_locale is null));`);
    this.addSql(`alter table "expert_proposal" add constraint "expert_proposal_reason_locale_check" check ("reason_locale" in (${LOCALES}));`);
    this.addSql(`alter table "expert_proposal" add constraint "expert_proposal_expert_uuid_foreign" foreign key ("expert_uuid") references "expert" ("uuid") on delete cascade;`);
  }

  #addRules(): void {
    this.addSql(`alter table "expert_proposal" enable row level security;`);
    this.addSql(`create policy "expert_proposal_seen" on "expert_proposal" for select using (${ON_A_KEPT_SHEET} or ${ON_AN_OWN_SHEET});`);
    this.addSql(`create policy "expert_proposal_made" on "expert_proposal" for insert with check (decided_at is null and ${ON_AN_OWN_SHEET});`);
    this.addSql(`create policy "expert_proposal_changed" on "expert_proposal" for update using (decided_at is null and ${ON_AN_OWN_SHEET}) with check (decided_at is null and ${ON_AN_OWN_SHEET});`);
    this.addSql(`create policy "expert_proposal_decided" on "expert_proposal" for update using (decided_at is null and ${ON_A_KEPT_SHEET}) with check (${ON_A_KEPT_SHEET});`);
    this.addSql(`create policy "expert_proposal_withdrawn" on "expert_proposal" for delete using (decided_at is null and ${ON_AN_OWN_SHEET});`);
    this.addSql(`create policy "expert_proposal_retained" on "expert_proposal" for select using (acts_for('retention'));`);
    this.addSql(`create policy "expert_proposal_forgotten" on "expert_proposal" for delete using (acts_for('retention'));`);
    // What somebody proposes is theirs to say, and what is decided about it the adviser's; what is decided is not decided anew.
    this.addSql(`
      create function keep_proposal() returns trigger language plpgsql as $body$ begin
        if acting_person() is null then return new; end if;
        if (old.uuid, old.expert_uuid) is distinct from (new.uuid, new.expert_uuid) or old.decided_at is not null
          or ((old.content, old.base, old.sheet_version, old.version, old.proposed_at) is distinct from (new.content, new.base, new.sheet_version, new.version, new.proposed_at)
            and not exists (select from expert e where e.uuid = new.expert_uuid and e.person_id = acting_person()))
          or (new.decided_at is not null and not is_adviser()) then
          raise exception 'a proposal is changed by whose sheet it is about, and decided once, by the adviser' using errcode = 'insufficient_privilege';
        end if;
        return new;
      end $body$;`);
    this.addSql(`create trigger "expert_proposal_kept" before update on "expert_proposal" for each row when (pg_trigger_depth() = 0) execute function keep_proposal();`);
    // What somebody has proposed goes with them where the sheet is taken from their account.
    this.addSql(`
      create function leave_proposals() returns trigger language plpgsql security definer set search_path = public, pg_temp as $body$ begin
        delete from expert_proposal where expert_uuid = new.uuid;
        return null;
      end $body$;`);
    this.addSql(`create trigger "expert_leaves_proposals" after update of "person_id" on "expert" for each row when (old.person_id is distinct from new.person_id) execute function leave_proposals();`);
  }

  /** That something was proposed, changed, withdrawn and decided, and nothing of what it says. What goes with an expert, with their account or by its time is told of that. */
  #addTrail(): void {
    this.addSql(`
      create function record_proposal() returns trigger language plpgsql security definer set search_path = public, pg_temp as $body$
      declare
        the_expert constant uuid := case when tg_op = 'DELETE' then old.expert_uuid else new.expert_uuid end;
      begin
        insert into audit_entry (by_id, action, subject, about_id, object, part)
          select p.id, case tg_op when 'INSERT' then 'ADDED' when 'DELETE' then 'REMOVED' else 'CHANGED' end, 'EXPERT', e.person_id, e.uuid,
            case when tg_op = 'UPDATE' and new.decided_at is not null then 'proposal_decided' else 'proposal' end
          from expert e join person p on p.id = acting_person() where e.uuid = the_expert;
        return null;
      end $body$;`);
    this.addSql(`create trigger "expert_proposal_recorded" after insert or update or delete on "expert_proposal" for each row when (acting_person() is not null and pg_trigger_depth() = 0) execute function record_proposal();`);
  }
}
