import { Migration } from '@mikro-orm/migrations';

const DEFINER = 'security definer set search_path = public, pg_temp';
const LOCALES = `'fr', 'en', 'sq', 'bs', 'bg', 'hr', 'el', 'hu', 'mk', 'ro', 'sr-Cyrl', 'sr-Latn', 'cnr', 'sl', 'tr', 'uk'`;

/** The adviser declines a photo that an expert proposes, with a reason where there is one, which its expert reads; the picture goes at once. */
export class Migration20261225000300 extends Migration {
  override up(): void {
    this.addSql(`alter table "expert_photo" add column "declined_at" timestamptz null, add column "decline_reason" text null, add column "reason_locale" text null;`);
    this.addSql(`alter table "expert_photo" add constraint "expert_photo_declined" check ((declined_at is null or not is_confirmed) and (decline_reason is null or declined_at is not null and char_length(decline_reason) >= 1 and char_length(decline_reason) <= 500) and (decline_reason is null) = (reason_locale is null));`);
    this.addSql(`alter table "expert_photo" add constraint "expert_photo_reason_locale_check" check ("reason_locale" in (${LOCALES}));`);
    this.addSql(`
      create or replace function keep_portrait() returns trigger language plpgsql ${DEFINER} as $body$
      declare
        owner constant uuid := (select person_id from expert where uuid = new.expert_uuid);
      begin
        if acting_person() is null then return new; end if;
        if tg_op = 'INSERT' then
          if new.visibility <> 'ADVISER' or new.chosen_at is not null or new.consented_on is not null then raise exception 'nobody has agreed to a photo that they have not seen' using errcode = 'insufficient_privilege'; end if;
          if new.declined_at is not null then raise exception 'a photo is declined once it is proposed' using errcode = 'insufficient_privilege'; end if;
          return new;
        end if;
        if (old.uuid, old.expert_uuid, old.brought_at, old.width, old.height, old.size) is distinct from (new.uuid, new.expert_uuid, new.brought_at, new.width, new.height, new.size)
          or (old.is_confirmed <> new.is_confirmed and (old.is_confirmed or not is_adviser()))
          or ((old.declined_at, old.decline_reason, old.reason_locale) is distinct from (new.declined_at, new.decline_reason, new.reason_locale) and (old.declined_at is not null or not is_adviser()))
          or ((old.visibility, old.chosen_at, old.consented_on) is distinct from (new.visibility, new.chosen_at, new.consented_on)
            and (case when owner is null then not is_adviser() or new.chosen_at is not null or (new.visibility <> 'ADVISER') <> (new.consented_on is not null) else owner <> acting_person() or new.consented_on is not null end)) then
          raise exception 'a photo is opened by whom it shows, and put on the sheet or declined by the adviser' using errcode = 'insufficient_privilege';
        end if;
        return new;
      end $body$;`);
    this.addSql(`
      create function drop_declined_picture() returns trigger language plpgsql ${DEFINER} as $body$ begin
        delete from expert_photo_file where photo_uuid = new.uuid;
        return null;
      end $body$;`);
    this.addSql(`create trigger "expert_photo_drops_picture" after update of "declined_at" on "expert_photo" for each row when (new.declined_at is not null and old.declined_at is null) execute function drop_declined_picture();`);
    this.addSql(`
      create function record_declined_portrait() returns trigger language plpgsql ${DEFINER} as $body$ begin
        insert into audit_entry (by_id, action, subject, about_id, object, part) select p.id, 'CHANGED', 'EXPERT', e.person_id, e.uuid, 'photo_declined' from expert e join person p on p.id = acting_person() where e.uuid = new.expert_uuid;
        return null;
      end $body$;`);
    this.addSql(`create trigger "expert_photo_declined_recorded" after update of "declined_at" on "expert_photo" for each row when (new.declined_at is not null and old.declined_at is null) execute function record_declined_portrait();`);
  }
}
