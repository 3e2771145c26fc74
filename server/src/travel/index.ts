/** What planning needs to know of travelling: links from city to city, and rules of borders. */
export { BorderRule, TravelLink } from './travel.entity.ts';
export { TravelLinkReader } from './travel.reader.ts';
export { TravelResolver } from './travel.resolver.ts';
import './travel.personal.ts';
