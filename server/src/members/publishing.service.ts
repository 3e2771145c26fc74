/** Publishing organisations, and saying whether they may be found. */
import type { EntityManager } from '@mikro-orm/postgresql';
import type { Locale } from '@passerelle/shared/locales.ts';
import { refuseVictimsData } from '../core/guard/index.ts';
import { mayPublish, organisationAbilities } from './members.policy.ts';
import { standingsOf } from './standing.ts';

/** What came of it: GONE is also said of those that are not for who asks. */
export const PublishingOutcome = { DONE: 'DONE', GONE: 'GONE' } as const;
export type PublishingOutcome = keyof typeof PublishingOutcome;

interface Held {
  readonly country: string | null;
  readonly kind: string;
  readonly website: string | null;
  readonly locale: Locale;
  readonly isPublished: boolean;
}

/** One that who asks decides about, held until the transaction ends. */
async function heldOrganisation(em: EntityManager, person: string, slug: string): Promise<Held | undefined> {
  const [found] = await em.execute<Held[]>(
    'select country_code as country, kind, website, source_locale as locale, is_published as "isPublished" from organisation where slug = ? for update', [slug]);
  return found && mayPublish(await standingsOf(em, person), found.country) ? found : undefined;
}

/**
 * Shows an organisation to everybody, its own name in the language that `locale` says it is written in. Whoever does it answers for
 * that neither its name nor its website leads to a shelter. One that is published stays as it is. Throws VICTIM_DATA where what
 * the organisation wrote of itself tells who a person is.
 */
export async function publishOrganisation(em: EntityManager, person: string, slug: string, locale: Locale): Promise<PublishingOutcome> {
  const found = await heldOrganisation(em, person, slug);
  if (!found) return 'GONE';
  if (found.isPublished) return 'DONE';
  const texts = await em.execute<{ locale: Locale; name: string | null; activity: string | null }[]>('select locale, name, activity from organisation_translation where organisation_slug = ?', [slug]);
  for (const { name, activity } of texts) refuseVictimsData('organisation', [name, activity, found.website].filter(Boolean).join('\n'));
  if (!texts.some((text) => text.locale === locale)) await em.execute('update organisation_translation set locale = ? where organisation_slug = ? and locale = ?', [locale, slug, found.locale]);
  await em.execute('update organisation set is_published = true, source_locale = ? where slug = ?', [locale, slug]);
  return 'DONE';
}

/** Takes an organisation out of all lists and pages, but for those whom it concerns. */
export async function unpublishOrganisation(em: EntityManager, person: string, slug: string): Promise<PublishingOutcome> {
  if (!(await heldOrganisation(em, person, slug))) return 'GONE';
  await em.execute('update organisation set is_published = false where slug = ? and is_published', [slug]);
  return 'DONE';
}

/** Says whether the people of an organisation are shown in public to nobody, whatever they chose: so that nobody finds its place by them. */
export async function protectOrganisation(em: EntityManager, person: string, slug: string, isProtected: boolean): Promise<PublishingOutcome> {
  const found = await heldOrganisation(em, person, slug);
  if (!found || !organisationAbilities(await standingsOf(em, person), found).protect) return 'GONE';
  await em.execute('update organisation set is_protected = ? where slug = ? and is_protected <> ?', [isProtected, slug, isProtected]);
  return 'DONE';
}
