export { SheetAppraisals } from './laterSheetAppraisals.ts';
export { default as ReportSummary } from './ReportSummary.vue';
export { publicationRoutes, reportRoutes } from './routes.ts';
