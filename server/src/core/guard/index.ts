export { refuseVictimsData } from './refuse-victims-data.ts';
