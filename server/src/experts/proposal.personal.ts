/** What proposals say of the experts whose they are, and what the adviser has answered them. */
import { kept, personalData, proposed } from '../core/personal/index.ts';
import { ExpertSheet } from './expert-sheet.entity.ts';
import { SheetProposal } from './proposal.entity.ts';

personalData(SheetProposal, {
  of: 'EXPERT',
  category: 'PROFILE',
  purpose: 'FIND_EXPERTS',
  basis: proposed('PUBLIC_TASK'),
  retention: proposed([kept('P1Y', 'DECIDED'), kept('P3Y', 'LAST_MISSION')]),
  recipients: ['SELF', 'ADVISER'],
  source: proposed('PERSON'),
  about: { through: 'sheet' },
  // It goes before with the account from which the sheet is taken.
  forgotten: { DECIDED: { after: 'decidedAt' }, LAST_MISSION: { with: ExpertSheet } },
  columns: {
    sheet: { category: 'IDENTIFIER', source: 'SYSTEM' }, base: {}, content: {}, proposedAt: { category: 'ACTIONS', source: 'SYSTEM' },
    decisions: { category: 'MESSAGES', source: proposed('ADVISER') }, decidedAt: { category: 'ACTIONS', source: 'SYSTEM' },
  },
  none: ['uuid', 'version', 'sheetVersion', 'reasonLocale'],
});
