/** The door of the explanations: why a plan is as it is, what would make it otherwise, and what else there is to choose from. For any solver. */
export { alternatives } from './alternatives.ts';
export { compare } from './compare.ts';
export { conflictsOf } from './conflict.ts';
export { curve, type CurvePoint } from './curve.ts';
export { isLeftOpen, isProvedWhy } from './deepened.ts';
export { leftOut, lookFurther, type Valued } from './left-out.ts';
export { askedOf, type LegReason, whyThisLeg, whyThisLegOf } from './legs.ts';
export { levelOf, sayChange, sayConflicts, sayLeftOut, sayLeg, type Sentence } from './sentences.ts';
export { shapeOf } from './shape.ts';
export { Asking, type Solve, type Solved } from './solve.ts';
