/** That a database is a demonstration says nothing of anybody. */
import { noPersons } from '../core/personal/index.ts';
import { Demonstration } from './demonstration.entity.ts';

noPersons('TECHNICAL', [Demonstration]);
