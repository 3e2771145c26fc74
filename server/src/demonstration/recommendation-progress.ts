/** Invented entries of what has become of recommendations: of posts and of the adviser, in several languages, one of them corrected. */
import type { EntityManager } from '@mikro-orm/postgresql';

type Status = 'NOT_STARTED' | 'UNDER_WAY' | 'PARTLY_IMPLEMENTED' | 'IMPLEMENTED' | 'NO_LONGER_RELEVANT';

/** Keys are drawn by chance, once: the same demonstration has the same. `ago`: how many days ago it was entered, and said of that day. */
interface Invented {
  readonly uuid: string;
  readonly slug: string;
  readonly position: number;
  readonly status: Status;
  readonly ago: number;
  readonly by: 'adviser' | `${'scac' | 'ssi'}.${string}`;
  readonly locale: string;
  readonly seen: string;
  readonly link?: readonly [url: string, label: string];
  readonly translated?: readonly [locale: string, seen: string];
}

const ENTRIES: readonly Invented[] = [
  { uuid: '4c0d7a19-2f6b-4e83-9a57-1d3e8b6f0c21', slug: 'al-r2-10', position: 1, status: 'NOT_STARTED', ago: 200, by: 'scac.al', locale: 'sq', seen: 'Ende asgjë e njohur (shembull i trilluar).' },
  { uuid: '8b5e1f3c-7d90-4a26-b4e8-6c2f9a0d7e32', slug: 'al-r2-10', position: 2, status: 'UNDER_WAY', ago: 30, by: 'ssi.al', locale: 'sq', seen: 'Një grup pune u ngrit në ministri (shembull i trilluar).', link: ['https://example.org/grupi-i-punes', 'Vendimi për grupin e punës (i trilluar)'],
    translated: ['fr', 'Un groupe de travail a été créé au ministère (exemple inventé).'] },
  { uuid: 'd2a6c8e4-1b37-4f59-8e0c-9f4b7d1a5c43', slug: 'bg-r3-1', position: 1, status: 'PARTLY_IMPLEMENTED', ago: 90, by: 'adviser', locale: 'fr', seen: 'Le fonds existe ; aucune demande n’a encore abouti (exemple inventé).' },
  { uuid: '19f7b3d0-6e48-4c1a-a6d5-3b8e0f2c9d54', slug: 'si-r1-17', position: 1, status: 'IMPLEMENTED', ago: 400, by: 'scac.si', locale: 'sl', seen: 'Ukrep je v veljavi (izmišljen primer).', link: ['https://example.org/ukrep', 'Odločba (izmišljena)'] },
  { uuid: 'a7e4d05b-9c12-4b68-9d3f-5e1a8c7b0f65', slug: 'ro-r1-13', position: 1, status: 'NO_LONGER_RELEVANT', ago: 60, by: 'ssi.ro', locale: 'ro', seen: 'Legea la care se referea a fost înlocuită (exemplu inventat).' },
  { uuid: '5d8c2b7f-0a63-4e91-8b4d-7f6e3a1c2d76', slug: 'tr-r2-20', position: 1, status: 'UNDER_WAY', ago: 45, by: 'scac.tr', locale: 'tr', seen: 'Hazırlanan taslak görüşe açıldı (uydurma örnek).' },
];

const WHO = '(select id from person where is_demonstration and email = ?)';

/** Writes them, once there are people. `em` is the owner's. */
export async function fillRecommendationProgress(em: EntityManager): Promise<void> {
  for (const { uuid, slug, position, status, ago, by, locale, seen, link, translated } of ENTRIES) {
    await em.execute(
      `insert into recommendation_progress (uuid, recommendation_slug, position, status, as_of, source_locale, entered_at, entered_by_id, entered_as, is_demonstration)
       values (?, ?, ?, ?, current_date - ?::int, ?, now() - ? * interval '1 day', ${WHO}, ?, true)`, [uuid, slug, position, status, ago, locale, ago, `${by}@passerelle.example`, by === 'adviser' ? 'ADVISER' : by.slice(0, by.indexOf('.')).toUpperCase()]);
    for (const [tag, text] of [[locale, seen], ...(translated ? [translated] : [])]) await em.execute('insert into recommendation_progress_translation (progress_uuid, locale, seen) values (?, ?, ?)', [uuid, tag, text]);
    if (link) await em.execute('insert into recommendation_progress_link (progress_uuid, position, url, label) values (?, 1, ?, ?)', [uuid, ...link]);
  }
}
