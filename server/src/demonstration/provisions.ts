/** Invented provisions of national law, and a reservation and a declaration, each of which says that it is invented. */
import type { EntityManager } from '@mikro-orm/postgresql';

const SOURCE = 'Texte inventé pour la démonstration';

type Provision = readonly [uuid: string, kind: string, country: string, instrument: string, articles: readonly string[], recommendations: readonly string[], locale: string, text: string, reference: string, since: string | null, isChecked: boolean, isPublic?: true];

/** Keys are drawn by chance, once. */
const PROVISIONS: readonly Provision[] = [
  ['5b0e7a14-83d2-4f69-9c1a-2d7e6b4f8a01', 'PROVISION', 'AL', 'coe-197', ['18', '23'], [], 'sq', 'Dispozitë e shpikur për demonstrim: trafikimi i personave', 'Ligj i shpikur nr. 999, neni 1', '2019-03-01', true, true],
  ['c72f4d38-1a9b-4e05-b6d7-9f3c0e5a2b02', 'PROVISION', 'AL', 'coe-197', ['13', '14'], ['al-r1-8'], 'sq', 'Dispozitë e shpikur për demonstrim: periudha e rimëkëmbjes dhe e reflektimit', 'Ligj i shpikur nr. 999, neni 7', null, false],
  ['91ad6c57-e024-4b38-8f5e-7c1b3d9e6a03', 'RESERVATION', 'AL', 'coe-197', ['31'], [], 'en', 'Reservation invented for the demonstration.', 'Invented notification 1', '2010-05-01', false],
  ['2e8b5f90-4c67-4d1a-a3e8-6b0d7c2f9e04', 'PROVISION', 'RS', 'palermo-protocol', ['5'], [], 'sr-Cyrl', 'Одредба измишљена за показну верзију: трговина људима', 'Измишљени закон бр. 999, члан 3', '2012-01-01', true],
  ['f46c9d21-b753-4a80-9e16-0d5a8e3c7b05', 'PROVISION', 'RO', 'dir-2011-36', ['2', '3', '4'], [], 'ro', 'Dispoziție inventată pentru demonstrație: traficul de persoane', 'Lege inventată nr. 999, art. 4', '2013-04-01', true, true],
  ['0d37e8b6-95fa-4c42-b0c9-4e6f1a7d5c06', 'DECLARATION', 'MK', 'palermo-protocol', ['15'], [], 'en', 'Declaration invented for the demonstration.', 'Invented notification 2', '2009-02-01', false],
];

/** Writes them; `em` is the owner's. */
export async function fillProvisions(em: EntityManager): Promise<void> {
  for (const [uuid, kind, country, instrument, articles, recommendations, locale, text, reference, since, isChecked, isPublic = false] of PROVISIONS) {
    await em.execute(
      `insert into national_provision (uuid, kind, country_code, instrument_code, locale, text, reference, starts_on, source, is_verified, checked_on, entered_as, is_demonstration, public_since)
       values (?, ?, ?, ?, ?, ?, ?, ?::date, ?, ?, case when ? then current_date::text end, 'SCAC', true, case when ? then now() end)`, [uuid, kind, country, instrument, locale, text, reference, since, SOURCE, isChecked, isChecked, isPublic]);
    for (const number of articles) await em.execute('insert into national_provision_article (provision_uuid, instrument_code, number) values (?, ?, ?)', [uuid, instrument, number]);
    for (const slug of recommendations) await em.execute('insert into national_provision_recommendation (provision_uuid, recommendation_slug) select ?, slug from recommendation where slug = ?', [uuid, slug]);
  }
}
