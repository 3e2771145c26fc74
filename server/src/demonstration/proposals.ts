/** What the invented expert with an account proposes for their own sheet: it waits for the adviser. */
import type { EntityManager } from '@mikro-orm/postgresql';

/** Drawn by chance, once: the same demonstration has the same. */
const KEY = '6d1f3c82-90ab-4e57-b2c4-58e7f0a91d36';

const PROPOSED = JSON.stringify({ corps: 'Corps d’exemple (inventé)', sourceLocale: 'fr', summary: 'Forme des enquêteurs et des magistrats à l’audition des victimes, et aux équipes communes d’enquête (exemple inventé).' });

/** Writes it, once the sheet belongs to the account. `em` is the owner's. */
export async function fillProposals(em: EntityManager): Promise<void> {
  await em.execute(`
    insert into expert_proposal (uuid, expert_uuid, sheet_version, proposed_at, base, content)
    select ?, e.uuid, e.version, now() - interval '2 days', b.base, b.base || ?::jsonb
    from expert e join expert_translation x on x.expert_uuid = e.uuid and x.locale = e.source_locale cross join lateral (select jsonb_build_object(
      'sourceLocale', e.source_locale, 'name', e.name, 'profession', e.profession_code, 'corps', e.corps, 'institution', e.institution_code, 'summary', x.summary,
      'languages', (select coalesce(jsonb_agg(jsonb_build_object('language', language_code, 'level', level) order by language_code collate "C"), '[]') from expert_language where expert_uuid = e.uuid),
      'themes', (select coalesce(jsonb_agg(theme_code order by theme_code collate "C"), '[]') from expert_theme where expert_uuid = e.uuid),
      'countries', (select coalesce(jsonb_agg(country_code order by country_code collate "C"), '[]') from expert_country where expert_uuid = e.uuid)) as base) b
    where e.is_demonstration and e.person_id is not null order by e.uuid limit 1`, [KEY, PROPOSED]);
}
