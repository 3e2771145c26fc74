/** Invented notes on travelling, and a holiday that a post has read anew and found to be right: no fact is another for it. */
import type { EntityManager } from '@mikro-orm/postgresql';
import type { Locale } from '@passerelle/shared/locales.ts';

/** Of countries, by the language of their posts. */
const NOTES: readonly (readonly [country: string, locale: Locale, text: string, days: number])[] = [
  ['AL', 'sq', 'Shënim i shpikur për demonstrimin: ambasada dërgon një makinë nëse njoftohet dy ditë më parë.', 12],
  ['RS', 'sr-Latn', 'Napomena izmišljena za demonstraciju: ambasada prijavljuje goste ministarstvima pet radnih dana ranije.', 40],
  ['SI', 'fr', 'Note inventée pour la démonstration : l’ambassade demande à être prévenue de l’heure d’arrivée la veille.', 5],
];
const FRENCH = 'Note inventée pour la démonstration : l’ambassade envoie une voiture si elle est prévenue deux jours avant.';

/** Writes them; `em` is the owner's. */
export async function fillUpkeep(em: EntityManager): Promise<void> {
  for (const [country, locale, text, days] of NOTES) {
    await em.execute(
      `with n as (insert into travel_note (country_code, source_locale, checked_on, entered_as, is_demonstration) values (?, ?, current_date - ?::int, 'SCAC', true) returning uuid)
       insert into travel_note_translation (note_uuid, locale, text) select uuid, ?, ? from n`, [country, locale, days, locale, text]);
  }
  await em.execute(`insert into travel_note_translation (note_uuid, locale, text) select uuid, 'fr', ? from travel_note where country_code = 'AL' and is_demonstration`, [FRENCH]);
  await em.execute(
    `insert into holiday_change (country_code, date, kind, name, locale, changed_as, is_demonstration, source, source_url, is_verified, checked_on)
     select h.country_code, h.date, 'CORRECTED', x.name, x.locale, 'SCAC', true, h.source, h.source_url, h.checked_on is not null, h.checked_on from holiday h join holiday_translation x on x.country_code = h.country_code and x.date = h.date and x.locale = h.source_locale
     where h.country_code = 'AL' and h.is_moon_dependent order by h.date limit 1`);
}
