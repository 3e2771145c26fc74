/** What instruments.json says. */
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
      ...localesOf(titles, REQUIRED).map((locale): FileRow => {
        const title = titles.entry(locale);
        return {
          table: 'instrument_translation',
          values: { instrument_code: code, locale, title: title.text('title'), short_title: title.maybeText('shortTitle'), ...provenanceOf(title) },
        };
      }),
      ...instrument.list('countries').map((status) => statusRow(code, status, countries)),
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
