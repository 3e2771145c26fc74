/** What is kept of the mails that are sent. */
import { kept, noPersons, personalData, proposed } from '../core/personal/index.ts';
import { Mail } from './mail.entity.ts';
import { UnreachableMail } from './unreachable-mail.entity.ts';

personalData(Mail, {
  of: 'MEMBER',
  category: 'CONTACT_DETAILS',
  purpose: 'SEND_MAIL',
  basis: proposed('PUBLIC_TASK'),
  retention: proposed([kept('P30D', 'RECORDED')]),
  recipients: ['SELF', 'OPERATOR', 'MAIL_SERVICE'],
  source: 'SYSTEM',
  about: 'person',
  forgotten: { RECORDED: { by: 'mail.forget' } },
  columns: {
    uuid: { category: 'IDENTIFIER' },
    person: { category: 'IDENTIFIER' },
    recipient: {}, key: {},
    locale: { category: 'CHOICES' },
    template: { category: 'ACCOUNT' }, subject: { category: 'ACCOUNT' },
    // Where they hold a secret, erased once sent: after ten minutes at the latest, or two days for an invitation.
    text: { category: 'CREDENTIALS' }, html: { category: 'CREDENTIALS' }, calendar: { category: 'ACCOUNT' },
    messageId: { category: 'IDENTIFIER' },
    createdAt: { category: 'CONNECTION' }, eraseAt: { category: 'CONNECTION' }, sentAt: { category: 'CONNECTION' }, failedAt: { category: 'CONNECTION' },
    failure: { category: 'CONNECTION' }, answer: { category: 'CONNECTION' },
  },
});

// A job is given the key of a row, a mail or a request, that is in the register itself; never anybody's own.
noPersons('TECHNICAL', ['graphile_worker.*']);

// A view of mails that nobody gets.
noPersons('TECHNICAL', [UnreachableMail]);
