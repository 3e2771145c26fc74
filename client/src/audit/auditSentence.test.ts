import { LOCALE_TAGS } from '@passerelle/shared/locales.ts';
import { mount, RouterLinkStub } from '@vue/test-utils';
import { describe, expect, it } from 'vitest';
import { h } from 'vue';

import { i18n, setLocale } from '../core/i18n/index.ts';
import AuditSentence from './AuditSentence.vue';
import { kindOf } from './auditParts.ts';
import { piecesOf, PLACES, sentenceOf, sharedNames, SLOTS } from './auditSentence.ts';
import type { AuditEntry } from './useAuditTrail.ts';

const CLAIRE = { name: 'Claire Marchand', email: 'claire@example.org' };
const IVAN = { name: 'Ivan Horvat', email: 'ivan@example.org' };
const BRIDGE = { id: 'Organisation_bridge', name: { text: 'Novi most', locale: 'sr-Latn', isFallback: false, isOutdated: false } } as const;
const BOSNIA = { id: 'Country_BA', code: 'BA', name: { text: 'Bosnia and Herzegovina', locale: 'en', isFallback: false, isOutdated: false } } as const;

const entry = (told: Partial<AuditEntry>): AuditEntry =>
  ({ id: 'AuditEntry_1', at: '2026-11-25T10:00:00Z', by: CLAIRE, byKey: null, action: 'CHANGED', subject: 'PERSON', about: CLAIRE, aboutKey: null, organisation: null, session: null, mission: null, trainer: null, cleared: null, asked: null, part: null, before: null, after: null, ...told });
const SPOTTING = { id: 'TrainingSession_1', title: { text: 'Spotting victims', locale: 'en', isFallback: false, isOutdated: false } };
const part = (name: string, told: Partial<AuditEntry> = {}): AuditEntry => entry({ part: name, before: 'old', after: 'new', ...told });

