/** What is kept about those who take part in training sessions, and about those who registered and validated them. */
import { Person } from '../accounts/index.ts';
import { kept, noPersons, personalData, proposed, unlinked, until } from '../core/personal/index.ts';
import { AnswerFile, AnswerFileContent } from './answer-file.entity.ts';
import { RegistrationAnswer } from './answer.entity.ts';
import { LikelyDouble } from './likely-double.entity.ts';
import { OwnCapacity } from './own-capacity.entity.ts';
import { Participant } from './participant.entity.ts';
import { ModePlaces } from './mode-places.entity.ts';
import { ParticipantApart } from './participant-apart.entity.ts';
import { PlaceCount } from './place-count.entity.ts';
import { Registration } from './registration.entity.ts';
import { QuotaCount, SessionQuota } from './session-quota.entity.ts';

const TAKING_PART = {
  of: 'PARTICIPANT',
  purpose: 'RUN_TRAININGS',
  basis: proposed('CONSENT'),
  retention: proposed([kept('P3Y', 'SESSION_ENDED')]),
  recipients: ['NETWORK', 'POST', 'ADVISER', 'OPERATOR'],
  source: 'MEMBER',
} as const;

personalData(Participant, {
  ...TAKING_PART,
  about: { own: ['email'], shared: {} },
  forgotten: { SESSION_ENDED: { by: 'registrations.forget' } },
  columns: {
    uuid: { category: 'IDENTIFIER', source: 'SYSTEM' }, name: { category: 'IDENTITY' }, email: { category: 'CONTACT_DETAILS' }, locale: { category: 'CHOICES' },
    organisation: { category: 'WORK' }, country: { category: 'WORK' }, profession: { category: 'WORK' }, sector: { category: 'WORK' }, createdAt: { category: 'ACTIVITY', source: 'SYSTEM' },
    mergedInto: { category: 'IDENTIFIER', source: 'SYSTEM' }, mergeKey: { category: 'IDENTIFIER', source: 'SYSTEM', recipients: ['OPERATOR'] },
  },
  none: ['isDemonstration'],
});

personalData(ParticipantApart, {
  ...TAKING_PART,
  category: 'IDENTIFIER',
  source: 'SYSTEM',
  about: { shared: { saidBy: [] } },
  forgotten: { SESSION_ENDED: { with: Participant } },
  columns: { first: {}, second: {}, saidBy: { of: 'MEMBER', recipients: ['OPERATOR'] }, saidAt: { of: 'MEMBER', category: 'ACTIVITY' } },
  none: [],
});

/** What the view shows is kept in `participant` and `registration`. */
personalData(LikelyDouble, {
  ...TAKING_PART,
  category: 'IDENTIFIER',
  source: 'SYSTEM',
  recipients: ['POST', 'ADVISER', 'OPERATOR'],
  about: unlinked('VIEW'),
  forgotten: { SESSION_ENDED: { with: Participant } },
  columns: {
    uuid: {}, first: {}, second: {}, country: { category: 'WORK' }, secondCountry: { category: 'WORK' }, isSameAddress: { category: 'CONTACT_DETAILS' }, likeness: { category: 'IDENTITY' },
    firstRegistrations: { category: 'ACTIVITY' }, secondRegistrations: { category: 'ACTIVITY' }, lastAt: { category: 'ACTIVITY' }, secondLastAt: { category: 'ACTIVITY' },
  },
});

/** What the view shows of who asks is kept with their roles and their sheet. */
personalData(OwnCapacity, {
  of: 'MEMBER',
  category: 'WORK',
  purpose: 'RUN_TRAININGS',
  basis: proposed('PUBLIC_TASK'),
  retention: proposed([until('ACCOUNT_CLOSED')]),
  recipients: ['SELF', 'OPERATOR'],
  source: 'SYSTEM',
  about: unlinked('VIEW'),
  forgotten: { ACCOUNT_CLOSED: { with: Person } },
  columns: { uuid: { category: 'IDENTIFIER' }, role: {}, organisation: {}, country: {}, sector: {}, profession: {} },
});

