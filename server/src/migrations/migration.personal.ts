/** The migrations that were made, by their names. */
import { noPersons } from '../core/personal/index.ts';

noPersons('TECHNICAL', ['mikro_orm_migrations']);
