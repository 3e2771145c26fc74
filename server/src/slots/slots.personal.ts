/** What is kept about the hosts of meetings who are offered slots. */
import { kept, noPersons, personalData, proposed, unlinked } from '../core/personal/index.ts';
import { EndedSlotLink, OfferedSlot, SlotOffer } from './slot-offer.entity.ts';

personalData(SlotOffer, {
  of: 'CONTACT',
  category: 'ACTIVITY',
  purpose: 'RUN_MISSIONS',
  basis: proposed('PUBLIC_TASK'),
  retention: proposed([kept('P1Y', 'LEG_ENDED')]),
  recipients: ['SELF', 'ADVISER', 'POST'],
  source: 'PERSON',
  about: { own: ['email'], shared: {} },
  forgotten: { LEG_ENDED: { after: 'endsOn', of: 'leg' } },
  columns: {
    name: { category: 'IDENTITY', source: proposed('MEMBER') }, email: { category: 'CONTACT_DETAILS', source: proposed('MEMBER') }, locale: { category: 'CHOICES', source: proposed('MEMBER') },
    secretHash: { category: 'CREDENTIALS', source: 'SYSTEM', recipients: ['OPERATOR'] }, askedAt: { source: 'SYSTEM' }, remindedAt: { source: 'SYSTEM' }, toldLostAt: { source: 'SYSTEM' }, toldAnswerAt: { source: 'SYSTEM' }, toldCancelledAt: { source: 'SYSTEM' }, answerMailedAt: { source: 'SYSTEM' }, answeredAt: {}, answer: {}, takenDay: {}, takenStarts: {}, remark: {}, remarkLocale: { category: 'CHOICES' },
  },
  none: ['meeting', 'leg', 'submission', 'version', 'byAdviser', 'overrideReason', 'answersUntil', 'ended', 'endedAt'],
});

personalData(EndedSlotLink, {
  of: 'CONTACT',
  category: 'CREDENTIALS',
  purpose: 'RUN_MISSIONS',
  basis: proposed('PUBLIC_TASK'),
  retention: proposed([kept('P1Y', 'RECORDED')]),
  recipients: ['OPERATOR'],
  source: 'SYSTEM',
  about: unlinked('HASHED'),
  forgotten: { RECORDED: { after: 'endedOn' } },
  columns: { secretHash: {}, endedOn: {}, toldUntil: {} },
});

noPersons('EVENTS', [OfferedSlot]);
