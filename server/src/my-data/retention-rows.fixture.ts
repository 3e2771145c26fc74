/** Rows of every table that retention looks after, around the end of their time. */
import { id, type Owner } from './retention.fixture.ts';

/** The same key for the same number, drawn by chance as those of some tables are. */
export const byChance = (n: number): string => id(n).replace('-7000-', '-4000-');

/** Makes rows (statements, each with its semicolon) in a mission of their own with a leg in Belgrade, both over on the day before that of the event: `the_mission`, `the_leg`, `the_day`. */
const inMission = (at: string, rows: string): string => `do $body$
  declare the_day date := ('${at}'::timestamptz at time zone 'UTC')::date - 1; the_mission uuid := gen_random_uuid(); the_leg uuid := gen_random_uuid();
  begin
    insert into mission (uuid, source_locale, starts_on, ends_on) values (the_mission, 'fr', the_day - 2, the_day);
    insert into mission_translation (mission_uuid, locale, title) values (the_mission, 'fr', 'Around');
    insert into mission_leg (uuid, mission_uuid, source_locale, country_code, city_code, starts_on, ends_on, position) values (the_leg, the_mission, 'fr', 'RS', 'belgrade', the_day - 1, the_day, 1);
    insert into mission_leg_translation (leg_uuid, locale, purpose) values (the_leg, 'fr', 'Around');
    ${rows}
  end $body$`;

/** How a row of each table that it looks after is made, with the event at an instant; days end with theirs. */
export function rowsAround(owner: Owner): Readonly<Record<string, (n: number, at: string) => Promise<unknown>>> {
  /** The session of a row of this table is as long over. */
  const overOf = (table: string) => (n: number, at: string): Promise<number> => owner(`update training_session set ends_at = ?, starts_at = ?::timestamptz - interval '1 hour', town = ? where uuid = (select x.session_uuid from ${table} x join training_session s on s.uuid = x.session_uuid where s.town is distinct from 'Around' order by 1 limit 1)`, [at, at, `Around`]).then(() => n);
  return {
    member: (n, at) => owner(`insert into member (uuid, person_id, role, since, until) values (?, ?, 'EXPERT', '2020-01-01', (?::timestamptz at time zone 'UTC')::date - 1)`, [id(100 + n), id(n), at]),
    data_request: (n, at) => owner(`insert into data_request (uuid, person_id, kind, text, due_on, answered_at, answer) values (?, ?, 'OBJECT', 'x', '2029-01-01', ?, 'y')`, [id(100 + n), id(n), at]),
    address_change: (n, at) => owner(`insert into address_change (person_id, email, secret_hash, created_at) values (?, ?, 'x', ?)`, [id(n), `new${n}@example.org`, at]),
    calendar_link: (n, at) => owner(`insert into calendar_link (uuid, person_id, locale, secret_hash, kept_from) values (?, ?, 'fr', ?, (?::timestamptz at time zone 'UTC')::date - 1)`, [id(100 + n), id(n), `x${n}`, at]),
    availability_call: (n, at) => owner(`with made as (insert into availability_call (uuid, source_locale, from_on, until_on, answers_until) values (?, 'fr', '2020-01-01', (?::timestamptz at time zone 'UTC')::date - 1, '2020-01-01') returning uuid)
      insert into availability_call_translation (call_uuid, locale, title) select uuid, 'fr', 'Around' from made`, [id(100 + n), at]),
    clearance: (n, at) => owner(`insert into clearance (uuid, expert_uuid, from_on, until_on, given_by, given_on, locale) select ?, min(uuid::text)::uuid, (?::timestamptz at time zone 'UTC')::date - 2, (?::timestamptz at time zone 'UTC')::date - 1, 'Around', '2020-01-01', 'fr' from expert`, [id(100 + n), at, at]),
    expert_proposal: (n, at) => owner(`insert into expert_proposal (uuid, expert_uuid, sheet_version, base, content, decided_at, decisions) select ?, min(uuid::text)::uuid, 1, '{}', '{}', ?, '[]' from expert`, [id(100 + n), at]),
    leg_contact: (n, at) => owner(inMission(at, `
        insert into leg_contact (uuid, leg_uuid, name) values ('${id(100 + n)}', the_leg, 'Around');`)),
    slot_offer: (n, at) => owner(inMission(at, `
        insert into meeting (uuid, leg_uuid, source_locale, host_name, category, minutes) values ('${byChance(100 + n)}', the_leg, 'fr', 'Around', 'POLICE', 60);
        insert into meeting_translation (meeting_uuid, locale, subject) values ('${byChance(100 + n)}', 'fr', 'Around');
        insert into slot_offer (meeting_uuid, leg_uuid, submission, name, locale, by_adviser, answers_until) values ('${byChance(100 + n)}', the_leg, gen_random_uuid(), 'Around', 'fr', true, the_day - 3);`)),
    ended_slot_link: (n, at) => owner(`insert into ended_slot_link (secret_hash, ended_on, told_until) values (?, (?::timestamptz at time zone 'UTC')::date - 1, '2099-01-01')`, [`around ${n}`, at]),
    withdrawn_leg: (n, at) => owner(`insert into withdrawn_leg (uuid, country_code, withdrawn_on, is_demonstration) values (?, 'RS', (?::timestamptz at time zone 'UTC')::date - 1, false)`, [id(100 + n), at]),
    mission_photo: (n, at) => owner(inMission(at, `
        insert into mission_photo (uuid, mission_uuid, source_locale, position, width, height, size, bytes) values ('${byChance(100 + n)}', the_mission, 'fr', 1, 1, 1, 1, '\\x00');
        insert into mission_photo_translation (photo_uuid, locale, caption) values ('${byChance(100 + n)}', 'fr', 'Around');`)),
    mission_member: (n, at) => owner(inMission(at, `
        insert into mission_member (uuid, mission_uuid, expert_uuid, role) select '${id(100 + n)}', the_mission, min(e.uuid::text)::uuid, 'POLICE' from expert e;
        insert into mission_stay (member_uuid, leg_uuid, arrives_at, leaves_at) values ('${id(100 + n)}', the_leg, the_day + time '09:00', the_day + time '18:00');
        insert into mission_team_rule (mission_uuid, role, at_least) values (the_mission, 'POLICE', 1);`)),
    mission_paper: (n, at) => owner(inMission(at, `
        insert into mission_paper (uuid, mission_uuid, leg_uuid, kind, subject_uuid, number, facts) values ('${byChance(100 + n)}', the_mission, the_leg, 'CONTACTS', the_leg, 1, '{}');
        insert into mission_paper_person (paper_uuid, key, expert_uuid, name) select '${byChance(100 + n)}', e.uuid, e.uuid, 'Around' from expert e order by e.uuid limit 1;`)),
    plan_search: (n, at) => owner(inMission('2090-01-01T00:00:00Z', `
        insert into plan_search (uuid, mission_uuid, asked_at, problem_hash, problem, assumed) values ('${byChance(100 + n)}', the_mission, '${at}', 'Around', '{}', '{}');`)),
    expert: (n, at) => owner(`update expert set last_mission_on = (?::timestamptz at time zone 'UTC')::date - 1, name = ? where uuid = (select uuid from expert where name !~ '^Around' order by uuid limit 1)`, [at, `Around ${n}`]),
    session_trainer: overOf('session_trainer'), session_part_trainer: overOf('session_part_trainer'), session_document: overOf('session_document'), registration: overOf('registration'), session_invitation: overOf('session_invitation'), presence: overOf('presence'), certificate: overOf('certificate'), evaluation_result: overOf('evaluation_result'),
  };
}
