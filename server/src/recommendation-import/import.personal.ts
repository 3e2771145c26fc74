/** What files said of recommendations is what the register says: nothing about persons. */
import { noPersons } from '../core/personal/index.ts';
import { RecommendationImportRow } from './recommendation-import-row.entity.ts';

noPersons('TECHNICAL', [RecommendationImportRow]);
