/** What photos say of persons: what an expert looks like, and whoever can be seen on a photo of a mission, whom the site does not know. */
import { kept, noPersons, personalData, proposed, until } from '../core/personal/index.ts';
import { ExpertSheet } from '../experts/index.ts';
import { ExpertPhoto, ExpertPhotoFile } from './expert-photo.entity.ts';
import { MissionPhoto, MissionPhotoTranslation, PhotoDecision } from './mission-photo.entity.ts';
import { PublishedPhoto, PublishedPhotoTranslation } from './published-photo.entity.ts';

const PORTRAIT = {
  of: 'EXPERT', category: 'IMAGE', purpose: 'FIND_EXPERTS', basis: proposed('CONSENT'), retention: proposed([until('CONSENT_WITHDRAWN'), kept('P3Y', 'LAST_MISSION')]), recipients: ['CHOSEN', 'SELF', 'ADVISER'], source: proposed('PERSON'),
} as const;
/** Whoever relies on consent must be able to show it (GDPR, article 7, paragraph 1). */
const CHOICE = { category: 'CHOICES', basis: proposed('LEGAL_OBLIGATION'), recipients: ['SELF', 'ADVISER'] } as const;

personalData(ExpertPhoto, {
  ...PORTRAIT,
  about: { through: 'sheet' },
  forgotten: { CONSENT_WITHDRAWN: { act: 'removeExpertPhoto' }, LAST_MISSION: { with: ExpertSheet } },
  columns: {
    // The address of the picture.
    uuid: { category: 'IDENTIFIER', source: 'SYSTEM' }, sheet: { category: 'IDENTIFIER', source: 'SYSTEM' }, isConfirmed: {}, broughtAt: { category: 'ACTIONS', source: 'SYSTEM' }, visibility: CHOICE, chosenAt: CHOICE, consentedOn: { ...CHOICE, source: proposed('ADVISER') },
    declinedAt: { category: 'ACTIONS', basis: proposed('PUBLIC_TASK'), recipients: ['SELF', 'ADVISER'], source: 'SYSTEM' }, declineReason: { category: 'MESSAGES', basis: proposed('PUBLIC_TASK'), recipients: ['SELF', 'ADVISER'], source: proposed('ADVISER') },
  },
  none: ['width', 'height', 'size', 'reasonLocale'],
});

personalData(ExpertPhotoFile, {
  ...PORTRAIT,
  about: { unlinked: 'CONTENT' },
  forgotten: { CONSENT_WITHDRAWN: { with: ExpertPhoto }, LAST_MISSION: { with: ExpertPhoto } },
  columns: { bytes: {} },
  none: ['photo'],
});

// Whoever was there can be on them. The page asks to take none on which a victim can be recognised; nobody can tell by a column whom one shows.
const SEEN = { of: 'PICTURED', category: 'IMAGE', purpose: 'RUN_MISSIONS', basis: proposed('PUBLIC_TASK'), retention: proposed([kept('P3Y', 'MISSION_ENDED')]), source: proposed('ADVISER'), about: { unlinked: 'CONTENT' }, columns: { bytes: {} } } as const;

personalData(MissionPhoto, { ...SEEN, recipients: ['ADVISER'], forgotten: { MISSION_ENDED: { after: 'endsOn', of: 'mission' } }, none: ['uuid', 'sourceLocale', 'sourceVersion', 'mission', 'position', 'credit', 'width', 'height', 'size', 'version'] });
personalData(PublishedPhoto, { ...SEEN, basis: proposed('CONSENT'), recipients: ['PUBLIC'], forgotten: { MISSION_ENDED: { with: MissionPhoto } }, none: ['uuid', 'sourceLocale', 'sourceVersion', 'publication', 'position', 'credit', 'width', 'height', 'size'] });

personalData(PhotoDecision, {
  of: 'MEMBER', category: 'ACTIONS', purpose: 'ACCOUNT_FOR', basis: proposed('PUBLIC_TASK'), retention: proposed([until('ACCOUNT_CLOSED'), kept('P3Y', 'MISSION_ENDED')]), recipients: ['SELF', 'ADVISER'], source: 'SYSTEM',
  about: { shared: { confirmedBy: [] } },
  forgotten: { ACCOUNT_CLOSED: { act: 'eraseAccount' }, MISSION_ENDED: { with: MissionPhoto } },
  columns: { confirmedBy: { category: 'IDENTIFIER' } },
  none: ['photo', 'published', 'photoVersion', 'confirmedAt'],
});

// They are held to name nobody when one is published.
noPersons('EVENTS', [MissionPhotoTranslation, PublishedPhotoTranslation]);
