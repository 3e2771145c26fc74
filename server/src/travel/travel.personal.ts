/** Links, rules of borders and prices of interpreting are about cities, countries and languages. */
import { noPersons } from '../core/personal/index.ts';
import { BorderRule, InterpretationPrice, TravelLink } from './travel.entity.ts';

noPersons('PUBLIC_FACTS', [BorderRule, InterpretationPrice, TravelLink]);
