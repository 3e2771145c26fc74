/** Terms are words. */
import { noPersons } from '../core/personal/index.ts';
import { Term, TermName } from './term.entity.ts';

noPersons('VOCABULARY', [Term, TermName]);
