/** The clearances of experts: on which days an authority or an employer lets them go on missions. */
export { Clearance, ClearanceFile, ClearanceFileContent } from './clearance.entity.ts';
export { CLEARANCES, clearanceRoutes } from './clearance-routes.ts';
export { ClearancesResolver } from './clearances.resolver.ts';
import './clearance.personal.ts';
import './clearance.reader.ts';
