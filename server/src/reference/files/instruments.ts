/** What instruments.json says. */
import type { Locale } from '@passerelle/shared/locales.ts';
import { NameContext } from '../../countries/index.ts';
import { ConsentKind, InstrumentStatus } from '../../instruments/index.ts';
import type { FileRow } from '../tables.ts';
import { DAY, type Entry } from './entry.ts';
import { type Codes, localesOf, provenanceOf, REQUIRED, textsOf } from './parts.ts';

/** As it is cited: 18, 11a. */
const ARTICLE = /^[1-9]\d{0,2}[a-z]?$/;

/** The rows of the instruments, of their titles and of what they are to the countries. */
export function instrumentRows(file: Entry, { countries }: Pick<Codes, 'countries'>): FileRow[] {
  file.leave('asOf');
  return file.list('instruments').flatMap((instrument, index): FileRow[] => {
    const code = instrument.text('code', /^[a-z0-9-]+$/);
    const titles = instrument.entry('titles');
    return [
      {
        table: 'instrument',
        values: {
          code, position: index + 1, reference: instrument.text('reference'), name_context: instrument.maybeCode('nameContext', Object.values(NameContext)),
          adopted_on: instrument.maybeText('adoptedOn', DAY), opened_for_signature_on: instrument.maybeText('openedForSignatureOn', DAY),
          in_force_on: instrument.maybeText('inForceOn', DAY), transposition_due_on: instrument.maybeText('transpositionDueOn', DAY),
          ...provenanceOf(instrument),
        },
      },
      ...localesOf(titles, REQUIRED).map((locale) => titleRow(code, locale, titles.entry(locale))),
      ...articleRows(code, instrument),
      ...instrument.list('countries').map((status) => statusRow(code, status, countries)),
    ];
  });
}

/**
 * A title and a short title. The short title is a working name of this site and the provenance speaks of the title alone:
 * where the official title is not known there is none, and nothing that could be verified.
 */
function titleRow(code: string, locale: Locale, entry: Entry): FileRow {
  const shortTitle = entry.text('shortTitle');
  const title = REQUIRED.includes(locale) ? entry.text('title') : entry.maybeText('title');
  const provenance = provenanceOf(entry);
  if (title === null && provenance.is_verified) entry.refuse('provenance', 'vouches for a title that is not there');
  return { table: 'instrument_translation', values: { instrument_code: code, locale, title, short_title: shortTitle, ...provenance } };
}

/** Its articles with their headings, all of them read in one place; an instrument of which none is known does not name any. */
function articleRows(code: string, instrument: Entry): FileRow[] {
  if (!instrument.keys.includes('articles')) return [];
  const provenance = provenanceOf(instrument, 'articlesProvenance');
  const seen = new Set<string>();
  return instrument.list('articles').flatMap((article, index): FileRow[] => {
    const number = article.text('number', ARTICLE);
    if (seen.has(number)) article.refuse('number', 'is there twice');
    seen.add(number);
    return [
      { table: 'instrument_article', values: { instrument_code: code, number, position: index + 1, ...provenance } },
      ...textsOf(article, 'titles', ['en']).map(([locale, title]): FileRow => ({ table: 'instrument_article_translation', values: { instrument_code: code, number, locale, title } })),
    ];
  });
}

function statusRow(code: string, status: Entry, countries: ReadonlySet<string>): FileRow {
  return {
    table: 'country_instrument',
    values: {
      country_code: status.code('country', countries), instrument_code: code, status: status.code('status', Object.values(InstrumentStatus)),
      signed_on: status.maybeText('signedOn', DAY), consented_on: status.maybeText('consentedOn', DAY),
      consent_kind: status.maybeCode('consentKind', Object.values(ConsentKind)), in_force_on: status.maybeText('inForceOn', DAY),
      ...provenanceOf(status),
    },
  };
}
