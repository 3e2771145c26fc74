/** The journeys and costs of a mission. */
export { CostsResolver } from './costs.resolver.ts';
export { MissionBudget } from './mission-budget.entity.ts';
export { MissionCost } from './mission-cost.entity.ts';
export { MissionTravel, MissionTraveller } from './mission-travel.entity.ts';
export { OwnJourney } from './own-journey.entity.ts';
import './cost.personal.ts';
import './cost.reader.ts';
import './own-journey.reader.ts';
