export { inItsTurn } from './inItsTurn.ts';
export { takeOver } from './takeOver.ts';
