/** Links and rules of borders are about cities and countries. */
import { noPersons } from '../core/personal/index.ts';
import { BorderRule, TravelLink } from './travel.entity.ts';

noPersons('PUBLIC_FACTS', [BorderRule, TravelLink]);
