/** Links, rules of borders, prices of interpreting and working hours are about cities, countries and languages. */
import { noPersons } from '../core/personal/index.ts';
import { BorderRule, CountryHours, InterpretationPrice, TravelLink } from './travel.entity.ts';

noPersons('PUBLIC_FACTS', [BorderRule, CountryHours, InterpretationPrice, TravelLink]);
