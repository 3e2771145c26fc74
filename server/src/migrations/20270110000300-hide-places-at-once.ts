import { Migration } from '@mikro-orm/migrations';
import { amended } from './amending.ts';

const DEFINER = 'security definer set search_path = public, pg_temp';

/** Which of the meetings of a paper are where it may be said is asked of all of them at once: asked meeting by meeting, the programmes of a team with forty meetings asked it hundreds of times. What comes of it is what \`hides_place\` says of each. */
export class Migration20270110000300 extends Migration {
  override up(): void {
    this.addSql(`
      create function places_told(the_meetings uuid[]) returns table (meeting uuid, place jsonb) language sql stable ${DEFINER} as $body$
        with held as materialized (
          select m.uuid, m.place_name, m.place_address, m.organisation_slug, m.host_name, l.country_code, array_remove(array[fold(m.host_name), fold(m.place_name)], null) as names
          from meeting m join mission_leg l on l.uuid = m.leg_uuid where m.uuid = any(the_meetings) and num_nonnulls(m.place_name, m.place_address) > 0
        ), secret as materialized (
          select o.slug, o.country_code, array[o.folded] || array(select fold(t.name) from organisation_translation t where t.organisation_slug = o.slug) as names from organisation o
          where o.is_protected and o.kind <> 'INTERNATIONAL' and (o.country_code in (select h.country_code from held h) or o.slug in (select h.organisation_slug from held h))
        )
        select h.uuid, jsonb_build_object('name', h.place_name, 'address', h.place_address, 'organisation', h.organisation_slug, 'host', h.host_name, 'country', h.country_code)
        from held h where not exists (select from secret s where s.slug = h.organisation_slug or s.country_code = h.country_code and s.names && h.names)
      $body$;`);
    this.addSql('revoke execute on function places_told(uuid[]) from public;');
    this.addSql(`${amended('leg_on_paper(uuid, uuid)', 'select h.uuid, meeting_place_on_paper(h.uuid) as place from held h', 'select t.meeting as uuid, t.place from places_told(array(select h.uuid from held h)) t')};`);
    this.addSql(`${amended('member_on_paper(uuid)', 'select h.meeting_uuid, meeting_place_on_paper(h.meeting_uuid) as place from held h', 'select t.meeting as meeting_uuid, t.place from places_told(array(select h.meeting_uuid from held h)) t')};`);
    this.addSql('drop function meeting_place_on_paper(uuid);');
  }
}
