/** Lists that are taken out of the site, as CSV and as workbooks. */
export { EXPORTS, exportRoutes } from './export-routes.ts';
