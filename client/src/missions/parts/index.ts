// A door of its own for pages of other features: the list of routes does not load it.
export { default as MissionFrame } from './MissionFrame.vue';
export { default as StateMark } from '../StateMark.vue';
