/** What is kept of those who let a program read a calendar of theirs. */
import { Person } from '../accounts/index.ts';
import { kept, personalData, proposed, until } from '../core/personal/index.ts';
import { CalendarLink } from './calendar-link.entity.ts';

personalData(CalendarLink, {
  of: 'MEMBER',
  category: 'CHOICES',
  purpose: 'RUN_TRAININGS',
  basis: proposed('PUBLIC_TASK'),
  retention: proposed([until('ACCOUNT_CLOSED'), kept('P1Y', 'LAST_USED')]),
  recipients: ['SELF', 'OPERATOR'],
  source: 'PERSON',
  about: 'person',
  forgotten: { ACCOUNT_CLOSED: { with: Person }, LAST_USED: { after: 'keptFrom' } },
  columns: {
    uuid: { category: 'IDENTIFIER', source: 'SYSTEM' }, person: { category: 'IDENTIFIER', source: 'SYSTEM' }, country: {}, theme: {}, locale: {},
    secretHash: { category: 'CREDENTIALS', source: 'SYSTEM', recipients: ['OPERATOR'] },
    createdAt: { source: 'SYSTEM' }, lastUsedOn: { category: 'CONNECTION', source: 'SYSTEM' }, keptFrom: { category: 'CONNECTION', source: 'SYSTEM' },
  },
});
