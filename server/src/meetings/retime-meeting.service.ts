/** Giving a meeting another time, or none: all else of it stays as it is. */
import type { EntityManager } from '@mikro-orm/postgresql';
import { storedMeeting, type Result, result, type WhichMeeting } from './held-meeting.ts';
import { saveMeeting } from './meetings.service.ts';
import { contentOf, type SentMeeting } from './read-meeting.ts';

/** When it is to be: a day as `2027-11-08`, an hour as `09:30`. */
export interface MeetingTime {
  readonly day: string;
  readonly starts: string;
}

/** Gives a meeting that was read at `version` another time; null for none. Why it was on a day off counts for that day alone. Throws VICTIM_DATA. */
export async function retimeMeeting(em: EntityManager, which: WhichMeeting, { version, time }: { readonly version: number; readonly time: MeetingTime | null }): Promise<Result> {
  const stored = await storedMeeting(em, which);
  if (!stored) return result('GONE');
  const content = contentOf(stored);
  const [day, starts] = time === null ? [null, ''] : [time.day, time.starts];
  const texts = Object.fromEntries((['note', 'hostName', 'placeName', 'placeAddress'] as const).map((name) => [name, content[name] ?? ''])) as Record<'note' | 'hostName' | 'placeName' | 'placeAddress', string>;
  const input: SentMeeting = { ...content, ...texts, overrideReason: (stored.day === day ? content.overrideReason : null) ?? '', day, starts };
  return saveMeeting(em, which, { version, input });
}
