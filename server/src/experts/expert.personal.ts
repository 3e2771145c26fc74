/** What is kept about experts, and about those who vouch for them. */
import { kept, personalData, proposed, unlinked, until } from '../core/personal/index.ts';
import { Expert, ExpertCountry, ExpertLanguage, ExpertTheme, ExpertTranslation } from './expert.entity.ts';
import { Person } from '../accounts/index.ts';
import { ExpertEngagement } from './engagement.entity.ts';
import { ExpertContact } from './expert-contact.entity.ts';
import { ExpertSheet } from './expert-sheet.entity.ts';

const LISTED = {
  of: 'EXPERT',
  purpose: 'FIND_EXPERTS',
  basis: proposed('PUBLIC_TASK'),
  retention: proposed([kept('P3Y', 'LAST_MISSION')]),
  recipients: ['PUBLIC'],
  source: proposed('PERSON'),
} as const;

/** What goes with the expert. */
const WITH_EXPERT = { about: { through: 'expert' }, forgotten: { LAST_MISSION: { with: ExpertSheet } } } as const;

/** Open to others by consent only: see expert.policy.ts. */
const NAME = {
  category: 'IDENTITY',
  basis: proposed('CONSENT'),
  retention: proposed([until('CONSENT_WITHDRAWN'), kept('P3Y', 'LAST_MISSION')]),
  recipients: ['CHOSEN', 'ADVISER'],
} as const;

/** Whoever relies on consent must be able to show it (GDPR, article 7, paragraph 1). */
const CHOICE = { category: 'CHOICES', basis: proposed('LEGAL_OBLIGATION'), recipients: ['SELF', 'ADVISER'] } as const;

const INSTITUTION = { ...NAME, category: 'WORK' } as const;

personalData(ExpertSheet, {
  ...LISTED,
  about: 'person',
  // With what experts choose they hide their name; whoever wants it deleted erases their account, or says so to the operator.
  forgotten: { LAST_MISSION: { after: 'lastMissionOn' }, CONSENT_WITHDRAWN: { hand: 'OPERATOR' } },
  columns: {
    uuid: { category: 'IDENTIFIER', source: 'SYSTEM' },
    person: { category: 'IDENTIFIER', source: proposed('ADVISER'), recipients: ['SELF', 'ADVISER'] },
    name: NAME,
    // The same text, as the search reads it.
    folded: NAME, publicFolded: NAME,
    nameVisibility: CHOICE, institutionVisibility: CHOICE, emailVisibility: CHOICE, missionsVisibility: CHOICE, chosenAt: CHOICE, consentedOn: { ...CHOICE, source: proposed('ADVISER') },
    profession: { category: 'WORK' }, corps: { category: 'WORK' },
    institution: INSTITUTION,
    vouchedBy: { category: 'VOUCHING', of: ['EXPERT', 'CONTACT'], purpose: 'VOUCH', source: proposed('VOUCHER') },
    vouchedSince: { category: 'VOUCHING', purpose: 'VOUCH', source: proposed('VOUCHER') },
    lastMissionOn: { category: 'ACTIVITY', source: proposed('ADVISER') },
  },
  none: ['sourceLocale', 'sourceVersion', 'isDemonstration', 'version'],
});

// A view: what it shows is kept in `expert` and `person`.
personalData(Expert, {
  ...LISTED,
  about: unlinked('VIEW'),
  forgotten: { LAST_MISSION: { with: ExpertSheet }, CONSENT_WITHDRAWN: { act: 'chooseSheet' } },
  columns: {
    uuid: { category: 'IDENTIFIER', source: 'SYSTEM' },
    name: NAME, folded: NAME, publicFolded: NAME,
    email: { ...NAME, category: 'CONTACT_DETAILS' },
    nameVisibility: CHOICE, institutionVisibility: CHOICE, emailVisibility: CHOICE,
    profession: { category: 'WORK' }, corps: { category: 'WORK' },
    institution: INSTITUTION,
    vouchedBy: { category: 'VOUCHING', of: ['EXPERT', 'CONTACT'], purpose: 'VOUCH', source: proposed('VOUCHER') },
    vouchedSince: { category: 'VOUCHING', purpose: 'VOUCH', source: proposed('VOUCHER') },
    lastMissionOn: { category: 'ACTIVITY', source: proposed('ADVISER') },
  },
  none: ['sourceLocale', 'sourceVersion', 'isDemonstration'],
});

personalData(ExpertTranslation, {
  ...LISTED,
  ...WITH_EXPERT,
  category: 'PROFILE',
  columns: {
    expert: { category: 'IDENTIFIER', source: 'SYSTEM' },
    summary: {},
    folded: {},
  },
  none: ['locale', 'sourceVersion'],
});

personalData(ExpertLanguage, { ...LISTED, ...WITH_EXPERT, category: 'SKILLS', columns: { expert: { category: 'IDENTIFIER', source: 'SYSTEM' }, language: {}, level: {} } });
personalData(ExpertTheme, { ...LISTED, ...WITH_EXPERT, category: 'SKILLS', columns: { expert: { category: 'IDENTIFIER', source: 'SYSTEM' }, theme: {} } });
personalData(ExpertCountry, { ...LISTED, ...WITH_EXPERT, category: 'SKILLS', columns: { expert: { category: 'IDENTIFIER', source: 'SYSTEM' }, country: {} } });

// It goes before: with the session, or with what else it is made of. Where it is of nobody who is an expert, it is the adviser's own.
personalData(ExpertEngagement, {
  of: ['EXPERT', 'MEMBER'],
  category: 'ACTIVITY',
  purpose: 'RUN_TRAININGS',
  basis: proposed('PUBLIC_TASK'),
  retention: proposed([kept('P3Y', 'LAST_MISSION'), until('ACCOUNT_CLOSED')]),
  recipients: ['ADVISER', 'SELF'],
  source: 'SYSTEM',
  about: { through: 'expert', own: ['person'] },
  forgotten: { LAST_MISSION: { with: ExpertSheet }, ACCOUNT_CLOSED: { with: Person } },
  columns: { source: {}, who: { category: 'IDENTIFIER' }, expert: { category: 'IDENTIFIER' }, person: { category: 'IDENTIFIER' }, kind: {}, place: {}, held: {}, isFirm: {}, meetsStays: {} },
});

personalData(ExpertContact, {
  ...LISTED,
  category: 'CONTACT_DETAILS',
  recipients: ['SELF', 'ADVISER', 'OPERATOR'],
  about: { own: ['email'], shared: {} },
  forgotten: { LAST_MISSION: { with: ExpertSheet } },
  columns: { expert: { category: 'IDENTIFIER', source: 'SYSTEM' }, email: {}, locale: { category: 'CHOICES' } },
});
