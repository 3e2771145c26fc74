/** Reads what is open, as whoever asks may see it: needs and recommendations by country and theme. */
import type { EntityManager } from '@mikro-orm/postgresql';
import type { KnownOpen } from './candidates.ts';

/** Of recommendations those of which nothing is said, or nothing that closes them. Where the mission has objectives with needs or recommendations those alone count. Of invented missions invented needs, with all of the register; of real ones nothing invented, and no invented progress. */
const OPEN = `
  with m as (select uuid, is_demonstration from mission where uuid = ?),
  wanted_needs as (select x.need_uuid from mission_objective_need x join mission_objective o on o.uuid = x.objective_uuid, m where o.mission_uuid = m.uuid),
  wanted as (select x.recommendation_slug from mission_objective_recommendation x join mission_objective o on o.uuid = x.objective_uuid, m where o.mission_uuid = m.uuid),
  has as (select exists (select from wanted_needs) or exists (select from wanted) as wishes),
  n as (select n.country_code, n.theme_code from need n, m, has where n.is_demonstration = m.is_demonstration and n.status in ('SUBMITTED', 'UNDER_REVIEW', 'TAKEN_UP') and (not has.wishes or n.uuid in (select need_uuid from wanted_needs))),
  r as (select r.country_code, t.theme_code, r.verb from recommendation r join recommendation_theme t on t.recommendation_slug = r.slug, m, has
    where r.is_demonstration <= m.is_demonstration and (not has.wishes or r.slug in (select recommendation_slug from wanted)) and coalesce((
      select p.status not in ('IMPLEMENTED', 'NO_LONGER_RELEVANT') from recommendation_progress p where p.recommendation_slug = r.slug and p.is_demonstration <= m.is_demonstration order by p.is_demonstration, p.entered_at desc, p.position desc limit 1), true)),
  open as (select country_code, theme_code, 1 as needs, null::text as verb from n union all select country_code, theme_code, 0, verb from r)
  select country_code as country, theme_code as theme, sum(needs)::int as needs, coalesce(array_agg(verb order by verb) filter (where verb is not null), '{}') as verbs from open group by 1, 2 order by 1, 2`;

/** What is open; nothing where there is no such mission, or none for who asks. */
export const missionOpen = (em: EntityManager, mission: string): Promise<KnownOpen[]> => em.execute<KnownOpen[]>(OPEN, [mission]);
