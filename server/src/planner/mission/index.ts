/** The door of the planning of missions. */
export { planMission } from './mission.ts';
export { MOST_MEETINGS } from './model.ts';
export { isPassable } from './passage.ts';
