/** What the record of French expertise says of experts. A practice that is nobody’s in particular is about nobody. */
import { kept, personalData, proposed } from '../core/personal/index.ts';
import { ExpertSheet } from '../experts/index.ts';
import { Practice, PracticeTranslation, Publication } from './practice.entity.ts';

const RECORD = {
  of: 'EXPERT', category: 'ACTIVITY', purpose: 'FIND_EXPERTS', basis: proposed('CONSENT'), retention: proposed([kept('P3Y', 'LAST_MISSION')]), recipients: ['SELF', 'ADVISER', 'PUBLIC'], source: proposed('ADVISER'),
} as const;
/** Whoever relies on consent must be able to show it (GDPR, article 7, paragraph 1). */
const CHOICE = { category: 'CHOICES', basis: proposed('LEGAL_OBLIGATION'), recipients: ['SELF', 'ADVISER'] } as const;

personalData(Practice, {
  ...RECORD,
  about: { through: 'sheet' },
  forgotten: { LAST_MISSION: { with: ExpertSheet } },
  columns: { sheet: { category: 'IDENTIFIER', source: 'SYSTEM' }, country: {}, theme: {}, shownOn: {}, isPublic: {}, consentedOn: CHOICE },
  none: ['uuid', 'sourceLocale', 'sourceVersion', 'version', 'isDemonstration'],
});

personalData(PracticeTranslation, {
  ...RECORD,
  about: { through: 'sheet' },
  forgotten: { LAST_MISSION: { with: ExpertSheet } },
  columns: { sheet: { category: 'IDENTIFIER', source: 'SYSTEM' }, title: {}, audience: {}, result: {} },
  none: ['practice', 'locale', 'sourceVersion'],
});

personalData(Publication, {
  ...RECORD,
  about: { through: 'sheet' },
  forgotten: { LAST_MISSION: { with: ExpertSheet } },
  columns: { sheet: { category: 'IDENTIFIER', source: 'SYSTEM' }, year: {}, title: {}, url: {}, isPublic: {}, consentedOn: CHOICE },
  none: ['uuid', 'locale', 'version'],
});
