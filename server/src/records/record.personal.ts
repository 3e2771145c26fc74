/** What the training record shows; it is kept in `registration`, `participant`, `presence` and `certificate`. */
import { kept, personalData, proposed, unlinked } from '../core/personal/index.ts';
import { Registration } from '../registrations/index.ts';
import { TrainingRecordEntry } from './record.entity.ts';

personalData(TrainingRecordEntry, {
  of: 'PARTICIPANT',
  category: 'ACTIVITY',
  purpose: 'RUN_TRAININGS',
  basis: proposed('CONSENT'),
  retention: proposed([kept('P3Y', 'SESSION_ENDED')]),
  recipients: ['SELF', 'NETWORK', 'POST', 'ADVISER', 'OPERATOR'],
  source: 'MEMBER',
  about: unlinked('VIEW'),
  forgotten: { SESSION_ENDED: { with: Registration } },
  columns: {
    uuid: { category: 'IDENTIFIER', source: 'SYSTEM' }, session: {}, name: { category: 'IDENTITY' }, organisation: { category: 'WORK' }, country: { category: 'WORK' }, sector: { category: 'WORK' }, profession: { category: 'WORK' },
    startsAt: {}, days: {}, daysPresent: {}, certificateNumber: { category: 'IDENTIFIER', source: 'SYSTEM' }, isOwn: { source: 'SYSTEM' },
  },
  none: ['isDemonstration'],
});
