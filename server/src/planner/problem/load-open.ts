/** Reads what is open, as whoever asks may see it: needs and recommendations by country and theme. */
import type { EntityManager } from '@mikro-orm/postgresql';
import type { TeamRole } from '@passerelle/shared/missionTeam.ts';
import type { KnownOpen } from './candidates.ts';

/** Of recommendations those of which nothing is said, or nothing that closes them. Where the mission has objectives with needs or recommendations those alone count. Of invented missions invented needs, with all of the register; of real ones nothing invented, and no invented progress. A need that is met by what is planned already – a session that is still to be held, another mission that is not over – is not open, but where the mission has it among its objectives. */
const OPEN = `
  with m as (select uuid, is_demonstration from mission where uuid = ?),
  wanted_needs as (select x.need_uuid from mission_objective_need x join mission_objective o on o.uuid = x.objective_uuid, m where o.mission_uuid = m.uuid),
  wanted as (select x.recommendation_slug from mission_objective_recommendation x join mission_objective o on o.uuid = x.objective_uuid, m where o.mission_uuid = m.uuid),
  has as (select exists (select from wanted_needs) or exists (select from wanted) as wishes),
  planned as (
    select l.need_uuid from session_need l join training_session s on s.uuid = l.session_uuid where s.stage in ('OPEN', 'CLOSED') and s.ends_at > now()
    union select l.need_uuid from mission_objective_need l join mission_objective o on o.uuid = l.objective_uuid join mission other on other.uuid = o.mission_uuid, m where other.uuid <> m.uuid and other.stage in ('PLANNED', 'CONSULTED', 'AGREED') and other.ends_on >= current_date),
  n as (select n.country_code, n.theme_code, array(select a.audience_code from need_audience a where a.need_uuid = n.uuid) as audiences from need n, m, has where n.is_demonstration = m.is_demonstration and n.status in ('SUBMITTED', 'UNDER_REVIEW', 'TAKEN_UP')
    and case when has.wishes then n.uuid in (select need_uuid from wanted_needs) else n.uuid not in (select need_uuid from planned) end),
  r as (select r.country_code, t.theme_code, r.verb from recommendation r join recommendation_theme t on t.recommendation_slug = r.slug, m, has
    where r.is_demonstration <= m.is_demonstration and (not has.wishes or r.slug in (select recommendation_slug from wanted)) and coalesce((
      select p.status not in ('IMPLEMENTED', 'NO_LONGER_RELEVANT') from recommendation_progress p where p.recommendation_slug = r.slug and p.is_demonstration <= m.is_demonstration order by p.is_demonstration, p.entered_at desc, p.position desc limit 1), true)),
  open as (select country_code, theme_code, 1 as needs, audiences, null::text as verb from n union all select country_code, theme_code, 0, '{}', verb from r)
  select country_code as country, theme_code as theme, sum(needs)::int as needs, coalesce(array_agg(verb order by verb) filter (where verb is not null), '{}') as verbs,
    array(select distinct a from open x, unnest(x.audiences) a where x.country_code = o.country_code and x.theme_code = o.theme_code order by a) as audiences,
    array(select l.language_code from country_language l where l.country_code = o.country_code order by l.position) as languages
  from open o group by country_code, theme_code order by country_code, theme_code`;

/** Of whose work a need says that it is about, as what somebody of the team comes who does the same work; of others, as health, education and lawyers, a team has no role. */
const ROLES: Readonly<Record<string, TeamRole>> = { MAGISTRATES: 'MAGISTRATE', POLICE: 'POLICE', BORDER_GUARDS: 'POLICE', LABOUR_INSPECTORATE: 'LABOUR', SOCIAL_SERVICES: 'SOCIAL', NGOS: 'NGO' };

const rolesOf = (audiences: readonly string[]): TeamRole[] => [...new Set(audiences.flatMap((audience) => ROLES[audience] ?? []))].sort();

/** What is open; nothing where there is no such mission, or none for who asks. */
export async function missionOpen(em: EntityManager, mission: string): Promise<KnownOpen[]> {
  const open = await em.execute<(Omit<KnownOpen, 'roles'> & { readonly audiences: readonly string[] })[]>(OPEN, [mission]);
  return open.map(({ audiences, ...one }) => ({ ...one, roles: rolesOf(audiences) }));
}