personalData(Registration, {
  ...TAKING_PART,
  category: 'ACTIVITY',
  about: { own: ['email'], shared: { registeredBy: [], decidedBy: [] } },
  forgotten: { SESSION_ENDED: { after: 'endsAt', of: 'session' } },
  columns: {
    uuid: { category: 'IDENTIFIER', source: 'SYSTEM' }, session: {}, participant: { category: 'IDENTIFIER', source: 'SYSTEM' }, email: { category: 'CONTACT_DETAILS' },
    organisation: { category: 'WORK' }, country: { category: 'WORK' }, sector: { category: 'WORK' }, profession: { category: 'WORK' }, mode: { category: 'CHOICES' }, state: {}, seat: { category: 'IDENTIFIER', source: 'SYSTEM', recipients: ['OPERATOR'] },
    registeredBy: { of: 'MEMBER', category: 'IDENTIFIER', source: 'SYSTEM', recipients: ['OPERATOR'] }, consentedAt: { category: 'CHOICES' }, nameShownAt: { category: 'CHOICES', source: 'PERSON' },
    registeredAt: { source: 'SYSTEM' }, waitsSince: { source: 'SYSTEM' }, offeredUntil: { source: 'SYSTEM' },
    offerSecretHash: { category: 'CREDENTIALS', source: 'SYSTEM', recipients: ['OPERATOR'] }, leaveHashes: { category: 'CREDENTIALS', source: 'SYSTEM', recipients: ['OPERATOR'] },
    decidedAt: { source: 'SYSTEM' }, decidedBy: { of: 'MEMBER', category: 'IDENTIFIER', source: 'SYSTEM', recipients: ['OPERATOR'] }, refusedReason: { category: 'MESSAGES' },
    isOwn: { source: 'SYSTEM' }, ending: {}, endedAt: { source: 'SYSTEM' }, period: { source: 'SYSTEM' }, remindedAt: { source: 'SYSTEM' }, thankedAt: { source: 'SYSTEM' }, recalledAt: { source: 'SYSTEM' }, submission: { category: 'IDENTIFIER', source: 'SYSTEM', recipients: ['OPERATOR'] },
  },
  none: ['isDemonstration'],
});

/** Each question says for how many days after the session its answers are kept: the longest that it can say stands here. */
personalData(RegistrationAnswer, {
  ...TAKING_PART,
  category: 'ANSWERS',
  retention: proposed([kept('P365D', 'SESSION_ENDED')]),
  recipients: ['SELF', 'NETWORK', 'POST', 'ADVISER', 'OPERATOR'],
  about: { own: ['email'], shared: {} },
  forgotten: { SESSION_ENDED: { by: 'answers.forget' } },
  columns: {
    registration: { category: 'IDENTIFIER', source: 'SYSTEM' }, question: { category: 'IDENTIFIER', source: 'SYSTEM' }, email: { category: 'CONTACT_DETAILS' }, locale: { source: 'SYSTEM' },
    text: {}, codes: {}, level: { category: 'SKILLS' }, day: {},
    needs: { category: 'NEEDS', retention: proposed([kept('P30D', 'SESSION_ENDED')]), recipients: ['SELF', 'POST', 'ADVISER', 'OPERATOR'] },
    needsText: { category: 'NEEDS', retention: proposed([kept('P30D', 'SESSION_ENDED')]), recipients: ['SELF', 'POST', 'ADVISER', 'OPERATOR'] },
  },
});

/** Who brings a file is known as long as it waits; whose answer it is, once it is one. */
personalData(AnswerFile, {
  ...TAKING_PART,
  category: 'ANSWERS',
  retention: proposed([kept('P365D', 'SESSION_ENDED')]),
  recipients: ['SELF', 'NETWORK', 'POST', 'ADVISER', 'OPERATOR'],
  about: { own: ['email', 'broughtBy'], shared: {} },
  forgotten: { SESSION_ENDED: { by: 'answers.forget' }, RECORDED: { by: 'answers.forget' }, ACCOUNT_CLOSED: { with: Person } },
  columns: {
    uuid: { category: 'IDENTIFIER', source: 'SYSTEM' }, question: { category: 'IDENTIFIER', source: 'SYSTEM' }, registration: { category: 'IDENTIFIER', source: 'SYSTEM' }, email: { category: 'CONTACT_DETAILS' },
    name: {}, kind: { source: 'SYSTEM' }, size: { source: 'SYSTEM' }, broughtAt: { source: 'SYSTEM' },
    broughtBy: { of: 'MEMBER', category: 'IDENTIFIER', source: 'SYSTEM', recipients: ['OPERATOR'], retention: proposed([until('ACCOUNT_CLOSED'), kept('P1D', 'RECORDED')]) },
    signIn: { of: 'MEMBER', category: 'CONNECTION', source: 'SYSTEM', recipients: ['OPERATOR'], retention: proposed([until('ACCOUNT_CLOSED'), kept('P1D', 'RECORDED')]) },
    linkHash: { category: 'CREDENTIALS', source: 'SYSTEM', recipients: ['OPERATOR'], retention: proposed([kept('P1D', 'RECORDED')]) },
  },
});

personalData(AnswerFileContent, {
  ...TAKING_PART,
  category: 'ANSWERS',
  retention: proposed([kept('P365D', 'SESSION_ENDED')]),
  recipients: ['SELF', 'NETWORK', 'POST', 'ADVISER', 'OPERATOR'],
  about: { unlinked: 'CONTENT' },
  forgotten: { SESSION_ENDED: { with: AnswerFile } },
  columns: { bytes: {} },
  none: ['file'],
});

noPersons('EVENTS', [SessionQuota, QuotaCount, PlaceCount, ModePlaces]);
