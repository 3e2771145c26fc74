/** Invented practices shown abroad, and publications: of the expert with an account, who has agreed to some, of others, and of nobody in particular. */
import type { EntityManager } from '@mikro-orm/postgresql';

/** Keys are drawn by chance, once: the same demonstration has the same. `n`: of which expert; the first is the one with an account. */
interface Shown {
  readonly uuid: string;
  readonly n: number | null;
  readonly country: string;
  readonly theme: string;
  readonly ago: number;
  readonly isPublic: boolean;
  readonly hasAgreed: boolean;
  readonly title: string;
  readonly audience: string;
  readonly result: string | null;
  readonly english: string | null;
}

const PRACTICES: readonly Shown[] = [
  { uuid: '0f6b2d71-5c83-4e9a-a1d4-7b20c95e3f68', n: 0, country: 'RS', theme: 'PROSECUTION', ago: 200, isPublic: true, hasAgreed: true, title: 'Équipe commune d’enquête : modèle d’accord (exemple inventé)', audience: 'Parquets et services d’enquête', result: 'Un modèle d’accord traduit et repris (exemple inventé).', english: 'Joint investigation team: a model agreement (invented example)' },
  { uuid: 'a3c81e54-2f97-4b06-8d5e-19f4b7d0c62a', n: 0, country: 'AL', theme: 'ASSISTANCE', ago: 420, isPublic: true, hasAgreed: false, title: 'Audition filmée des mineurs (exemple inventé)', audience: 'Police', result: null, english: null },
  { uuid: 'd75e09b6-84a1-4c3f-b920-e6c1358f7d4b', n: 1, country: 'MK', theme: 'ASSISTANCE', ago: 90, isPublic: true, hasAgreed: true, title: 'Accueil sécurisé : charte entre associations (exemple inventé)', audience: 'Associations', result: 'Une charte signée par trois associations inventées.', english: null },
  { uuid: '38d4f7a2-b16c-4590-9e83-c05a2d7e1b94', n: null, country: 'BA', theme: 'PROSECUTION', ago: 600, isPublic: true, hasAgreed: false, title: 'Guide du procès en matière de traite (exemple inventé)', audience: 'Magistrats', result: null, english: 'A guide to trials of trafficking (invented example)' },
];

const PUBLICATIONS = [
  { uuid: '5be2c940-7d1f-4a68-83c7-f0961ae4d25b', n: 0, year: 2024, title: 'L’enquête financière en matière de traite (exemple inventé)', locale: 'fr', isPublic: true, hasAgreed: true },
  { uuid: '91f7a3d8-c05b-4e12-a6d9-28e4b70c5f13', n: 0, year: 2021, title: 'Hearing victims without harm (invented example)', locale: 'en', isPublic: false, hasAgreed: false },
] as const;

/** Writes them, once the sheet belongs to the account. `em` is the owner's. */
export async function fillPractices(em: EntityManager): Promise<void> {
  const experts = await em.execute<{ uuid: string }[]>('select uuid from expert where is_demonstration order by person_id is null, uuid limit 2');
  const of = (n: number | null): string | null => (n === null ? null : experts[n]!.uuid);
  const agreed = `case when ? then current_date - 30 end`;
  for (const { uuid, n, country, theme, ago, isPublic, hasAgreed, title, audience, result, english } of PRACTICES) {
    await em.execute(`insert into practice (uuid, source_locale, expert_uuid, country_code, theme_code, shown_on, is_public, consented_on, is_demonstration) values (?, 'fr', ?, ?, ?, current_date - ?::int, ?, ${agreed}, true)`, [uuid, of(n), country, theme, ago, isPublic, hasAgreed]);
    await em.execute(`insert into practice_translation (practice_uuid, locale, title, audience, result) values (?, 'fr', ?, ?, ?)`, [uuid, title, audience, result]);
    if (english) await em.execute(`insert into practice_translation (practice_uuid, locale, title) values (?, 'en', ?)`, [uuid, english]);
  }
  for (const { uuid, n, year, title, locale, isPublic, hasAgreed } of PUBLICATIONS) {
    await em.execute(`insert into publication (uuid, expert_uuid, year, title, locale, is_public, consented_on) values (?, ?, ?, ?, ?, ?, ${agreed})`, [uuid, of(n), year, title, locale, isPublic, hasAgreed]);
  }
}
