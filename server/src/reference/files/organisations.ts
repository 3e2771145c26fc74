/** What organisations.json says. */
import { LOCALE_TAGS } from '@passerelle/shared/locales.ts';
import { OrganisationKind } from '../../organisations/index.ts';
import type { FileRow } from '../tables.ts';
import type { Entry } from './entry.ts';
import { type Codes, maybeAddress, provenanceOf, textsOf } from './parts.ts';

/** The rows of the organisations. What they do is said in English. */
export function organisationRows(file: Entry, { countries }: Pick<Codes, 'countries'>): FileRow[] {
  file.leave('asOf');
  return file.list('organisations').flatMap((organisation): FileRow[] => {
    const slug = organisation.text('slug', /^[a-z0-9-]+$/);
    const sourceLocale = organisation.code('sourceLocale', LOCALE_TAGS);
    const activity = organisation.maybeText('activity');
    return [
      {
        table: 'organisation',
        values: {
          slug, country_code: organisation.maybeCode('country', countries), kind: organisation.code('kind', Object.values(OrganisationKind)),
          acronym: organisation.maybeText('acronym'), website: maybeAddress(organisation, 'website'), source_locale: sourceLocale, ...provenanceOf(organisation),
        },
      },
      ...textsOf(organisation, 'names', ['en', sourceLocale]).map(([locale, name]): FileRow => ({
        table: 'organisation_translation', values: { organisation_slug: slug, locale, name, activity: locale === 'en' ? activity : null },
      })),
    ];
  });
}
