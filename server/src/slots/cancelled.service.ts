/** Hosts who wait for a meeting that is removed, with its leg or by itself, are told so in the same transaction. */
import { whenMeetingGoes } from '../meetings/index.ts';
import { whenMissionMoves } from '../missions/index.ts';
import { tellCancelled } from './slots-mail.ts';

whenMeetingGoes((em, meeting) => tellCancelled(em, 'meeting_uuid', meeting));

whenMissionMoves({
  moves: async (em, { act, leg }) => {
    if (act === 'removeLeg' && leg !== undefined) await tellCancelled(em, 'leg_uuid', leg);
  },
});
