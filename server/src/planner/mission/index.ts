/** The door of the planning of missions. */
export { planMission } from './mission.ts';
export { MOST_MEETINGS } from './model/model.ts';
export { isPassable } from './model/passage.ts';
