export { SheetAppraisals } from './laterSheetAppraisals.ts';
export { default as ReportSummary } from './ReportSummary.vue';
export { publicationRoutes } from './public.routes.ts';
export { reportRoutes } from './routes.ts';
