/** What planning needs to know of travelling: links from city to city, rules of borders, and what interpreting costs. */
export { BorderRule, InterpretationPer, InterpretationPrice, TravelLink } from './travel.entity.ts';
export { TravelLinkReader } from './travel.reader.ts';
export { TravelResolver } from './travel.resolver.ts';
import './travel.personal.ts';
