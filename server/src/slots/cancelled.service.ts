/** Hosts who wait for a meeting that is removed, with its leg or by itself, or whose mission is given up, are told so in the same transaction. */
import { whenMeetingGoes } from '../meetings/index.ts';
import { whenMissionMoves } from '../missions/index.ts';
import { tellCancelled, tellGivenUp } from './slots-mail.ts';

whenMeetingGoes((em, meeting) => tellCancelled(em, 'meeting_uuid', meeting));

whenMissionMoves({
  moves: async (em, { act, leg, mission }) => {
    if (act === 'removeLeg' && leg !== undefined) await tellCancelled(em, 'leg_uuid', leg);
    if (act === 'giveUp') await tellGivenUp(em, mission);
  },
});
