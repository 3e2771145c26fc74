/** What coordinates action against trafficking in a country: coordinator, referral mechanism, rapporteur, strategy. */
export { CountryCoordination } from './coordination.entity.ts';
export { CoordinationKind } from './coordination-words.ts';
export { CoordinationResolver } from './coordination.resolver.ts';
import './coordination.personal.ts';
import './coordination.reader.ts';
