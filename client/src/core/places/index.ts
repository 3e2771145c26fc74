export { cityName, zoneCity, zoneText } from './places.ts';
