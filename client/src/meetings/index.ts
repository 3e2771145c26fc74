/** The meetings of a mission’s leg: their page, and what pages of legs show of them. */
export { LegProgramme } from './laterProgramme.ts';
export { useProgrammeWords } from './useProgrammeWords.ts';
export { meetingRoutes } from './routes.ts';
