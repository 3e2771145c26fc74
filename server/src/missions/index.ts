/** Missions of the adviser with a team, and their legs, each of which a post reads by itself. */
export { MissionLegReader } from './mission-leg.reader.ts';
export { MissionLeg, MissionLegTranslation } from './mission-leg.entity.ts';
export { fault, legFault, type MissionFault } from './mission-fault.ts';
export { type MissionMove, whenMissionMoves } from './mission-moves.ts';
export { MissionObjective, MissionObjectiveRecommendation, MissionObjectiveTranslation } from './mission-objective.entity.ts';
export { MissionTeamRule } from './mission-team-rule.entity.ts';
export { Mission, MissionTranslation } from './mission.entity.ts';
export { MissionsResolver } from './missions.resolver.ts';
import './mission-objective.reader.ts';
import './missions.personal.ts';
