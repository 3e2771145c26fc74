/** What works on the invented needs: sessions of their country on their theme, objectives of the invented missions, and what one of them has found. */
import type { EntityManager } from '@mikro-orm/postgresql';

/** Sessions of the country of a need on its main theme, the last three. What is withdrawn is worked on by nothing. */
const SESSIONS = `
  insert into session_need (session_uuid, need_uuid)
  select s.uuid, n.uuid from need n cross join lateral (
    select s.uuid from training_session s where s.is_demonstration and s.country_code = n.country_code and s.theme_code = n.theme_code order by s.starts_at desc, s.uuid limit 3) s
  where n.is_demonstration and n.status <> 'WITHDRAWN'`;

/** By the key of a mission, the needs that its first objective works on. */
const OBJECTIVES: Readonly<Record<string, readonly string[]>> = {
  // Sarajevo, Belgrade and Pristina: of each country one.
  '6f1c8b3e-52d7-4c0a-9e41-7ab0d2c95e10': ['8034f7cc-a399-428c-bbbd-226f5220a821', '226544c6-22c7-4c83-b9fd-a37461928326', '9c7adad9-27b2-4dc3-90b3-8455497c0980'],
  // Tirana.
  'd5e2b781-9a4c-4637-8f0d-1c7e6a93b2f8': ['1df564db-fcc2-4e9a-8446-0750dbaebd84'],
  // An idea: labour inspectorates.
  '09f7ac42-6d1e-4835-b0c9-e4a52d816b7c': ['e4592287-6304-4ef9-aca6-de356632f819'],
};

/** By the key of a finding: no interpreters during checks, joint checks. */
const FINDINGS: Readonly<Record<string, string>> = { '7d2a90e4-c615-4b38-91f7-e04b8a5d3c69': 'beec376b-5d26-40ca-bf6b-9d86431053d6', 'c6140bf9-83d5-4a7e-b2c0-19f5d7e36a84': '4a85b712-ba8b-4bef-975c-33304b501d12' };

/** Writes them, once there are needs, sessions and missions. `em` is the owner's. */
export async function fillNeedLinks(em: EntityManager): Promise<void> {
  await em.execute(SESSIONS);
  for (const [mission, needs] of Object.entries(OBJECTIVES)) {
    for (const need of needs) await em.execute('insert into mission_objective_need (objective_uuid, need_uuid) select uuid, ?::uuid from mission_objective where mission_uuid = ? and position = 1', [need, mission]);
  }
  for (const [finding, need] of Object.entries(FINDINGS)) await em.execute('insert into finding_need (finding_uuid, need_uuid) values (?, ?)', [finding, need]);
}