describe('the sentence of an entry', () => {
  it.each<[string, Partial<AuditEntry>]>([
    ['signedIn', { subject: 'SESSION', action: 'ADDED' }],
    ['signedInFor', { subject: 'SESSION', action: 'ADDED', about: IVAN }],
    ['signedOut', { subject: 'SESSION', action: 'REMOVED' }],
    ['exported', { subject: 'EXPORT', action: 'ADDED', part: 'record.csv' }], ['missionFileTaken', { subject: 'EXPORT', action: 'ADDED', part: 'plan.pdf', mission: { id: 'Mission_1', title: SPOTTING.title } }],
    ['signInEnded', { subject: 'SESSION', action: 'REMOVED', by: null }],
    ['signInEnded', { subject: 'SESSION', action: 'REMOVED', by: null, about: null }],
    ['accountAdded', { subject: 'PERSON', action: 'ADDED', about: IVAN }],
    ['accountRemoved', { subject: 'PERSON', action: 'REMOVED', about: null }],
    ['identityBound', { subject: 'IDENTITY', action: 'ADDED' }],
    ['identityUnbound', { subject: 'IDENTITY', action: 'REMOVED' }],
    ['identityUnboundFor', { subject: 'IDENTITY', action: 'REMOVED', by: null, about: IVAN }],
    ['roleAdded', { subject: 'MEMBER', action: 'ADDED' }],
    ['roleRemoved', { subject: 'MEMBER', action: 'REMOVED', about: IVAN }],
    ['passkeyAdded', { subject: 'PASSKEY', action: 'ADDED' }], ['passkeyRemoved', { subject: 'PASSKEY', action: 'REMOVED', by: null }],
    ['authenticatorAdded', { subject: 'AUTHENTICATOR', action: 'ADDED' }], ['authenticatorRemoved', { subject: 'AUTHENTICATOR', action: 'REMOVED' }],
    ['sheetBound', { subject: 'EXPERT', action: 'ADDED', about: IVAN }], ['sheetUnbound', { subject: 'EXPERT', action: 'REMOVED' }],
    ['sheetEntered', { subject: 'EXPERT', action: 'ADDED', part: 'sheet', about: null }], ['sheetChanged', { subject: 'EXPERT', part: 'sheet', about: IVAN }], ['sheetRemoved', { subject: 'EXPERT', action: 'REMOVED', part: 'sheet', about: null }],
    ['photoBrought', { subject: 'EXPERT', action: 'ADDED', part: 'photo', about: IVAN }], ['photoConfirmed', { subject: 'EXPERT', part: 'photo', about: IVAN }], ['photoRemoved', { subject: 'EXPERT', action: 'REMOVED', part: 'photo' }], ['photoProposed', { subject: 'EXPERT', action: 'ADDED', part: 'photo_proposal', about: IVAN }], ['photoRemoved', { subject: 'EXPERT', action: 'REMOVED', part: 'photo_proposal', about: IVAN }], ['photoDeclined', { subject: 'EXPERT', part: 'photo_declined', about: IVAN }], ['photoShown', { subject: 'EXPERT', part: 'photo_visibility', about: IVAN }],
    ['proposalMade', { subject: 'EXPERT', action: 'ADDED', part: 'proposal', about: IVAN }], ['proposalChanged', { subject: 'EXPERT', part: 'proposal', about: IVAN }], ['proposalWithdrawn', { subject: 'EXPERT', action: 'REMOVED', part: 'proposal', about: IVAN }], ['proposalDecided', { subject: 'EXPERT', part: 'proposal_decided', about: IVAN }],
    ['recordAdded', { subject: 'EXPERT', action: 'ADDED', part: 'record', about: null }], ['recordChanged', { subject: 'EXPERT', part: 'record', about: IVAN }], ['recordRemoved', { subject: 'EXPERT', action: 'REMOVED', part: 'record', about: IVAN }], ['recordPart', { subject: 'EXPERT', part: 'record_is_public', about: null }],
    ['sheetPart', { subject: 'EXPERT', part: 'name_visibility', about: null }],
    ['recoveryCodesMade', { subject: 'RECOVERY_CODES', action: 'ADDED' }], ['recoveryCodesRemoved', { subject: 'RECOVERY_CODES', action: 'REMOVED' }],
  ])('is %s for %o', (sentence, told) => {
    expect(sentenceOf(entry(told))).toBe(sentence);
  });

  it.each<[string, string, Partial<AuditEntry>]>([
    ['localeOwn', 'locale', {}], ['locale', 'locale', { by: null }], ['locale', 'locale', { about: null }], ['name', 'name', { about: IVAN }], ['emailOwn', 'email', {}],
    ['accountSuspended', 'suspended_at', { before: null }], ['accountRestored', 'suspended_at', { after: null }],
    ['published', 'is_published', { subject: 'ORGANISATION', after: 'true' }], ['unpublished', 'is_published', { subject: 'ORGANISATION', after: 'false' }],
    ['protected', 'is_protected', { subject: 'ORGANISATION', after: 'true' }], ['opened', 'is_protected', { subject: 'ORGANISATION', after: 'false' }],
    ['sheetName', 'name_visibility', { subject: 'EXPERT' }], ['sheetInstitution', 'institution_visibility', { subject: 'EXPERT' }], ['sheetEmail', 'email_visibility', { subject: 'EXPERT' }], ['sheetMissions', 'missions_visibility', { subject: 'EXPERT' }],
    ['organisationPart', 'source_locale', { subject: 'ORGANISATION' }], ['shown', 'contact_visibility', {}], ['addressShown', 'email_visibility', { about: IVAN }],
    ['role', 'role', { subject: 'MEMBER' }], ['roleCountry', 'country_code', { subject: 'MEMBER' }], ['roleUntil', 'until', { subject: 'MEMBER' }],
    ['roleSuspended', 'suspended_at', { subject: 'MEMBER', before: null }], ['roleRestored', 'suspended_at', { subject: 'MEMBER', after: null }],
    ['jobRetried', 'mail.send', { subject: 'JOB', about: null, before: 'GIVEN_UP', after: 'WAITING' }], ['jobGivenUp', 'mail.send', { subject: 'JOB', about: null, before: 'WAITING', after: 'GIVEN_UP' }],
    ['identityRefused', 'refused_at', { subject: 'IDENTITY', by: null }], ['identityPart', 'account_id', { subject: 'IDENTITY' }],
    ['invitationSent', 'sent_at', { subject: 'INVITATION' }], ['invitationAccepted', 'accepted_at', { subject: 'INVITATION' }], ['invitationPart', 'role', { subject: 'INVITATION' }],
    ['requestConfirmed', 'confirmed_at', { subject: 'ACCESS_REQUEST', by: null }], ['requestApproved', 'decision', { subject: 'ACCESS_REQUEST', after: 'APPROVED' }],
    ['requestRefused', 'decision', { subject: 'ACCESS_REQUEST', after: 'REFUSED' }],
    ['accountPart', 'image', {}], ['rolePart', 'locale', { subject: 'MEMBER' }], ['signInPart', 'token', { subject: 'SESSION' }], ['passkeyRenamed', 'name', { subject: 'PASSKEY' }],
    ['recoveryCodesMade', 'made_at', { subject: 'RECOVERY_CODES' }], ['recoveryCodeUsed', 'used_at', { subject: 'RECOVERY_CODES' }], ['keyPart', 'secret', { subject: 'AUTHENTICATOR' }], ['accountPart', 'constructor', {}],
  ])('is %s when %s was changed', (sentence, changed, told) => {
    expect(sentenceOf(part(changed, told))).toBe(sentence);
  });
});

