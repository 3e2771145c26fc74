import { Migration } from '@mikro-orm/migrations';

/** What somebody `r` can have of a session is that of all their registrations for it, by whomever: an address stands for a person. */
const theirs = (condition: string): string => `exists (select from registration o where o.session_uuid = r.session_uuid and o.email = r.email and o.state = 'CONFIRMED' and ${condition})`;

/**
 * Those who were at a session are thanked by mail, once. Of sessions that end after this alone: of those that were over, and of those that are entered afterwards, nobody is.
 */
export class Migration20261203020000 extends Migration {
  override up(): void {
    this.addSql(`alter table "registration" add column "thanked_at" timestamptz null;`);
    this.addSql(`create index "registration_unthanked" on "registration" ("session_uuid") where state = 'CONFIRMED' and thanked_at is null;`);
    this.addSql(`alter table "session_attendance" add column "thanks_since" timestamptz not null default now(), add column "thanked" int not null default 0, add column "thanked_at" timestamptz null;`);
    this.#find();
    this.#thank();
  }

  #find(): void {
    // Two hours after the end what was said at the door has come; for thirty days whoever is said to have been there later is thanked then. One of each address, the
    // first that was registered, and nobody who was thanked under another one or before two were made one. An address that refuses mails for good is sent none.
    this.addSql(`
      create function attendees_to_thank(the_session uuid) returns setof uuid language sql stable security definer set search_path = public, pg_temp as $body$
        select distinct on (r.email) r.uuid from training_session s join session_attendance a on a.session_uuid = s.uuid join registration r on r.session_uuid = s.uuid
        where s.uuid = the_session and acts_for('places') and s.stage in ('OPEN', 'CLOSED') and s.ends_at > a.thanks_since and s.ends_at <= now() - interval '2 hours' and s.ends_at > now() - interval '30 days'
          and r.state = 'CONFIRMED' and r.thanked_at is null and exists (select from presence p where p.registration_uuid = r.uuid and p.state = 'PRESENT')
          and not exists (select from registration o where o.session_uuid = s.uuid and (o.email = r.email or o.participant_uuid = r.participant_uuid) and o.thanked_at is not null)
          and not exists (select from mail m where m.recipient = r.email and m.failure = 'REFUSED' and not exists (select from mail n where n.recipient = m.recipient and n.sent_at > m.failed_at))
        order by r.email, r.registered_at, r.uuid
      $body$;`);
    this.addSql(`
      create function sessions_to_thank() returns setof uuid language sql stable security definer set search_path = public, pg_temp as $body$
        select s.uuid from training_session s where acts_for('places') and s.ends_at <= now() and s.ends_at > now() - interval '30 days' and exists (select from attendees_to_thank(s.uuid)) order by s.ends_at, s.uuid
      $body$;`);
  }

  /** Whom, and what comes next for them. All registrations of their address are marked. The session is held. */
  #thank(): void {
    this.addSql(`
      create function thank_attendees(the_session uuid) returns table (registration uuid, name text, email text, locale text, certificate text, questions text) language plpgsql volatile security definer set search_path = public, pg_temp as $body$
      #variable_conflict use_column
      declare
        people int;
      begin
        if not acts_for('places') then raise insufficient_privilege; end if;
        return query with due as (select r.* from registration r where r.uuid in (select attendees_to_thank(the_session))),
          marked as (update registration o set thanked_at = now() from due where o.session_uuid = the_session and o.state = 'CONFIRMED' and o.email = due.email)
          select r.uuid, p.name, r.email, p.locale,
            case when ${theirs('exists (select from certificate c where c.registration_uuid = o.uuid and c.revoked_at is null)')} then 'ISSUED' when ${theirs('has_attended(o.uuid)')} then 'EARNED' end,
            case when e.opened_at is null then case when (select count(distinct o.email) from registration o join presence x on x.registration_uuid = o.uuid and x.state = 'PRESENT' where o.session_uuid = the_session and o.state = 'CONFIRMED') >= 11 then 'POSSIBLE' end
              when e.closes_at > now() and exists (select from evaluation_invitation i where i.session_uuid = the_session and i.email = r.email) then 'ASKED' end
          from due r join participant p on p.uuid = r.participant_uuid left join session_evaluation e on e.session_uuid = the_session order by r.email;
        get diagnostics people = row_count;
        if people > 0 then update session_attendance set thanked = thanked + people, thanked_at = now() where session_uuid = the_session; end if;
      end $body$;`);
  }
}
