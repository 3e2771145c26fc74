/** An invented association for each country of which the directory knows none, so that there is somebody to sign in as there too. */
import type { EntityManager } from '@mikro-orm/postgresql';
import type { Locale } from '@passerelle/shared/locales.ts';

/** What it is called, in the language of the country and in those that everybody finds; it says itself that it is none. */
const NAMES: Partial<Readonly<Record<Locale, string>>> = {
  fr: 'Association de démonstration (fictive)',
  en: 'Demonstration association (invented)',
  sq: 'Shoqatë për demonstrim (e trilluar)',
  bs: 'Ogledno udruženje (izmišljeno)',
  bg: 'Демонстрационно сдружение (измислено)',
  hr: 'Ogledna udruga (izmišljena)',
  el: 'Σύλλογος επίδειξης (επινοημένος)',
  hu: 'Mintaegyesület (kitalált)',
  mk: 'Здружение за демонстрација (измислено)',
  ro: 'Asociație demonstrativă (inventată)',
  'sr-Cyrl': 'Огледно удружење (измишљено)',
  cnr: 'Ogledno udruženje (izmišljeno)',
  sl: 'Vzorčno društvo (izmišljeno)',
  tr: 'Örnek dernek (kurmaca)',
  uk: 'Демонстраційна асоціація (вигадана)',
};

const LANGUAGES: Readonly<Record<string, Locale>> = {
  AL: 'sq', BA: 'bs', BG: 'bg', CY: 'el', HR: 'hr', GR: 'el', HU: 'hu', XK: 'sq', MK: 'mk', MD: 'ro', ME: 'cnr', RO: 'ro', RS: 'sr-Cyrl', SI: 'sl', TR: 'tr', UA: 'uk',
};

/** Writes them. They stand in the directory, marked as invented, and go with the demonstration. */
export async function fillAssociations(em: EntityManager): Promise<void> {
  const lacking = await em.execute<{ country: string }[]>(
    `select code as country from country c where not exists (select from organisation o where o.country_code = c.code and o.kind = 'NGO') order by code`);
  for (const { country } of lacking) {
    const language = LANGUAGES[country]!;
    const slug = `demonstration-${country.toLowerCase()}`;
    await em.execute(
      `insert into organisation (slug, country_code, kind, source_locale, source, is_verified, is_demonstration) values (?, ?, 'NGO', ?, 'Invented for the demonstration', false, true)`,
      [slug, country, language],
    );
    for (const locale of new Set<Locale>([language, 'fr', 'en'])) {
      await em.execute('insert into organisation_translation (organisation_slug, locale, name) values (?, ?, ?)', [slug, locale, NAMES[locale]!]);
    }
  }
}
