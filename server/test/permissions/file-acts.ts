/** What is done with a file of one's own, or of what one prepares: made ready, and then sent. */
import { randomUUID } from 'node:crypto';
import { bringClearanceFile, clearanceOf } from '../../src/clearances/clearances.fixture.ts';
import { bringDocument } from '../../src/documents/documents.fixture.ts';
import { bringMissionPhoto, bringPortrait, portraitOn } from '../../src/photos/photos.fixture.ts';
import { missionOver } from '../../src/reports/world.fixture.ts';
import { askingForFiles, bring } from '../../src/registrations/answer-files.fixture.ts';
import { addSession, owner } from '../../src/registrations/world.fixture.ts';
import { PEOPLE } from './roles.ts';
import type { OwnAct } from './own-acts.ts';

let n = 0;

/** What came of sending a file; FAILED where the answer says nothing. */
const sent = (came: Promise<{ readonly outcome: string | undefined; readonly code: string | undefined }>): Promise<string> =>
  came.then(({ outcome, code }) => outcome ?? code ?? 'FAILED', () => 'FAILED');

export const FILE_ACTS: readonly OwnAct[] = [
  {
    of: '/answers/', done: 'DONE',
    prepare: async (server, headers) => {
      const { asked } = await askingForFiles(server, headers.adviser, { file: {} }, { inDays: 100 + (n += 1) });
      const key = randomUUID();
      return () => sent(bring(server, headers.ngoCoordinator, asked.file!.id, { key }));
    },
  },
  {
    of: '/clearances/', done: 'DONE',
    prepare: async (server, headers) => {
      const [expert] = await owner<{ uuid: string }>(server, 'select uuid from expert order by uuid desc limit 1');
      const clearance = await clearanceOf(server, expert!.uuid, { hasFile: false });
      return () => sent(bringClearanceFile(server.address, headers.adviser, clearance));
    },
  },
  {
    of: '/mission-photos/', done: 'DONE',
    prepare: async (server, headers) => {
      const { id } = await missionOver(server, headers.adviser);
      const key = randomUUID();
      return () => sent(bringMissionPhoto(server, headers.adviser, id, { key }));
    },
  },
  {
    of: '/portraits/', done: 'DONE',
    prepare: async (server, headers) => {
      await owner(server, 'delete from expert_photo');
      const [expert] = await owner<{ uuid: string }>(server, 'select uuid from expert order by uuid desc limit 1');
      const key = randomUUID();
      return () => sent(bringPortrait(server, headers.adviser, expert!.uuid, { key }));
    },
  },
  {
    of: '/portraits/', what: 'that its expert proposes in the place of another', done: 'DONE',
    prepare: async (server, headers) => {
      await owner(server, 'delete from expert_photo');
      const [own] = await owner<{ uuid: string }>(server, 'select e.uuid from expert e join person p on p.id = e.person_id where p.email = ?', [PEOPLE.expert]);
      const [key, replaces] = [randomUUID(), await portraitOn(server, own!.uuid, { isConfirmed: false })];
      return () => sent(bringPortrait(server, headers.expert, own!.uuid, { key, replaces }));
    },
  },
  {
    of: '/documents/', done: 'DONE',
    prepare: async (server, headers) => {
      const session = await addSession(server, { places: 1, country: 'RS', inDays: 100 + (n += 1) });
      const key = randomUUID();
      return () => sent(bringDocument(server.address, headers.scac, session, { key }));
    },
  },
];
