/** Invented strategies and a rapporteur, each of which says that it is invented: what the reference files do not know. */
import type { EntityManager } from '@mikro-orm/postgresql';

const SOURCE = 'Texte inventé pour la démonstration';

type Entry = readonly [key: string, kind: string, country: string, name: string, locale: string, legalBasis: string | null, startsOn: string | null, endsOn: string | null];

/** Keys are drawn by chance, once. */
const ENTRIES: readonly Entry[] = [
  ['7d0c1f52-6b8e-4a93-8f47-1c5e9a3b7d01', 'STRATEGY', 'AL', 'Strategji e shpikur për demonstrim kundër trafikimit të personave', 'sq', 'Vendim i shpikur nr. 999', '2025-01-01', '2028-12-31'],
  ['e3a85b16-0f4d-4c27-9b6a-8d2f7c1e5a02', 'RAPPORTEUR', 'AL', 'Raportues kombëtar i shpikur për demonstrim', 'sq', null, null, null],
  ['4f96d2c8-b137-4e5a-a08d-3e7b6f9c2d03', 'STRATEGY', 'RS', 'Стратегија измишљена за показну верзију', 'sr-Cyrl', null, '2026-01-01', null],
];

/** Writes them; `em` is the owner's. */
export async function fillCoordination(em: EntityManager): Promise<void> {
  for (const [key, kind, country, name, locale, legalBasis, startsOn, endsOn] of ENTRIES) {
    await em.execute(
      `insert into country_coordination (code, kind, country_code, name, locale, legal_basis, starts_on, ends_on, source, changed_at, changed_as, is_demonstration) values (?, ?, ?, ?, ?, ?, ?::date, ?::date, ?, now(), 'SCAC', true)`,
      [key, kind, country, name, locale, legalBasis, startsOn, endsOn, SOURCE]);
  }
}
