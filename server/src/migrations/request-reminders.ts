/** Reminding the services of a post that the last day for their opinion about a cooperation request is near. Part of the migration that follows requests. */

const DEFINER = 'security definer set search_path = public, pg_temp';

/**
 * Takes one request of which the post has not said all it thinks, from the morning of the last working day before the deadline on, once: its letter, for those who owe an answer. Whoever is invented is told of what is
 * invented alone.
 */
const reminders = `
create function take_request_reminder(the_passed uuid[]) returns jsonb language plpgsql volatile ${DEFINER} as $body$
declare
  which uuid;
begin
  if not acts_for('consultations') then return null; end if;
  select r.uuid into which from cooperation_request r join country c on c.code = r.country_code
    where r.status = 'CONSULTED' and r.reminded_at is null and now() < r.due_at and r.uuid <> all(the_passed)
      and now() >= (working_day_before(r.country_code, r.due_on) + time '08:00') at time zone c.time_zone
      and exists (select from cooperation_request_opinion o where o.request_uuid = r.uuid and o.answer is null)
    order by r.uuid limit 1 for update of r skip locked;
  if which is null then return null; end if;
  update cooperation_request set reminded_at = now() where uuid = which;
  return (select jsonb_build_object('key', r.uuid, 'dueOn', r.due_on, 'sourceLocale', r.source_locale, 'sourceVersion', r.source_version,
      'texts', (select jsonb_object_agg(t.locale, jsonb_build_object('subject', t.subject, 'version', t.source_version)) from cooperation_request_translation t where t.request_uuid = r.uuid),
      'readers', (select coalesce(jsonb_agg(jsonb_build_object('email', p.email, 'locale', coalesce(p.locale, 'fr'), 'silenceAgrees', o.silence_agrees) order by p.email collate "C"), '[]')
        from cooperation_request_opinion o join member m on m.role = o.service and m.country_code = r.country_code join person p on p.id = m.person_id
        where o.request_uuid = r.uuid and o.answer is null and is_invented(p.id) = r.is_demonstration and is_serving(p.id, r.country_code, m.role)))
    from cooperation_request r where r.uuid = which);
end $body$`;

export const requestReminderFunctions: readonly string[] = [reminders];
