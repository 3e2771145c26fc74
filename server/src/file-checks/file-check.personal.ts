/** What checks of files say of persons: who has brought a file that waits. Once nothing was found in it, that is forgotten. */
import { personalData, proposed, until } from '../core/personal/index.ts';
import { FileCheck } from './file-check.entity.ts';

personalData(FileCheck, {
  of: 'MEMBER', category: 'IDENTIFIER', purpose: 'RUN_TRAININGS', basis: proposed('PUBLIC_TASK'), retention: proposed([until('ACCOUNT_CLOSED')]), recipients: ['SELF', 'OPERATOR'], source: 'SYSTEM',
  about: { shared: { broughtBy: [] } },
  forgotten: { ACCOUNT_CLOSED: { act: 'eraseAccount' } },
  columns: { broughtBy: {} },
  none: ['uuid', 'document', 'answer', 'clearance', 'broughtAt', 'checkedAt'],
});
