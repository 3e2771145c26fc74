/** Invented documents of sessions: one for everybody, one for those with a place. */
import type { EntityManager } from '@mikro-orm/postgresql';
import type { Chance } from './random.ts';

const SESSIONS = 6;

/** Writes them for the sessions whose beginning is nearest to `today`, called as their session is in its first language. `em` is the owner's. */
export async function fillDocuments(em: EntityManager, luck: Chance, today: Date): Promise<void> {
  const sessions = await em.execute<{ uuid: string; title: string; locale: string; by: string | null }[]>(`
    select s.uuid, x.title, x.locale, s.prepared_by_id as by from training_session s join training_session_translation x on x.session_uuid = s.uuid and x.locale = s.source_locale
    where s.is_demonstration and s.stage in ('OPEN', 'CLOSED') order by abs(extract(epoch from s.starts_at - ?::timestamptz)), s.uuid limit ?`, [today, SESSIONS]);
  const file = onePage('Passerelle');
  for (const { uuid, title, locale, by } of sessions) {
    for (const visibility of ['EVERYBODY', 'REGISTERED']) {
      const document = luck.uuid(today);
      await em.execute(`insert into session_document (uuid, session_uuid, title, locale, kind, visibility, size, added_at, added_by_id) values (?, ?, ?, ?, 'PDF', ?, ?, ?, ?)`, [document, uuid, title, locale, visibility, file.length, today, by]);
      await em.execute('insert into session_document_file (document_uuid, bytes) values (?, ?)', [document, file]);
    }
  }
}

/** A PDF of one page with a word on it, in one of the fonts that every reader has. */
function onePage(word: string): Buffer {
  const drawn = `BT /F1 24 Tf 72 760 Td (${word}) Tj ET`;
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>', '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
    `<< /Length ${drawn.length} >>\nstream\n${drawn}\nendstream`, '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
  ];
  let text = '%PDF-1.4\n';
  const offsets = objects.map((object, n) => {
    const offset = text.length;
    text += `${n + 1} 0 obj\n${object}\nendobj\n`;
    return offset;
  });
  const table = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  return Buffer.from(`${text}xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${text.length}\n%%EOF\n`, 'latin1');
}
