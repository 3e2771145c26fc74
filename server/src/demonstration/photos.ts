/** Invented photos: drawn, of nobody and of no place, and marked as drawings. Of experts whose name is open, one of whom proposes one, and of the mission that is over. */
import type { EntityManager } from '@mikro-orm/postgresql';
import sharp from 'sharp';

const MISSION = 'a3d7f2c8-1b64-4e95-8c0d-57e9b1a64f23';
const PUBLICATION = 'e81c5b9a-7f03-4d26-9b48-c2d60f3a7e15';
/** Keys that are drawn by chance, once: the same demonstration has the same. */
const PORTRAITS = ['5f0b6c3e-94d1-4a7b-8e26-1c7d93f0a852', '91c4e7d2-6b38-4f05-a1d9-e8072b5c6f43'] as const;
const PROPOSED = 'd27a80f5-3e61-4c9b-b504-6f1e8a9c3d70';
const [ROOM, TABLE] = ['3b8e51a7-c90d-4d62-9f74-a05b2e6d1c88', '7e46d09b-15a3-4b8f-8c2e-d93f70b4a615'];
const PUBLISHED = 'c0f93d6a-7825-4e1b-a4c6-5b8d2e90f137';

const drawing = (width: number, height: number, inside: string): Promise<Buffer> => sharp(Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">${inside}</svg>`)).webp({ quality: 80 }).toBuffer();

/** Head and shoulders without a face. */
const figure = (ground: string, coat: string, skin: string): Promise<Buffer> =>
  drawing(480, 600, `<rect width="480" height="600" fill="${ground}"/><rect x="204" y="300" width="72" height="110" fill="${skin}"/><circle cx="240" cy="230" r="100" fill="${skin}"/><path d="M50 600c0-140 70-212 154-226l36 56 36-56c84 14 154 86 154 226z" fill="${coat}"/>`);

const room = (): Promise<Buffer> =>
  drawing(1_200, 800, `<rect width="1200" height="800" fill="#e9eef5"/><rect y="560" width="1200" height="240" fill="#c9d3e0"/><rect x="330" y="110" width="540" height="300" fill="#fff" stroke="#7c8aa0" stroke-width="10"/>${[150, 450, 750].map((x) => `<rect x="${x}" y="520" width="240" height="34" fill="#7a5c3e"/><rect x="${x + 24}" y="554" width="16" height="150" fill="#5d452e"/><rect x="${x + 200}" y="554" width="16" height="150" fill="#5d452e"/>`).join('')}`);
const table = (): Promise<Buffer> =>
  drawing(1_200, 800, `<rect width="1200" height="800" fill="#f3efe6"/><ellipse cx="600" cy="470" rx="430" ry="170" fill="#8a6a48"/>${[300, 480, 720, 900].map((x, n) => `<rect x="${x - 50}" y="${n % 2 === 0 ? 400 : 430}" width="100" height="130" fill="#fff" stroke="#b9b2a2" stroke-width="4"/>`).join('')}`);

type Said = Readonly<Record<string, string>>;
const CAPTIONS: Readonly<Record<string, Said>> = {
  [ROOM]: { fr: 'Salle de réunion vide, avec trois tables et un écran (dessin inventé)', en: 'An empty meeting room with three tables and a screen (invented drawing)', ro: 'Sală de ședințe goală, cu trei mese și un ecran (desen inventat)' },
  [TABLE]: { fr: 'Quatre grilles d’indices posées sur une table (dessin inventé)', en: 'Four lists of indicators on a table (invented drawing)' },
};

async function addPortrait(em: EntityManager, key: string, of: { readonly expert: string; readonly isConfirmed: boolean; readonly visibility: string; readonly bytes: Buffer }): Promise<void> {
  await em.execute(
    `insert into expert_photo (uuid, expert_uuid, is_confirmed, visibility, chosen_at, consented_on, width, height, size)
     select ?, e.uuid, ?::boolean, ?, case when e.person_id is not null then now() end, case when e.person_id is null then coalesce(e.consented_on, date '2026-10-01') end, 480, 600, ? from expert e where e.uuid = ?`, [key, of.isConfirmed, of.visibility, of.bytes.length, of.expert]);
  await em.execute('insert into expert_photo_file (photo_uuid, bytes) values (?, ?)', [key, of.bytes]);
}

async function addPhoto(em: EntityManager, key: string, position: number, bytes: Buffer): Promise<void> {
  await em.execute(`insert into mission_photo (uuid, mission_uuid, source_locale, position, credit, width, height, size, bytes) values (?, ?, 'fr', ?, 'Dessin inventé', 1200, 800, ?, ?)`, [key, MISSION, position, bytes.length, bytes]);
  for (const [locale, caption] of Object.entries(CAPTIONS[key]!)) await em.execute('insert into mission_photo_translation (photo_uuid, locale, caption) values (?, ?, ?)', [key, locale, caption]);
}

/** Writes them, once the sheet of the invented expert belongs to their account. `em` is the owner's. */
export async function fillPhotos(em: EntityManager): Promise<void> {
  const experts = await em.execute<{ uuid: string }[]>(`select uuid from expert where is_demonstration and person_id is null and name_visibility = 'PUBLIC' order by uuid limit ?`, [PORTRAITS.length]);
  const [own] = await em.execute<{ uuid: string }[]>('select uuid from expert where is_demonstration and person_id is not null limit 1');
  const portraits = [await figure('#dfe7f1', '#2f4a6d', '#e2b99a'), await figure('#eee6da', '#6b3f4d', '#b98462')];
  for (const [n, { uuid }] of experts.entries()) await addPortrait(em, PORTRAITS[n]!, { expert: uuid, isConfirmed: true, visibility: 'PUBLIC', bytes: portraits[n]! });
  if (own) await addPortrait(em, PROPOSED, { expert: own.uuid, isConfirmed: false, visibility: 'NETWORK', bytes: await figure('#e3efe6', '#33604a', '#d8a880') });
  const [reported] = await em.execute<{ uuid: string }[]>('select uuid from mission where uuid = ?', [MISSION]);
  if (!reported) return;
  await addPhoto(em, ROOM, 1, await room());
  await addPhoto(em, TABLE, 2, await table());
  await em.execute('insert into published_photo (uuid, publication_uuid, position, source_locale, credit, width, height, size, bytes) select ?, ?, position, source_locale, credit, width, height, size, bytes from mission_photo where uuid = ?', [PUBLISHED, PUBLICATION, ROOM]);
  await em.execute('insert into published_photo_translation (photo_uuid, locale, caption) select ?::uuid, locale, caption from mission_photo_translation where photo_uuid = ?', [PUBLISHED, ROOM]);
  await em.execute(`insert into photo_decision (photo_uuid, published_uuid, photo_version, confirmed_by_id) values (?, ?, 1, (select id from person where email = 'adviser@passerelle.example'))`, [ROOM, PUBLISHED]);
}
