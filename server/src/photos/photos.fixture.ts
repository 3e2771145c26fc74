/** Photos that are brought as pages do it, and that are there without that; none of anybody. */
import { randomUUID } from 'node:crypto';
import sharp from 'sharp';
import type { TestServer } from '../../test/http/harness.ts';
import { owner } from '../registrations/world.fixture.ts';

/** A picture of one colour as a camera takes it: with where, and by whom. */
export function picture(background = '#a33', [width, height] = [900, 1_200]): Promise<Buffer> {
  return sharp({ create: { width: width!, height: height!, channels: 3, background } }).withExif({ IFD0: { Artist: 'Somebody' }, IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '41/1 59/1 0/1' } }).jpeg().toBuffer();
}

/** What came of bringing a photo. */
export interface Brought {
  readonly status: number;
  readonly outcome: string | undefined;
  readonly code: string | undefined;
  /** Which field was refused. */
  readonly field: string | undefined;
}

type Sent = Readonly<Record<string, unknown>>;

/** Brings a photo to an address, as whoever the headers are of. `more` are headers. */
export async function bringPhoto(address: string, headers: Readonly<Record<string, string>>, { said, file, more = {} }: { readonly said: Sent; readonly file?: Buffer; readonly more?: Readonly<Record<string, string>> }): Promise<Brought> {
  const response = await fetch(address, { method: 'POST', body: new Uint8Array(file ?? (await picture())), headers: { 'content-type': 'application/octet-stream', 'x-photo': encodeURIComponent(JSON.stringify(said)), ...headers, ...more } });
  const body = (await response.json()) as { outcome?: string; errors?: { extensions: { code: string; params?: { field?: string } } }[] };
  return { status: response.status, outcome: body.outcome, code: body.errors?.[0]?.extensions.code, field: body.errors?.[0]?.extensions.params?.field };
}

/** The same of an expert, by the key of the sheet. */
export const bringPortrait = (server: Pick<TestServer, 'address'>, headers: Readonly<Record<string, string>>, expert: string, { key = randomUUID() as string, replaces = null as string | null, file, more = {} }: { readonly key?: string; readonly replaces?: string | null; readonly file?: Buffer; readonly more?: Readonly<Record<string, string>> } = {}): Promise<Brought> =>
  bringPhoto(`${server.address}/portraits/Expert_${expert}`, headers, { said: { key, replaces }, more, ...(file && { file }) });

/** The same of a mission, by its id. */
export const bringMissionPhoto = (server: Pick<TestServer, 'address'>, headers: Readonly<Record<string, string>>, mission: string, { key = randomUUID() as string, caption = 'La salle de formation, vide.', locale = 'fr', file, more = {} }: { readonly key?: string; readonly caption?: string; readonly locale?: string; readonly file?: Buffer; readonly more?: Readonly<Record<string, string>> } = {}): Promise<Brought> =>
  bringPhoto(`${server.address}/mission-photos/${mission}`, headers, { said: { key, caption, locale }, more, ...(file && { file }) });

/** Made once. */
const drawn = sharp({ create: { width: 30, height: 40, channels: 3, background: '#36a' } }).webp().toBuffer();

/** Has a photo stand on the sheet of an expert, or be proposed: its key. */
export async function portraitOn(server: Pick<TestServer, 'database'>, expert: string, { isConfirmed = true, visibility = 'ADVISER' } = {}): Promise<string> {
  const [key, bytes] = [randomUUID(), await drawn];
  await owner(server, 'delete from expert_photo where expert_uuid = ? and is_confirmed = ?', [expert, isConfirmed]);
  await owner(server, 'insert into expert_photo (uuid, expert_uuid, is_confirmed, visibility, width, height, size) values (?, ?, ?, ?, 30, 40, ?)', [key, expert, isConfirmed, visibility, bytes.length]);
  await owner(server, 'insert into expert_photo_file (photo_uuid, bytes) values (?, ?)', [key, bytes]);
  return key;
}

/** Has a photo be of a mission, by its key: that of the photo. */
export async function photoOf(server: Pick<TestServer, 'database'>, mission: string, { key = randomUUID() as string, caption = 'La salle de formation, vide.' } = {}): Promise<string> {
  const bytes = await drawn;
  await owner(server, `with made as (insert into mission_photo (uuid, mission_uuid, source_locale, position, width, height, size, bytes) select ?, ?, 'fr', count(*) + 1, 30, 40, ?, ? from mission_photo where mission_uuid = ? returning uuid)
    insert into mission_photo_translation (photo_uuid, locale, caption) select uuid, 'fr', ? from made`, [key, mission, bytes.length, bytes, mission, caption]);
  return key;
}
