export { refuseVictimsData } from './refuse-victims-data.ts';
export { visibleText } from './visible-text.ts';
