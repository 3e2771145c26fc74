/** Adding an organisation that nobody has published yet. */
import type { Locale } from '@passerelle/shared/locales.ts';
import { v7 } from 'uuid';
import type { Execute } from '../core/jobs/index.ts';

/** An organisation as who asked for access named it. */
export interface NewOrganisation {
  readonly name: string;
  readonly website: string | null;
  /** The code of its country. */
  readonly country: string;
  /** The language its name is written in. */
  readonly locale: Locale;
}

/**
 * Adds a non-governmental organisation that only those see whom it concerns: it is in no list and on no page for others
 * until somebody who knows that it is no shelter has published it. Gives its slug.
 */
export async function addUnpublishedOrganisation(em: Execute, { name, website, country, locale }: NewOrganisation): Promise<string> {
  const slug = `new-${v7()}`;
  await em.execute(
    `insert into organisation (slug, country_code, kind, website, source_locale, source, is_verified, is_published) values (?, ?, 'NGO', ?, ?, 'Named by the organisation itself', false, false)`,
    [slug, country, website, locale],
  );
  await em.execute('insert into organisation_translation (organisation_slug, locale, name) values (?, ?, ?)', [slug, locale, name]);
  return slug;
}
