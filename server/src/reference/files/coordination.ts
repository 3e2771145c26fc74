/** What coordination.json says. */
import { LOCALE_TAGS } from '@passerelle/shared/locales.ts';
import { CoordinationKind } from '../../coordination/index.ts';
import type { FileRow } from '../tables.ts';
import { DAY, type Entry } from './entry.ts';
import { type Codes, maybeAddress, provenanceOf } from './parts.ts';

/** The rows of what coordinates action against trafficking in the countries, each an organisation of the directory or what it is called. */
export function coordinationRows(file: Entry, { countries, organisations }: Pick<Codes, 'countries'> & { readonly organisations: ReadonlySet<string> }): FileRow[] {
  file.leave('asOf');
  return file.list('coordination').map((entry): FileRow => {
    const [organisation, name] = [entry.maybeCode('organisation', organisations), entry.maybeText('name')];
    if (organisation === null && name === null) entry.refuse('name', 'is missing where there is no organisation');
    return {
      table: 'country_coordination',
      values: {
        code: entry.text('code', /^[a-z]{2}-[a-z-]+$/), country_code: entry.code('country', countries), kind: entry.code('kind', Object.values(CoordinationKind)), organisation_slug: organisation, name,
        locale: entry.code('locale', LOCALE_TAGS), legal_basis: entry.maybeText('legalBasis'), website: maybeAddress(entry, 'website'), starts_on: entry.maybeText('startsOn', DAY), ends_on: entry.maybeText('endsOn', DAY), ...provenanceOf(entry),
      },
    };
  });
}
