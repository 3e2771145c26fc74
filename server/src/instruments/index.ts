/** The instruments of law against trafficking and their status by country. */
export { ConsentKind, CountryInstrument, Instrument, InstrumentArticle, InstrumentArticleTranslation, InstrumentStatus, InstrumentTranslation } from './instrument.entity.ts';
export { InstrumentArticleReader, InstrumentReader } from './instrument.reader.ts';
import './instrument.personal.ts';
