/** What papers of missions say of persons: of those who go when and where, and who they are; whom to turn to. A name stands in a row of its own, and goes with whoever it is the name of. */
import { Person } from '../accounts/index.ts';
import { kept, personalData, proposed, until } from '../core/personal/index.ts';
import { ExpertSheet } from '../experts/index.ts';
import { LegContact } from '../missions/index.ts';
import { MissionPaper, MissionPaperPerson } from './paper.entity.ts';

const PAPER = {
  category: 'ACTIVITY', purpose: 'RUN_MISSIONS', basis: proposed('PUBLIC_TASK'), recipients: ['SELF', 'ADVISER', 'POST'], source: 'ADVISER',
} as const;
const GONE = { LAST_MISSION: { with: ExpertSheet }, ACCOUNT_CLOSED: { with: Person } } as const;
const IDENTIFIER = { category: 'IDENTIFIER' } as const;

personalData(MissionPaper, {
  ...PAPER,
  of: ['EXPERT', 'MEMBER'],
  retention: proposed([kept('P3Y', 'MISSION_ENDED'), kept('P3Y', 'LAST_MISSION'), until('ACCOUNT_CLOSED')]),
  about: { through: 'expert', own: ['person'] },
  forgotten: { ...GONE, MISSION_ENDED: { after: 'endsOn', of: 'mission' } },
  columns: { expert: IDENTIFIER, person: IDENTIFIER, facts: { of: ['EXPERT', 'MEMBER', 'CONTACT'] }, madeAt: {} },
  none: ['uuid', 'mission', 'leg', 'meeting', 'member', 'kind', 'subject', 'number', 'told', 'isGiven', 'isRenewed', 'difference', 'differsSince'],
});

personalData(MissionPaperPerson, {
  ...PAPER,
  of: ['EXPERT', 'MEMBER', 'CONTACT'],
  retention: proposed([kept('P3Y', 'MISSION_ENDED'), kept('P3Y', 'LAST_MISSION'), kept('P1Y', 'LEG_ENDED'), until('ACCOUNT_CLOSED')]),
  // A contact with an account is who is reached at their address.
  about: { through: 'expert', own: ['person', 'email'] },
  forgotten: { ...GONE, MISSION_ENDED: { with: MissionPaper }, LEG_ENDED: { with: LegContact } },
  columns: {
    expert: IDENTIFIER, person: IDENTIFIER, key: IDENTIFIER, name: { category: 'IDENTITY' }, function: { category: 'WORK' }, organisation: { category: 'WORK' }, email: { category: 'CONTACT_DETAILS' }, phone: { category: 'CONTACT_DETAILS' },
  },
  // Which contact it is the name of is the key of that row.
  none: ['paper', 'contact'],
});
