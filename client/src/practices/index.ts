export { ExpertRecord } from './laterExpertRecord.ts';
export { practiceRoutes } from './routes.ts';
