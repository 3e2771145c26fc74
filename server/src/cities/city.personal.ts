/** Cities are public facts: no line of these tables names anybody. */
import { noPersons } from '../core/personal/index.ts';
import { City, CityTranslation } from './city.entity.ts';

noPersons('PUBLIC_FACTS', [City, CityTranslation]);
