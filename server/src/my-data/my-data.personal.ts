/** What is kept of those who use their rights over their data. */
import { kept, personalData, proposed, unlinked, until } from '../core/personal/index.ts';
import { Person } from '../accounts/index.ts';
import { AddressChange } from './address-change.entity.ts';
import { DataRequest } from './data-request.entity.ts';
import { ErasedPerson } from './erased-person.entity.ts';

personalData(DataRequest, {
  of: 'MEMBER',
  category: 'ACTIONS',
  purpose: 'ANSWER_RIGHTS',
  basis: 'LEGAL_OBLIGATION',
  retention: proposed([until('ACCOUNT_CLOSED'), kept('P1Y', 'ANSWERED')]),
  recipients: ['SELF', 'ADVISER', 'OPERATOR'],
  source: 'PERSON',
  about: 'person',
  forgotten: { ACCOUNT_CLOSED: { with: Person }, ANSWERED: { after: 'answeredAt' } },
  columns: {
    uuid: { category: 'IDENTIFIER', source: 'SYSTEM' }, person: { category: 'IDENTIFIER', source: 'SYSTEM' },
    kind: {}, text: {}, askedAt: { source: 'SYSTEM' }, dueOn: { source: 'SYSTEM' },
    answeredAt: { category: 'MESSAGES', source: 'SYSTEM' }, answer: { category: 'MESSAGES', source: 'ADVISER' },
  },
});

personalData(AddressChange, {
  of: 'MEMBER',
  category: 'CONTACT_DETAILS',
  purpose: 'RUN_ACCOUNTS',
  basis: proposed('PUBLIC_TASK'),
  retention: proposed([until('ACCOUNT_CLOSED'), kept('P1D', 'RECORDED')]),
  recipients: ['SELF', 'OPERATOR'],
  source: 'PERSON',
  about: 'person',
  forgotten: { ACCOUNT_CLOSED: { with: Person }, RECORDED: { after: 'createdAt' } },
  columns: {
    person: { category: 'IDENTIFIER', source: 'SYSTEM' }, email: {},
    secretHash: { category: 'CREDENTIALS', source: 'SYSTEM', recipients: ['OPERATOR'] }, createdAt: { category: 'CONNECTION', source: 'SYSTEM' },
  },
});

personalData(ErasedPerson, {
  of: 'MEMBER',
  category: 'IDENTIFIER',
  purpose: 'ANSWER_RIGHTS',
  basis: 'LEGAL_OBLIGATION',
  // As long as there are backups from before, which nobody has decided.
  retention: null,
  recipients: ['OPERATOR'],
  source: 'SYSTEM',
  about: unlinked('HASHED'),
  columns: { mark: {}, at: {} },
});
