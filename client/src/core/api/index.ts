export { type Failure, type FailureCode, failureOf } from './failure.ts';
export { type InTurn, inTurn } from './inTurn.ts';
export { type Act, useAct } from './useAct.ts';
export { type Answer, useAnswer } from './useAnswer.ts';
export { useApi } from './useApi.ts';
export { useLive } from './useLive.ts';
