/** What is kept about those whom a team turns to in a leg. */
import { kept, personalData, proposed } from '../core/personal/index.ts';
import { LegContact } from './leg-contact.entity.ts';

personalData(LegContact, {
  of: 'CONTACT',
  purpose: 'RUN_MISSIONS',
  basis: proposed('PUBLIC_TASK'),
  retention: proposed([kept('P1Y', 'LEG_ENDED')]),
  recipients: ['SELF', 'ADVISER', 'POST', 'NETWORK'],
  source: proposed('MEMBER'),
  about: { own: ['email'], shared: {} },
  forgotten: { LEG_ENDED: { after: 'endsOn', of: 'leg' } },
  columns: {
    name: { category: 'IDENTITY' }, function: { category: 'WORK' }, organisation: { category: 'WORK' }, email: { category: 'CONTACT_DETAILS' }, phone: { category: 'CONTACT_DETAILS' },
  },
  none: ['uuid', 'leg', 'version'],
});
