/** Institutions, mechanisms and documents: nobody is named. Who entered one stands in the journal. */
import { noPersons } from '../core/personal/index.ts';
import { CountryCoordination } from './coordination.entity.ts';

noPersons('PUBLIC_FACTS', [CountryCoordination]);
