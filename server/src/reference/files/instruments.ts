/** What instruments.json says. */
import type { Locale } from '@passerelle/shared/locales.ts';
import { ConsentKind, InstrumentStatus } from '../../instruments/index.ts';
import type { FileRow } from '../tables.ts';
import { DAY, type Entry } from './entry.ts';
import { type Codes, localesOf, provenanceOf, REQUIRED } from './parts.ts';

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
          code, position: index + 1, reference: instrument.text('reference'),
          adopted_on: instrument.maybeText('adoptedOn', DAY), opened_for_signature_on: instrument.maybeText('openedForSignatureOn', DAY),
          in_force_on: instrument.maybeText('inForceOn', DAY), transposition_due_on: instrument.maybeText('transpositionDueOn', DAY),
          ...provenanceOf(instrument),
        },
      },
      ...localesOf(titles, REQUIRED).map((locale) => titleRow(code, locale, titles.entry(locale))),
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
