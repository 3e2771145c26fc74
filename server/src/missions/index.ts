/** Missions of the adviser with a team, and their legs, each of which a post reads by itself. */
export { LegContact } from './leg-contact.entity.ts';
export { LegPerson } from './leg-person.entity.ts';
export { MissionLeg, MissionLegTranslation } from './mission-leg.entity.ts';
export { MissionMember, MissionStay } from './mission-member.entity.ts';
export { MissionObjective, MissionObjectiveRecommendation, MissionObjectiveTranslation } from './mission-objective.entity.ts';
export { MissionTeamRule } from './mission-team-rule.entity.ts';
export { Mission, MissionTranslation } from './mission.entity.ts';
export { MissionsResolver } from './missions.resolver.ts';
export { PrepareLegResolver } from './prepare-leg.resolver.ts';
export { TeamResolver } from './team.resolver.ts';
import './leg-contact.personal.ts';
import './leg-contact.reader.ts';
import './mission-leg.reader.ts';
import './mission-objective.reader.ts';
import './missions.personal.ts';
import './team.reader.ts';
import './team.personal.ts';