describe('the pieces of a sentence', () => {
  it('are its words and the places in it, as its language orders them', () => {
    expect(piecesOf(`${PLACES.by} – uloga: ${PLACES.change}.`)).toEqual([{ slot: 'by' }, { text: ' – uloga: ' }, { slot: 'change' }, { text: '.' }]);
    expect(piecesOf('Words.')).toEqual([{ text: 'Words.' }]);
    expect(SLOTS.map((slot) => piecesOf(PLACES[slot]))).toEqual(SLOTS.map((slot) => [{ slot }]));
  });
});

it('a value is written as its part is, one of a part that is not known as it stands', () => {
  expect(['locale', 'email_visibility', 'role', 'country_code', 'since', 'suspended_at', 'name', 'toString', null].map(kindOf))
    .toEqual(['locale', 'visibility', 'role', 'country', 'day', 'instant', 'text', 'text', 'text']);
});

it('two persons of one name are told apart', () => {
  const namesake = { name: 'Ivan Horvat', email: 'horvat@example.org' };
  expect([...sharedNames([entry({ about: IVAN }), entry({ by: null, about: namesake }), entry({})])]).toEqual(['Ivan Horvat']);
});

describe('the journal as it is read', () => {
  const read = async (told: AuditEntry, locale: (typeof LOCALE_TAGS)[number] = 'en', shared: string[] = []): Promise<ReturnType<typeof mount>> => {
    await setLocale(locale, ['audit']);
    return mount(() => h('p', h(AuditSentence, { entry: told, zone: 'Europe/Tirane', countries: [BOSNIA], shared: new Set(shared) })), { global: { plugins: [i18n], stubs: { RouterLink: RouterLinkStub } } });
  };
  const words = async (told: AuditEntry): Promise<string> => String((await read(told)).element.textContent).replaceAll(/\s+/g, ' ');

  it.each<[string, AuditEntry]>([
    ['Claire Marchand signed in', entry({ subject: 'SESSION', action: 'ADDED' })],
    ['Claire Marchand changed the language of their messages: français →then українська', part('locale', { before: 'fr', after: 'uk' })],
    ['The service or a former account ended a sign-in to the account Ivan Horvat', entry({ subject: 'SESSION', action: 'REMOVED', by: null, about: IVAN })],
    ['The service or a former account refused another ProConnect identity for the account Ivan Horvat: nothing →then 25 November 2026 at 11:00 GMT+1', part('refused_at', { subject: 'IDENTITY', by: null, about: IVAN, before: null, after: '2026-11-25T10:00:00Z' })],
    ['Claire Marchand added a role to the account (no longer there)', entry({ subject: 'MEMBER', action: 'ADDED', about: null })],
    ['Claire Marchand changed the country of a role of the account Ivan Horvat: nothing →then Bosnia and Herzegovina', part('country_code', { subject: 'MEMBER', about: IVAN, before: null, after: 'BA' })],
    ['Claire Marchand changed the last day of a role of the account Ivan Horvat: 31 December 2026 →then nothing', part('until', { subject: 'MEMBER', about: IVAN, before: '2026-12-31', after: null })],
    ['Claire Marchand suspended the account Ivan Horvat: nothing →then 25 November 2026 at 11:00 GMT+1', part('suspended_at', { about: IVAN, before: null, after: '2026-11-25T10:00:00Z' })],
    ['Claire Marchand changed who sees the account Claire Marchand on the page of its organisation: nothing →then everybody', part('contact_visibility', { before: null, after: 'PUBLIC' })],
    ['Claire Marchand published the organisation Novi most', part('is_published', { subject: 'ORGANISATION', about: null, organisation: BRIDGE, before: 'false', after: 'true' })],
    ['Claire Marchand said that the place of the organisation (no longer there) may be found', part('is_protected', { subject: 'ORGANISATION', about: null, before: 'true', after: 'false' })],
    ['Claire Marchand changed the field stage of the training session Spotting victims: A draft →then Announced: people can be registered', part('stage', { subject: 'TRAINING_SESSION', session: SPOTTING, before: 'DRAFT', after: 'OPEN' })],
    ['Claire Marchand changed the field starts_at of the training session (no longer there): 25 November 2026 at 11:00 GMT+1 →then 25 November 2026 at 12:00 GMT+1', part('starts_at', { subject: 'TRAINING_SESSION', before: '2026-11-25T10:00:00+00:00', after: '2026-11-25T11:00:00+00:00' })],
    ['Claire Marchand changed the training session Spotting victims; no e-\u2060mail could tell one of its trainers: Ana Petit', part('untold_trainer', { subject: 'TRAINING_SESSION', session: SPOTTING, trainer: { id: 'Expert_1', name: 'Ana Petit' }, before: null, after: 'x' })],
    ['Claire Marchand deleted the draft of a training session', entry({ subject: 'TRAINING_SESSION', action: 'REMOVED' })],
    ['Claire Marchand changed the field visibility of a document of the training session Spotting victims: Only the trainers with an account →then Everybody', part('visibility', { subject: 'SESSION_DOCUMENT', session: SPOTTING, before: 'TRAINERS', after: 'EVERYBODY' })],
    ['Claire Marchand changed the field until_on of a clearance of Ana Petit: 31 March 2027 →then 30 April 2027', part('until_on', { subject: 'CLEARANCE', cleared: { id: 'Expert_1', name: 'Ana Petit' }, before: '2027-03-31', after: '2027-04-30' })],
    ['Claire Marchand changed the text of a clearance of (no longer there)', part('remark', { subject: 'CLEARANCE', before: null, after: null })],
    ['Claire Marchand changed the field answers_until of a call for availability: 31 March 2027 →then 2 April 2027', part('answers_until', { subject: 'AVAILABILITY_CALL', before: '2027-03-31', after: '2027-04-02' })],
    ['Claire Marchand asked Ana Petit for their availability', entry({ subject: 'AVAILABILITY_REQUEST', action: 'ADDED', asked: { id: 'Expert_1', name: 'Ana Petit' } })],
    ['Ana Petit answered a call for availability', part('answered_at', { subject: 'AVAILABILITY_REQUEST', by: null, asked: { id: 'Expert_1', name: 'Ana Petit' }, before: null, after: '2026-11-25T10:00:00Z' })],
    ['Claire Marchand consulted an embassy about a leg of a mission: nothing →then Bosnia and Herzegovina', part('country_code', { subject: 'CONSULTATION', before: null, after: 'BA' })],
    ['Claire Marchand gave an opinion (SCAC) on a leg of a mission: nothing →then Agreement', part('SCAC', { subject: 'OPINION', before: null, after: 'AGREED' })],
    ['Claire Marchand noted an opinion (SSI) on a leg of a mission: nothing →then Objection', part('noted.SSI', { subject: 'OPINION', before: null, after: 'OBJECTED' })],
    ['No opinion (SCAC) on a leg of a mission by the last day, so silence counts as agreement: nothing →then 31 March 2027', part('silence.SCAC', { subject: 'OPINION', by: null, before: null, after: '2027-03-31' })],
    ['Claire Marchand withdrew an invitation to the training session Spotting victims', part('revoked_at', { subject: 'SESSION_INVITATION', session: SPOTTING, before: null, after: '2026-11-25T10:00:00Z' })],
    ['An invitation to the training session Spotting victims was accepted by the link of the e-\u2060mail', part('accepted_at', { subject: 'SESSION_INVITATION', session: SPOTTING, by: null, before: null, after: '2026-11-25T10:00:00Z' })],
    ['Claire Marchand changed the field image of the account Ivan Horvat: old →then new', part('image', { about: IVAN })],
  ])('%s', async (sentence, told) => {
    expect(await words(told)).toBe(sentence);
  });

  it('says roles in words, and one that is not known as it stands', async () => {
    const text = await words(part('role', { subject: 'MEMBER', about: IVAN, before: 'TRANSLATOR', after: 'PILOT' }));
    expect(text).toContain('Translation and review →then PILOT');
  });

  it('has names in their own direction, with the address where two have the same', async () => {
    const sentence = await read(entry({ subject: 'MEMBER', action: 'ADDED', about: IVAN }), 'en', ['Ivan Horvat']);
    expect(sentence.findAll('bdi').map((name) => name.text())).toEqual(['Claire Marchand', 'Ivan Horvat', 'ivan@example.org']);
  });

  it.each(LOCALE_TAGS)('names in %s who did it and whom it concerns, wherever both are known', async (locale) => {
    const told = part('role', { subject: 'MEMBER', about: IVAN, before: 'SCAC', after: 'SSI' });
    expect((await read(told, locale)).findAll('bdi').map((name) => name.text())).toEqual(['Claire Marchand', 'Ivan Horvat']);
  });
});
