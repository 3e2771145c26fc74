/** The journeys and costs of a mission. */
export { TravelMode } from './cost-kind.ts';
export { removeMissionCost, saveMissionCost } from './costs.service.ts';
export { CostsResolver } from './costs.resolver.ts';
export { removeMissionTravel, saveMissionTravel } from './journeys.service.ts';
export { MissionBudget } from './mission-budget.entity.ts';
export { MissionCost } from './mission-cost.entity.ts';
export { MissionTravel, MissionTraveller } from './mission-travel.entity.ts';
export { OwnJourney } from './own-journey.entity.ts';
import './cost.personal.ts';
import './cost.reader.ts';
import './own-journey.reader.ts';
