/** The reference data: public facts that come with the server, and that people may correct where it runs. */
export { referenceFolder } from './folder.ts';
export { importReference } from './import.ts';
export { ReferenceFileError } from './reference-file-error.ts';
export { ReferenceRow } from './reference-row.entity.ts';
export { totalOf } from './report.ts';
import './reference-row.personal.ts';
