/** Instruments of law are public facts. */
import { noPersons } from '../core/personal/index.ts';
import { CountryInstrument, Instrument, InstrumentArticle, InstrumentArticleTranslation, InstrumentTranslation } from './instrument.entity.ts';

noPersons('PUBLIC_FACTS', [CountryInstrument, Instrument, InstrumentArticle, InstrumentArticleTranslation, InstrumentTranslation]);
