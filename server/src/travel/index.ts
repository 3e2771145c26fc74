/** What planning needs to know of travelling: links from city to city, rules of borders, what interpreting costs, and when a country works. */
export { BorderRule, CountryHours, InterpretationPer, InterpretationPrice, TravelLink } from './travel.entity.ts';
export { TravelLinkReader } from './travel.reader.ts';
export { TravelResolver } from './travel.resolver.ts';
import './travel.personal.ts';
