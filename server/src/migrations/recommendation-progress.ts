/** What the database holds to of what has become of recommendations. Part of the migration that adds it. */

const DEFINER = 'security definer set search_path = public, pg_temp';

/** What was said stays as it was said; its version is raised where it is said in another language, and who said it is forgotten with their account. */
const staying = `
create function keep_recommendation_progress() returns trigger language plpgsql ${DEFINER} as $body$ begin
  if (new.uuid, new.source_locale, new.source_version, new.recommendation_slug, new.position, new.status, new.as_of, new.entered_at, new.entered_as, new.is_demonstration)
      is distinct from (old.uuid, old.source_locale, old.source_version, old.recommendation_slug, old.position, old.status, old.as_of, old.entered_at, old.entered_as, old.is_demonstration)
      or new.entered_by_id is distinct from old.entered_by_id and (new.entered_by_id is not null or exists (select from person where id = old.entered_by_id)) then
    raise exception 'what was said of a recommendation stays' using errcode = 'check_violation', constraint = 'recommendation_progress_stays';
  end if;
  return new;
end $body$`;

/** What is written, written anew and taken away in other languages: the words in its own are told of with the entry. */
const trail = `
create function record_recommendation_progress_texts() returns trigger language plpgsql ${DEFINER} as $body$ begin
  insert into audit_entry (by_id, action, subject, object, part, before, after)
    select (select id from person where id = acting_person()), 'CHANGED', 'RECOMMENDATION_PROGRESS', p.uuid, 'seen.' || coalesce(new.locale, old.locale), old.seen, new.seen
    from recommendation_progress p where p.uuid = coalesce(new.progress_uuid, old.progress_uuid) and p.source_locale <> coalesce(new.locale, old.locale) and old.seen is distinct from new.seen;
  return null;
end $body$`;

export const recommendationProgressFunctions: readonly string[] = [
  staying, trail,
  'create trigger "recommendation_progress_stays" before update on "recommendation_progress" for each row execute function keep_recommendation_progress()',
];
