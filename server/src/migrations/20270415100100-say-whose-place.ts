import { Migration } from '@mikro-orm/migrations';
import { amended, SETTLE } from './amending.ts';

const DEFINER = 'security definer set search_path = public, pg_temp';
const INVENTED = 'or not (select acts_invented() as acts_invented)';
const OWN = `m.substitute_for_uuid is null and l.stage in ('AGREED', 'REPORTED', 'CLOSED') and t.status <> 'REFUSED' and is_own_sheet(m.expert_uuid) and (l.is_demonstration ${INVENTED})`;
const GOES = 'meeting_member g join meeting t on t.uuid = g.meeting_uuid join mission_leg l on l.uuid = t.leg_uuid join mission_member m on m.uuid = g.member_uuid';

/** Whose place somebody takes at a meeting goes there too, and takes nobody's: once they do not, it is said of nobody any more. */
const places = [`
create function stand_place_at_meeting() returns trigger language plpgsql ${DEFINER} as $body$ begin
  if new.substitute_for_uuid is not null and not exists (select from meeting_member g where g.meeting_uuid = new.meeting_uuid and g.member_uuid = new.substitute_for_uuid and not g.is_substitute) then
    raise exception 'whose place is taken goes to the meeting' using errcode = 'check_violation', constraint = 'meeting_member_place';
  end if;
  return null;
end $body$`, `
create function free_place_at_meeting() returns trigger language plpgsql ${DEFINER} as $body$ begin
  update meeting_member g set substitute_for_uuid = null where g.meeting_uuid = old.meeting_uuid and g.substitute_for_uuid = old.member_uuid
    and not exists (select from meeting_member o where o.meeting_uuid = old.meeting_uuid and o.member_uuid = old.member_uuid and not o.is_substitute);
  return null;
end $body$`,
  `create constraint trigger "meeting_member_takes_place" after insert or update of "substitute_for_uuid" on "meeting_member" deferrable initially deferred for each row execute function stand_place_at_meeting()`,
  `create trigger "meeting_member_frees_place" after delete or update of "is_substitute" on "meeting_member" for each row execute function free_place_at_meeting()`,
];

/** At a meeting it is said in whose place somebody goes if need be; whoever goes reads as what, and whether they follow its languages. */
export class Migration20270415100100 extends Migration {
  override up(): void {
    this.addSql(SETTLE);
    this.addSql(`alter table "meeting_member" add column "substitute_for_uuid" uuid null;`);
    this.addSql(`create index "meeting_member_substitute_for_uuid_index" on "meeting_member" ("substitute_for_uuid");`);
    this.addSql(`alter table "meeting_member" add constraint "meeting_member_substitute_for_uuid_foreign" foreign key ("substitute_for_uuid") references "mission_member" ("uuid") on delete set null;`);
    this.addSql(`alter table "meeting_member" add constraint "meeting_member_in_place" check (substitute_for_uuid is null or is_substitute and substitute_for_uuid <> member_uuid);`);
    // Who it is about is asked anew where that changes, and not of whoever loses whose place they would take while all of it goes.
    this.addSql('drop trigger "meeting_member_stands" on "meeting_member";');
    this.addSql('create trigger "meeting_member_stands" before insert or update of "meeting_uuid", "member_uuid", "expert_uuid", "person_id" on "meeting_member" for each row execute function stand_meeting_member();');
    for (const statement of places) this.addSql(`${statement};`);
    // What a view has at its end is added without taking it away.
    this.addSql(`create or replace view "meeting_person" with (security_barrier = true) as select g.meeting_uuid, g.member_uuid, m.expert_uuid, coalesce(e.name, p.name) as name, g.role, g.is_substitute, g.substitute_for_uuid
    from meeting_member g join meeting t on t.uuid = g.meeting_uuid join mission_leg l on l.uuid = t.leg_uuid join mission_member m on m.uuid = g.member_uuid left join expert e on e.uuid = m.expert_uuid left join person p on p.id = m.person_id
    where l.stage <> 'GIVEN_UP' and (((select is_adviser() as is_adviser) and (l.is_demonstration ${INVENTED}))
      or (l.is_shown and (l.is_demonstration ${INVENTED}) and is_post_of(acting_person(), l.country_code)
        and exists (select from mission_stay s where s.member_uuid = g.member_uuid and s.leg_uuid = t.leg_uuid and s.is_told)));`);
    this.addSql(`create or replace view "own_meeting" with (security_barrier = true) as select t.uuid, t.leg_uuid, m.expert_uuid, t.source_locale, t.source_version, t.organisation_slug, t.host_name, t.status, t.day, t.starts, t.minutes, t.place_name, t.place_address, g.is_substitute, g.role
    from ${GOES} where ${OWN};`);
    this.addSql(`create view "own_meeting_language" with (security_barrier = true) as select t.uuid as meeting_uuid, h.language_code, h.at_least, m.expert_uuid from ${GOES} join meeting_language h on h.meeting_uuid = t.uuid where ${OWN};`);
    for (const act of ['insert', 'update', 'delete']) this.addSql(`create rule "own_meeting_language_${act}" as on ${act} to "own_meeting_language" do instead nothing;`);
    // A programme names whose place it is where that one comes, too.
    this.addSql(`${amended('leg_on_paper(uuid, uuid)', 'from meeting_member g join comes c on c.key = g.member_uuid where', 'from meeting_member g join comes c on c.key = g.member_uuid left join comes f on f.key = g.substitute_for_uuid where')};`);
    this.addSql(`${amended('leg_on_paper(uuid, uuid)', `'isSubstitute', g.is_substitute)`, `'isSubstitute', g.is_substitute) || case when f.key is null then '{}'::jsonb else jsonb_build_object('substituteFor', f.key) end`)};`);
  }
}
