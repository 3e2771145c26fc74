/** A list as JSON: what it is, when it was taken, and its records as they are, by codes. */
import type { Sheet } from './sheet.ts';

/** The file as it is sent. */
export function jsonOf(name: string, records: NonNullable<Sheet['records']>): string {
  return `${JSON.stringify({ format: `passerelle-${name}`, version: 1, exportedAt: new Date().toISOString(), count: records.length, records }, null, 2)}\n`;
}
