export { ExpertRecord } from './laterExpertRecord.ts';
export { shownPracticeRoutes } from './public.routes.ts';
export { practiceRoutes } from './routes.ts';
