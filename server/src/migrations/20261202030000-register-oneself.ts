import { Migration } from '@mikro-orm/migrations';
import { amended } from './amending.ts';
import { oneselfFunctions } from './oneself.ts';

const PARTS = ['stage', 'theme_code', 'level', 'format', 'country_code', 'town', 'starts_at', 'ends_at', 'time_zone', 'places', 'registration_until', 'needs_validation', 'needs_nomination', 'source_locale'];

const ANSWERS = 'answers_for(acting_person(), registration)';
const OWN_ADDRESS = '(select email from person where id = acting_person())';

/**
 * A session takes people whom an organisation or an authority nominates, or also those who register themselves. Who does so without either is a
 * participant of no organisation and no country: the registration says for which country, out of what stands in their own profile.
 */
export class Migration20261202030000 extends Migration {
  override up(): void {
    this.addSql(`alter table "training_session" add column "needs_nomination" boolean not null default true;`);
    this.#addIsOwn();
    // Whoever is gone is gone with their registrations; nobody answers themselves.
    this.addSql(`alter table "registration" add constraint "registration_decided_by_others" check (not (is_own and decided_by_id = registered_by_id));`);
    this.addSql(`create unique index "registration_oneself_once" on "registration" ("session_uuid", "registered_by_id") where is_own and state <> 'WITHDRAWN';`);
    this.addSql(`alter table "participant" alter column "country_code" drop not null;`);
    this.addSql(`alter table "participant" drop constraint "participant_place";`);
    this.addSql(`alter table "participant" add constraint "participant_place" check (case when country_code is null then organisation_slug is null and sector = 'OTHER' else organisation_slug is not null or sector = 'AUTHORITY' end);`);
    for (const statement of oneselfFunctions) this.addSql(`${statement};`);
    this.#compareNoCountry();
    this.#addRules();
    this.#addTrail();
  }

  /** In steps: PostgreSQL 15 adds no column with a value to a table whose rows are a type of functions. What is there already has none of it in the trail. */
  #addIsOwn(): void {
    this.addSql(`alter table "registration" add column "is_own" boolean null;`);
    this.addSql(`alter table "registration" disable trigger user;`);
    this.addSql(`update "registration" set "is_own" = false;`);
    this.addSql(`alter table "registration" enable trigger user;`);
    this.addSql(`alter table "registration" alter column "is_own" set default false, alter column "is_own" set not null;`);
  }

  /** Of two participants of no country each is of the same one. */
  #compareNoCountry(): void {
    const same = (signature: string, one: string, other: string): void => this.addSql(`${amended(signature, `and ${one} = ${other}`, `and ${one} is not distinct from ${other}`)};`);
    same('merge_participants(uuid, uuid, uuid, text[])', 'country_code', 'n.country_code');
    same('follow_participant()', 'o.country_code', 'p.country_code');
    same('keep_participants(uuid, text, text, text, jsonb)', 'p.country_code', 'the_country');
  }

  #addRules(): void {
    this.addSql(`alter policy "registration_seen" on "registration" using ((select is_adviser()) or ${ANSWERS} or is_post_of(acting_person(), country_code));`);
    this.addSql(`alter policy "registration_made" on "registration" with check (not is_own and registered_by_id = acting_person() and state in ('AWAITING_VALIDATION', 'WAITING') and ${ANSWERS});`);
    this.addSql(`create policy "registration_made_by_oneself" on "registration" for insert with check (is_own and state in ('AWAITING_VALIDATION', 'WAITING') and may_register_oneself(registration));`);
    this.addSql(`alter policy "registration_withdrawn" on "registration" using (${ANSWERS}) with check (state = 'WITHDRAWN' and ${ANSWERS});`);
    // Who is of no organisation is themselves, under the address that they sign in with.
    const oneself = `organisation_slug is null and country_code is null and email = ${OWN_ADDRESS}`;
    this.addSql(`create policy "participant_seen_by_oneself" on "participant" for select using (${oneself});`);
    this.addSql(`create policy "participant_added_by_oneself" on "participant" for insert with check (${oneself});`);
    this.addSql(`create policy "participant_corrected_by_oneself" on "participant" for update using (${oneself}) with check (${oneself});`);
    this.addSql(`alter policy "answer_file_brought" on "answer_file" with check (registration_uuid is null and brought_by_id = acting_person()
      and exists (select from sign_in_session s where s.id = sign_in_id and s.person_id = acting_person()) and exists (select from form_question q where q.uuid = question_uuid and q.kind = 'FILE')
      and exists (select from own_capacity));`);
  }

  #addTrail(): void {
    this.addSql(`drop trigger "training_session_update_recorded" on "training_session";`);
    this.addSql(`create trigger "training_session_update_recorded" after update of ${PARTS.map((part) => `"${part}"`).join(', ')} on "training_session" for each row
      when ((not new.is_demonstration or acting_person() is not null)) execute function record_change('TRAINING_SESSION', 'uuid', '${PARTS.join(' ')}', 'uuid');`);
  }
}
