/** What is printed on a certificate: read as who asks, to whom the rules of the tables give it or not. */
import { createHash } from 'node:crypto';
import type { EntityManager } from '@mikro-orm/postgresql';
import { type Locale, LOCALES } from '@passerelle/shared/locales.ts';
import type { Told } from '../core/pdf/index.ts';
import type { CertificateFacts, CertificateToPrint } from './certificate-pdf.ts';

type Texts = Readonly<Record<string, string | null>> | null;

interface Found {
  readonly number: string;
  readonly name: string;
  readonly issuedAt: Date;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly timeZone: string;
  readonly source: Locale;
  readonly town: string | null;
  readonly days: number;
  readonly daysPresent: number;
  readonly isDemonstration: boolean;
  readonly titles: Texts;
  readonly countries: Texts;
  readonly notes: Texts;
}

const FOUND = `
  select c.number, c.name, c.issued_at as "issuedAt", s.starts_at as "startsAt", s.ends_at as "endsAt", s.time_zone as "timeZone", s.source_locale as source, s.town,
    cardinality(held_days(s.uuid)) as days, present_days(c.registration_uuid) as "daysPresent", a.is_demonstration as "isDemonstration",
    (select json_object_agg(x.locale, x.title) from training_session_translation x where x.session_uuid = s.uuid) as titles,
    (select json_object_agg(x.locale, x.name) from country_translation x where x.country_code = s.country_code) as countries,
    (select json_object_agg(x.locale, x.name_note) from country_translation x where x.country_code = s.country_code) as notes
  from certificate c join training_session s on s.uuid = c.session_uuid join attendee a on a.uuid = c.registration_uuid where c.uuid = ? and c.revoked_at is null`;

/** The same for whoever has the link to it: what the link holds, by its hash. */
const BY_SECRET = 'select * from certificate_by_secret(?)';

/** What a certificate is found by: its key, for who may see it, or what the link in the mail to its person holds. */
export type CertificateWanted = { readonly id: string } | { readonly secret: string };

/** How the secret of a link is kept. */
export const hashOfSecret = (secret: string): string => createHash('sha256').update(secret).digest('hex');

/** The text along the chain of a language, else in the language it was first written in, else in any. */
function along(texts: Texts, locale: Locale, source: Locale): Told | null {
  const tags = [locale, ...LOCALES[locale].fallback, source, ...(Object.keys(texts ?? {}) as Locale[])];
  const tag = tags.find((one) => texts?.[one]);
  return tag === undefined ? null : { text: texts![tag]!, locale: tag };
}

/** A certificate that counts, for whoever may have it; undefined for any other. */
export async function certificateToPrint(em: EntityManager, wanted: CertificateWanted, languages: readonly Locale[], verifyAt: string): Promise<CertificateToPrint | undefined> {
  const [found] = 'id' in wanted ? await em.execute<Found[]>(FOUND, [wanted.id]) : await em.execute<Found[]>(BY_SECRET, [hashOfSecret(wanted.secret)]);
  if (!found) return undefined;
  const facts = new Map(languages.map((locale): [Locale, CertificateFacts] => {
    const country = along(found.countries, locale, 'en');
    return [locale, {
      title: along(found.titles, locale, found.source)!,
      place: country && { text: [found.town, country.text].filter((part) => part !== null).join(', '), locale: country.locale },
      note: along(found.notes, locale, 'en'),
    }];
  }));
  const { startsAt, endsAt, issuedAt } = found;
  return { ...found, startsAt: new Date(startsAt), endsAt: new Date(endsAt), issuedAt: new Date(issuedAt), facts, verifyAt };
}
