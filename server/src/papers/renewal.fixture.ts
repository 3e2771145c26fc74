/** What the tests of papers that are renewed by themselves share: the job, done as the role of the worker, the clock, and what came of it. */
import type { MikroORM } from '@mikro-orm/postgresql';
import type { TestServer } from '../../test/http/harness.ts';
import { saveMeeting } from '../meetings/meetings.fixture.ts';
import { owner } from '../missions/world.fixture.ts';
import { NOTE, type World } from './papers.fixture.ts';
import { renewPapers } from './renewal.service.ts';

export const ORIGIN = 'https://passerelle.example';

/** Does the job once. Throws what it throws. */
export const renew = (orm: MikroORM): Promise<void> => renewPapers(orm.em.fork(), ORIGIN, new AbortController().signal);

/** So many minutes pass. */
export const pass = (server: TestServer, minutes: number): Promise<unknown> => owner(server, `update mission_paper set differs_since = differs_since - ? * interval '1 minute' where differs_since is not null`, [minutes]);

/** The job comes, a quarter of an hour passes, and it comes again. */
export async function rest(server: TestServer, orm: MikroORM): Promise<void> {
  await renew(orm);
  await pass(server, 15);
  await renew(orm);
}

/** The versions that are there, each as its kind, what it is about and its number, with * where nobody made it. */
export async function versions(server: TestServer): Promise<string[]> {
  const rows = await owner<{ what: string }>(server, `select kind || ' ' || subject_uuid || ' ' || number || case when is_renewed then '*' else '' end as what from mission_paper order by 1`);
  return rows.map(({ what }) => what);
}

/** The mails about papers, by whom they are for. */
export const mails = (server: TestServer): Promise<{ recipient: string; subject: string; text: string; html: string }[]> => owner(server, `select recipient, subject, text, html from mail where template = 'paperRenewed' order by recipient, text`);

/** Saves the meeting of both, as it was read at `version`: it was saved and then named its people. */
export const moveMeeting = (server: TestServer, headers: Record<string, string>, world: World, version: number, changes: Readonly<Record<string, unknown>>) => saveMeeting(server, headers, world.belgrade, {
  key: world.both, version, subject: 'Équipes communes', note: NOTE, day: '2098-11-10', starts: '10:00', placeName: 'Palais de justice', placeAddress: 'Savska 17', languages: [{ language: 'sr', atLeast: 'B2' }], ...changes,
});
