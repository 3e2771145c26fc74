/** Instruments of law are public facts. */
import { noPersons } from '../core/personal/index.ts';
import { CountryInstrument, Instrument, InstrumentTranslation } from './instrument.entity.ts';

noPersons('PUBLIC_FACTS', [CountryInstrument, Instrument, InstrumentTranslation]);
