/** What each instrument of law is to each country, a line for each: also those of which nothing is known. */
import type { EntityManager } from '@mikro-orm/postgresql';
import type { Locale } from '@passerelle/shared/locales.ts';
import type { NameContext } from '../countries/index.ts';
import { type Said, saidOf, together } from './chain.ts';
import { contextsOf } from './name-notes.ts';
import { ONE_MORE, whole } from './most-lines.ts';
import { named } from './names.ts';
import { inFile, saidCells } from './said.ts';
import type { Sheet } from './sheet.ts';
import type { ExportWords } from './texts.ts';

type Words = ExportWords['instruments'];

/** Which, as the page asks for them: by codes; what is left out asks nothing. */
export interface InstrumentsWanted {
  readonly instrument: string | null;
  readonly country: string | null;
}

/** What an instrument is to a country, as in a file of JSON: by codes. `status` is null where nothing is known. */
interface InstrumentRecord {
  readonly instrument: string;
  readonly titles: Said<'title' | 'short_title'>;
  readonly reference: string;
  readonly adoptedOn: string | null;
  readonly openedForSignatureOn: string | null;
  readonly inForceOn: string | null;
  readonly transpositionDueOn: string | null;
  readonly country: string;
  readonly status: keyof Words['status'] | null;
  readonly signedOn: string | null;
  readonly consentKind: keyof Words['consent'] | null;
  readonly consentedOn: string | null;
  readonly countryInForceOn: string | null;
  readonly source: string | null;
  readonly sourceUrl: string | null;
  readonly isVerified: boolean | null;
  readonly checkedOn: string | null;
}

interface Row extends InstrumentRecord {
  readonly name: string;
  readonly context: NameContext | null;
}

const statement = (locale: Locale): string => `
  select i.code as instrument, i.name_context as context, ${saidOf('instrument_translation', ['instrument_code', 'i.code'], ['title', 'short_title'])} as titles, i.reference, i.adopted_on::text as "adoptedOn", i.opened_for_signature_on::text as "openedForSignatureOn", i.in_force_on::text as "inForceOn",
    i.transposition_due_on::text as "transpositionDueOn", c.code as country, ${named('country', 'country_code', 'c.code', locale)} as name, k.status, k.signed_on::text as "signedOn", k.consent_kind as "consentKind", k.consented_on::text as "consentedOn",
    k.in_force_on::text as "countryInForceOn", k.source, k.source_url as "sourceUrl", k.is_verified as "isVerified", k.checked_on as "checkedOn"
  from instrument i cross join country c left join country_instrument k on k.instrument_code = i.code and k.country_code = c.code
  where (?::text is null or i.code = ?::text) and (?::text is null or c.code = ?::text) order by i.position, c.code ${ONE_MORE}`;

/** Those that meet the conditions, in the order of the list, then by the code of the country. */
export async function instrumentsOf(em: EntityManager, { instrument, country }: InstrumentsWanted, locale: Locale, words: ExportWords): Promise<Sheet> {
  const rows = whole(await em.execute<Row[]>(statement(locale), [instrument, instrument, country, country]));
  const { title, head, status, consent } = words.instruments;
  const english = { sourceLocale: 'en', outdated: [] } as const;
  const titled = (row: Row) => inFile(row.titles, 'title', locale, english) ?? inFile(row.titles, 'short_title', locale, english);
  const line = (row: Row) => [
    titled(row)?.text ?? null, ...saidCells([titled(row)], words), row.reference, row.name, status[row.status ?? 'UNKNOWN'], row.signedOn, together([row.consentedOn, row.consentKind && consent[row.consentKind]]), row.countryInForceOn,
    row.adoptedOn, row.openedForSignatureOn, row.inForceOn, row.transpositionDueOn, together([row.source, row.sourceUrl]), row.isVerified === null ? null : row.isVerified ? words.yesNo.YES : words.yesNo.NO, row.checkedOn,
  ];
  return {
    title,
    heads: [head.instrument, words.said.language, words.said.state, head.reference, words.head.country, head.status, head.signed, head.consent, head.inForce, head.adopted, head.opened, head.own, head.transposition, head.source, head.verified, head.checkedOn],
    rows: rows.map(line),
    contexts: contextsOf(rows.map(({ country: code, context }) => ({ code, context }))),
    records: rows.map(({ name: _name, context: _context, ...record }) => record),
  };
}
