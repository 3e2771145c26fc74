/** What clearances say of the experts whose they are. Who gave them is an authority or an employer, and no person. */
import { kept, noPersons, personalData, proposed } from '../core/personal/index.ts';
import { ExpertSheet } from '../experts/index.ts';
import { Clearance, ClearanceFile, ClearanceFileContent } from './clearance.entity.ts';

const CLEARED = {
  of: 'EXPERT', category: 'WORK', purpose: 'FIND_EXPERTS', basis: proposed('PUBLIC_TASK'), recipients: ['SELF', 'ADVISER'], source: proposed('EMPLOYER'),
} as const;

personalData(Clearance, {
  ...CLEARED,
  retention: proposed([kept('P1Y', 'CLEARANCE_ENDED'), kept('P3Y', 'LAST_MISSION')]),
  about: { through: 'expert' },
  forgotten: { CLEARANCE_ENDED: { after: 'untilOn' }, LAST_MISSION: { with: ExpertSheet } },
  columns: { expert: { category: 'IDENTIFIER', source: 'SYSTEM' }, fromOn: {}, untilOn: {}, givenBy: {}, givenOn: {}, remark: {} },
  // A mission is nobody's own.
  none: ['uuid', 'mission', 'version', 'locale'],
});

noPersons('EVENTS', [ClearanceFile]);

personalData(ClearanceFileContent, {
  ...CLEARED,
  retention: proposed([kept('P1Y', 'CLEARANCE_ENDED')]),
  about: { unlinked: 'CONTENT' },
  forgotten: { CLEARANCE_ENDED: { with: ClearanceFile } },
  columns: { bytes: {} },
  none: ['file'],
});
