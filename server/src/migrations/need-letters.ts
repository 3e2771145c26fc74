/** Who is written to of a need that has moved. Part of the migration that follows requests and needs. */

const DEFINER = 'security definer set search_path = public, pg_temp';

/** The services of the post of its country that somebody serves in today, for the adviser who has just moved it. Whoever is invented is told of what is invented alone. */
export const needLetterFunctions: readonly string[] = [`
create function need_letter(the_need uuid) returns jsonb language sql stable ${DEFINER}
  return (select jsonb_build_object('sourceLocale', n.source_locale, 'sourceVersion', n.source_version,
      'texts', (select jsonb_object_agg(t.locale, jsonb_build_object('title', t.title, 'version', t.source_version)) from need_translation t where t.need_uuid = n.uuid),
      'readers', (select coalesce(jsonb_agg(jsonb_build_object('email', p.email, 'locale', coalesce(p.locale, 'fr')) order by p.email collate "C"), '[]')
        from person p where is_invented(p.id) = n.is_demonstration and exists (select from member m where m.person_id = p.id and m.role in ('SCAC', 'SSI') and m.country_code = n.country_code and is_serving(p.id, n.country_code, m.role))))
    from need n where n.uuid = the_need and is_adviser() and (n.is_demonstration or not acts_invented()))`];
