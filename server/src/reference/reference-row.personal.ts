/** What the import wrote is what the tables of public facts hold. */
import { noPersons } from '../core/personal/index.ts';
import { ReferenceRow } from './reference-row.entity.ts';

noPersons('TECHNICAL', [ReferenceRow]);
