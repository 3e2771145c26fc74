/**
 * To whom each row of missions and their legs is open: said once more, in other words than the readers and the rules of rows say it. Each
 * statement gives the `id` of a row.
 */
import { ADVISERS, type Role } from './roles.ts';

/** Whose post each role is of. */
const POSTS: Readonly<Partial<Record<Role, string>>> = { scac: 'RS', ssi: 'RS', scacElsewhere: 'AL' };

export interface MissionRows {
  /** All of them. */
  readonly rows: string;
  readonly to: (role: Role) => string;
  /** The query that lists them. */
  readonly list: string;
}

/** Legs `l` that their posts have been shown, as the world of these tests writes what they are for: SHOWN of one that is shown, HIDDEN of one that is not. */
const WAS_SHOWN = `exists (select from mission_leg_translation x where x.leg_uuid = l.uuid and x.purpose like 'SHOWN%')`;

export const MISSION_ROWS: Readonly<Record<string, MissionRows>> = {
  Mission: { rows: 'select m.uuid::text as id from mission m where true', to: (role) => String(ADVISERS.includes(role)), list: 'missions' },
  MissionLeg: {
    rows: 'select l.uuid::text as id from mission_leg l where true', list: 'missionLegs',
    to: (role) => (ADVISERS.includes(role) ? 'true' : POSTS[role] ? `(l.country_code = '${POSTS[role]}' and ${WAS_SHOWN})` : 'false'),
  },
};

/** The rows of a type that a role sees, as a statement. */
export const dueMissions = (type: string, role: Role): string => `${MISSION_ROWS[type]!.rows} and ${MISSION_ROWS[type]!.to(role)}`;
