/** How instruments are read. */
import { provenanceOf } from '../core/provenance/index.ts';
import { edge, localized, many, maybeLocalized, one, query, reader, type Reader, required, type Row, sql } from '../core/reader/index.ts';
import { CountryReader } from '../countries/index.ts';
import { CountryInstrument, Instrument, InstrumentArticle, InstrumentArticleTranslation, InstrumentTranslation } from './instrument.entity.ts';

const text = (instrument: Row<Instrument>, name: 'title' | 'shortTitle') => ({
  from: InstrumentTranslation, text: name, of: (x: Row<InstrumentTranslation>) => sql<boolean>`${x.instrument} = ${instrument.code}`, source: 'en' as const,
});

export const CountryInstrumentReader = reader(CountryInstrument, {
  fields: (status) => ({
    country: one(CountryReader, (country) => sql`${country.code} = ${status.country}`),
    instrument: one(InstrumentReader, (instrument) => sql`${instrument.code} = ${status.instrument}`),
    provenance: provenanceOf(status),
  }),
});

/** Titles alone: rows with a short name only are left out by whoever asks. */
const InstrumentTranslationReader = reader(InstrumentTranslation, {
  fields: (translation) => ({ title: sql<string>`${translation.title}`, provenance: provenanceOf(translation) }),
});

export const InstrumentArticleReader = reader(InstrumentArticle, {
  fields: (article) => ({
    title: localized({ from: InstrumentArticleTranslation, text: 'title', of: (x: Row<InstrumentArticleTranslation>) => sql<boolean>`${x.instrumentCode} = ${article.instrument} and ${x.number} = ${article.number}`, source: 'en' as const }),
    provenance: provenanceOf(article),
  }),
});

export const InstrumentReader: Reader<Instrument> = reader(Instrument, {
  fields: (instrument) => ({
    title: localized(text(instrument, 'title')),
    shortTitle: maybeLocalized(text(instrument, 'shortTitle')),
    titles: many(InstrumentTranslationReader, {
      on: (x) => sql`${x.instrument} = ${instrument.code} and ${x.title} <> ''`,
      order: (x) => [x.locale],
    }),
    countries: many(CountryInstrumentReader, {
      on: (status) => sql`${status.instrument} = ${instrument.code}`,
      order: (status) => [status.country],
    }),
    articles: many(InstrumentArticleReader, { on: (article) => sql`${article.instrument} = ${instrument.code}`, order: (article) => [article.position] }),
    provenance: provenanceOf(instrument),
  }),
});

query('instruments', {
  description: 'The instruments of law, in the order of the list.',
  list: InstrumentReader,
  order: (instrument) => [instrument.position],
});

query('instrument', {
  description: 'An instrument by its code; null when there is none.',
  args: { code: required(() => String, 'text', 'Its code.') },
  maybe: InstrumentReader,
  on: (instrument, _owner, args) => sql`${instrument.code} = ${args.code}`,
});

edge(CountryReader, 'instruments', {
  description: 'What each instrument is to the country; those that are unknown are left out.',
  list: CountryInstrumentReader,
  on: (status, country) => sql`${status.country} = ${country.code}`,
  order: (status) => [status.instrument],
});
