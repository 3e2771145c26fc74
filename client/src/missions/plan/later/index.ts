// A door of its own: what nobody needs to see of a plan at once.
export { default as PlanAssumed } from '../PlanAssumed.vue';
export { default as PlanCounted } from '../PlanCounted.vue';
export { default as PlanCurve } from '../PlanCurve.vue';
export { default as PlanGoals } from '../PlanGoals.vue';
export { default as PlanIdea } from '../PlanIdea.vue';
export { default as PlanMap } from '../PlanMap.vue';
export { default as PlanMove } from '../PlanMove.vue';
export { default as PlanPeople } from '../PlanPeople.vue';
export { default as PlanTake } from '../PlanTake.vue';
export { default as PlanTakeOver } from '../PlanTakeOver.vue';
export { default as PlanWhy } from '../PlanWhy.vue';
