import { Migration } from '@mikro-orm/migrations';
import { amended, SETTLE } from './amending.ts';

const DEFINER = 'security definer set search_path = public, pg_temp';

/** Where somebody is written to who is asked by a call, as where they were asked: in their account, else where the adviser wrote it down. */
const ADDRESSED = `availability_request r join availability_call c on c.uuid = r.call_uuid join expert e on e.uuid = r.expert_uuid left join person p on p.id = e.person_id and p.suspended_at is null left join expert_contact k on k.expert_uuid = e.uuid`;
const EMAIL = 'case when e.person_id is null then k.email else p.email end';
/** Who asks: whoever has made the call, or an adviser once their account is gone. */
const ADVISER = `coalesce((select w.name from person w where w.id = c.prepared_by_id), (select w.name from person w join member m on m.person_id = w.id where m.role = 'ADVISER' and m.suspended_at is null and coalesce(m.until, current_date) >= current_date and w.suspended_at is null and w.is_demonstration = c.is_demonstration order by w.id limit 1))`;

/** Whoever has not answered a call for availability is reminded by the service: once, three days before the last day for answers, and never within a day of another mail. */
export class Migration20270414300000 extends Migration {
  override up(): void {
    this.addSql(SETTLE);
    this.addSql('alter table "availability_request" add column "reminded_at" timestamptz null;');
    this.addSql('alter table "availability_request" add column "former_hash" text null;');
    this.addSql('alter table "availability_request" add constraint "availability_request_former_hash_unique" unique ("former_hash");');
    this.addSql('create function availability_reminds_on(the_deadline date) returns date language sql immutable parallel safe return the_deadline - 3;');
    // In the morning in France; whoever was written to later, a day after that.
    this.addSql(`create function availability_reminds_at(the_deadline date, the_mail timestamptz) returns timestamptz language sql stable parallel safe
      return greatest((availability_reminds_on(the_deadline) + time '08:00') at time zone 'Europe/Paris', the_mail + interval '1 day');`);
    this.#keepFormerLinks();
    this.#addTaking();
    // Told like a reminder by hand, of the service.
    this.addSql(`${amended('record_availability_request()', 'old.submission <> new.submission then', 'old.submission <> new.submission or (new.reminded_at is not null and old.reminded_at is distinct from new.reminded_at) then')};`);
    this.addSql(`create trigger "availability_request_reminded" after update of "reminded_at" on "availability_request" for each row when (new.reminded_at is not null and old.reminded_at is distinct from new.reminded_at) execute function record_availability_request();`);
  }

  /** Whoever has the page open, or reads the mail before, while a reminder is sent can answer still: the link before leads there too for some hours, unless what voids a link has voided both. */
  #keepFormerLinks(): void {
    this.addSql(`create function is_availability_link(the_hash text, the_secret text, the_former text, the_mail timestamptz) returns boolean language sql stable parallel safe
      return coalesce(the_secret is not null and (the_hash = the_secret or (the_hash = the_former and now() < the_mail + interval '6 hours')), false);`);
    this.addSql(`${amended('availability_asked(text)', '(r.secret_hash = availability_asked.the_hash)', '((r.secret_hash = availability_asked.the_hash or r.former_hash = availability_asked.the_hash) and is_availability_link(availability_asked.the_hash, r.secret_hash, r.former_hash, r.asked_at))')};`);
    this.addSql(`${amended('answer_availability(text,uuid,int,text[],text,text,text)', 'r.secret_hash is distinct from coalesce(the_hash, r.secret_hash)', '(the_hash is not null and not is_availability_link(the_hash, r.secret_hash, r.former_hash, r.asked_at))')};`);
    this.addSql(`${amended('void_availability_links()', 'set secret_hash = null', 'set secret_hash = null, former_hash = null')};`);
  }

  /** When somebody is reminded, where they are: nobody who has answered or was reminded, whose link leads nowhere, who cannot be written to, in whose call nobody is left to write, or whose call is over before. */
  #addTaking(): void {
    this.addSql(`
      create function availability_reminder_at(the_request uuid) returns timestamptz language sql stable ${DEFINER}
      return (select availability_reminds_at(c.answers_until, r.asked_at) from ${ADDRESSED} where r.uuid = the_request and r.answered_at is null and r.secret_hash is not null and r.reminded_at is null and is_call_open(c.answers_until, c.closed_at)
        and availability_reminds_at(c.answers_until, r.asked_at) < (c.answers_until + 1)::timestamp at time zone 'Europe/Paris' and ${EMAIL} is not null and ${ADVISER} is not null);`);
    this.#addOne();
  }

  /** Takes one who is due and gives what their mail says. The call is held before what it asks, as by whoever answers. */
  #addOne(): void {
    this.addSql(`
      create function take_availability_reminder(the_passed uuid[], the_hash text) returns jsonb language plpgsql volatile ${DEFINER} as $body$
      declare
        one record;
      begin
        if not acts_for('availability') then return null; end if;
        for one in select r.uuid, r.call_uuid from availability_request r
          where r.answered_at is null and r.secret_hash is not null and r.reminded_at is null and r.uuid <> all(the_passed) and now() >= availability_reminder_at(r.uuid) order by r.uuid
        loop
          perform from availability_call c where c.uuid = one.call_uuid and is_call_open(c.answers_until, c.closed_at) for share skip locked;
          continue when not found;
          update availability_request r set reminded_at = now(), asked_at = now(), former_hash = r.secret_hash, secret_hash = the_hash
            where r.uuid = one.uuid and r.answered_at is null and r.secret_hash is not null and r.reminded_at is null and r.asked_at <= now() - interval '1 day';
          continue when not found;
          return (select jsonb_build_object('key', r.uuid, 'email', ${EMAIL}, 'locale', coalesce(p.locale, k.locale, 'fr'), 'adviser', ${ADVISER}, 'fromOn', c.from_on, 'untilOn', c.until_on, 'answersUntil', c.answers_until,
            'sourceLocale', c.source_locale, 'sourceVersion', c.source_version, 'texts', availability_words(c.uuid)) from ${ADDRESSED} where r.uuid = one.uuid);
        end loop;
        return null;
      end $body$;`);
  }
}
