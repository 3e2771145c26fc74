/** What is kept about experts, and about those who vouch for them. */
import { kept, personalData, proposed, unlinked, until } from '../core/personal/index.ts';
import { Expert, ExpertCountry, ExpertLanguage, ExpertTheme, ExpertTranslation } from './expert.entity.ts';

const LISTED = {
  of: 'EXPERT',
  purpose: 'FIND_EXPERTS',
  basis: proposed('PUBLIC_TASK'),
  retention: proposed([kept('P3Y', 'LAST_MISSION')]),
  recipients: ['PUBLIC'],
  source: proposed('PERSON'),
  about: unlinked('NO_ACCOUNT'),
} as const;

/** What goes with the expert. */
const WITH_EXPERT = { forgotten: { LAST_MISSION: { with: Expert } } } as const;

/** Open to others by consent only: see expert.policy.ts. */
const NAME = {
  category: 'IDENTITY',
  basis: proposed('CONSENT'),
  retention: proposed([until('CONSENT_WITHDRAWN'), kept('P3Y', 'LAST_MISSION')]),
  recipients: ['CHOSEN', 'ADVISER'],
} as const;

personalData(Expert, {
  ...LISTED,
  // Whoever withdraws their consent says so to the operator: nothing links them to an account to do it with.
  forgotten: { LAST_MISSION: { after: 'lastMissionOn' }, CONSENT_WITHDRAWN: { hand: 'OPERATOR' } },
  columns: {
    uuid: { category: 'IDENTIFIER', source: 'SYSTEM' },
    name: NAME,
    // The same text, as the search reads it.
    folded: NAME,
    // Whoever relies on consent must be able to show it (GDPR, article 7, paragraph 1).
    nameVisibility: { category: 'CHOICES', basis: proposed('LEGAL_OBLIGATION'), recipients: ['ADVISER'] },
    profession: { category: 'WORK' },
    institution: { category: 'WORK' },
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
