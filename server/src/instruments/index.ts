/** The instruments of law against trafficking and their status by country. */
export { ConsentKind, CountryInstrument, Instrument, InstrumentStatus, InstrumentTranslation } from './instrument.entity.ts';
import './instrument.reader.ts';
import './instrument.personal.ts';
