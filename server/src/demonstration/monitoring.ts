/** Invented dates of a monitoring body: past ones and such as are still to come, some of which nobody knows. */
import type { EntityManager } from '@mikro-orm/postgresql';

const SOURCE = 'Dates inventées pour la démonstration';

/** Keys are drawn by chance, once. In how many days each date is, or was; null where nobody knows it. None is so near that anybody would be reminded of it at once. */
const CYCLES: readonly (readonly [uuid: string, country: string, round: number, days: readonly (number | null)[], checked: boolean])[] = [
  ['3f2a9c61-5b7d-4e18-9a40-6d1c8e2b7f11', 'RS', 4, [-300, -120, -40, 45, 150, null], true], ['7c81e5d2-90ab-4f36-8b5c-2e7d4a9f1c22', 'MK', 4, [-90, 60, null, null, null, null], false],
  ['a94d07b3-1e6f-4c52-b8d1-5f3a6c0e9d33', 'AL', 4, [50, null, null, null, null, null], false], ['d15b8e74-2c90-4a67-95e3-8b4f7d1a0e44', 'SI', 3, [-900, -700, -560, -520, -400, 75], true],
  ['b28e5a19-7f43-4d06-8c1b-9a5d3e7f2c66', 'AL', 1, [-900, -760, -600, -560, -420, -30], true],
  ['e6c39f85-3d0a-4b78-a6f4-9c5e8b2d1f55', 'RO', 4, [-500, -380, -200, -160, -30, 400], true],
];

/** Writes them; `em` is the owner's. */
export async function fillMonitoring(em: EntityManager): Promise<void> {
  for (const [uuid, country, round, days, isChecked] of CYCLES) {
    await em.execute(
      `insert into monitoring_cycle (uuid, country_code, body, round, questionnaire_on, visit_on, draft_report_on, comments_on, publication_on, follow_up_on, source, is_verified, checked_on, is_demonstration)
       values (?, ?, 'GRETA', ?, ${days.map(() => 'current_date + ?::int').join(', ')}, ?, ?, case when ? then current_date::text end, true)`, [uuid, country, round, ...days, SOURCE, isChecked, isChecked]);
  }
}
