import { Migration } from '@mikro-orm/migrations';

const DEFINER = 'security definer set search_path = public, pg_temp';
const SECRET = `o.is_protected and o.kind <> 'INTERNATIONAL'`;

/** Whether a place is hidden is asked of all organisations at once, and of a paper of all its places at once: a list of the papers of a mission with forty meetings took longer than a question may. */
export class Migration20261225000400 extends Migration {
  override up(): void {
    this.addSql(`
      create or replace function hides_place(the_organisation text, the_host text, the_place text, the_country text) returns boolean language sql stable ${DEFINER} as $body$
        with said as materialized (select fold(n) as name from unnest(array[the_host, the_place]) n where n is not null)
        select exists (select from organisation o where ${SECRET} and (o.slug = the_organisation or o.country_code = the_country and (o.folded in (select s.name from said s)
          or exists (select from organisation_translation x where x.organisation_slug = o.slug and fold(x.name) in (select s.name from said s)))))
      $body$;`);
    this.addSql(`
      create or replace function places_hidden(the_paper uuid) returns text[] language sql stable ${DEFINER} as $body$
        with place as materialized (
          select x.key, x.value ->> 'country' as country, array[x.value ->> 'organisation', m.organisation_slug] as organisations, array[fold(x.value ->> 'host'), fold(x.value ->> 'name'), fold(m.host_name)] as names
          from mission_paper p cross join jsonb_each(p.facts -> 'places') x left join meeting m on m.uuid = case when x.key ~ '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' then x.key::uuid end where p.uuid = the_paper
        ), secret as materialized (
          select o.slug, o.country_code as country, array[o.folded] || array(select fold(t.name) from organisation_translation t where t.organisation_slug = o.slug) as names from organisation o
          where ${SECRET} and (o.country_code in (select p.country from place p) or exists (select from place p where o.slug = any(p.organisations)))
        )
        select coalesce(array_agg(p.key), '{}') from place p where exists (select from secret s where s.slug = any(p.organisations) or s.country = p.country and s.names && array_remove(p.names, null))
      $body$;`);
  }
}
