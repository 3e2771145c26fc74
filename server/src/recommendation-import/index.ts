/** Importing recommendations from a file, and the register in the format of such a file. */
export { registerFileOf } from './register-file.ts';
export { RecommendationImportResolver } from './import.resolver.ts';
export { RecommendationImportRow } from './recommendation-import-row.entity.ts';
import './import.personal.ts';
