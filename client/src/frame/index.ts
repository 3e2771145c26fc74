export { inItsTurn } from './inItsTurn.ts';
export { takeOver } from './takeOver.ts';
export { turn } from './turn.ts';
