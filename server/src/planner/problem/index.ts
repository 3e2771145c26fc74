/** The door of the problems of missions: what is known of a mission becomes what a planner is asked. */
export { type Candidate, candidatesOf, meetingOfCandidate, OPEN_WORTH, type OpenWorth } from './candidates.ts';
export { askedAt, isCompetence } from './competences.ts';
export type { MissionFacts } from './facts.ts';
export { missionOpen } from './load-open.ts';
export { missionFacts } from './load.ts';
export { problemOf } from './problem.ts';
export { type ChosenGoal, type ChosenGoals, GOAL_MEASURES, type GoalMeasure, isWeighedLevel, POINT } from './goals.ts';
export { changingHoursOf, type OwnHours, ownHoursOf } from './hours.ts';
export { isAssumed } from './interpreters.ts';
export { idOfPin, isChosen, missingOf } from './pins.ts';
export { type ChosenLimit, type ChosenPin, DEFAULT_SETTINGS, type PlanningSettings } from './settings.ts';
export type { LeftOutLink } from './travel.ts';
