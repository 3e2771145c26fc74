/** What the rows of people who are filled everywhere hold (`canaries.fixture.ts`). */

export type Given = Readonly<Record<string, unknown>>;

/** Signs that a number can have, unlike for each person. */
const numberOf = (n: number): string => String(n).padStart(16, '0');
export const personOf = (n: number): string => `019abc00-0000-7000-8000-0000000000${String(n).padStart(2, '0')}`;
/** The key of the sheet of an expert whose account somebody's is. */
export const sheetOf = (n: number): string => `0000000e-0000-7000-8000-0000000000${String(n).padStart(2, '0')}`;

/** What no job forgets while a test runs. */
const LATER = { created_at: '2099-01-01', erase_at: '2099-01-01' };

const SINCE = { created_at: '2099-01-01', confirmed_at: '2099-01-01', decided_at: '2099-01-01' };
const INVITED = { role: 'NGO_MEMBER', country_code: null, organisation_slug: 'astra', locale: 'uk', sent_at: '2099-01-01', expires_at: '2099-01-01' };

/** What columns hold that cannot hold any text: by table, a row for each. What is null is left empty in that row. */
export const GIVEN: Readonly<Record<string, readonly Given[]>> = {
  person: [{ locale: 'uk', contact_visibility: 'POST', email_visibility: 'POST', suspended_at: null }],
  member: [{ role: 'SCAC', country_code: 'AL', organisation_slug: 'astra', since: '2026-01-01', until: '2027-12-31', suspended_at: '2026-02-01' }],
  sign_in_verification: [{ expires_at: '2099-01-01' }],
  link_request: [{ locale: 'uk', asked_at: '2099-01-01' }],
  sign_in_network: [{ signed_in_at: '2099-01-01' }],
  mail: [{ locale: 'uk', failed_at: null, failure: null, answer: null, ...LATER }, { locale: 'uk', sent_at: null, failure: 'REFUSED', ...LATER }],
  audit_entry: [{ part: 'name', action: 'CHANGED', subject: 'PERSON' }],
  invitation: [{ ...INVITED, withdrawn_at: null }, { ...INVITED, accepted_at: null }, { ...INVITED, role: 'SCAC', country_code: 'AL', organisation_slug: null, withdrawn_at: null }],
  access_request: [{ role: 'NGO_MEMBER', country_code: 'AL', organisation_slug: 'astra', organisation_website: 'https://example.org/canary', locale: 'uk', decision: 'REFUSED', ...SINCE }],
  data_request: [{ kind: 'RESTRICT' }],
  calendar_link: [{ country_code: 'AL', theme_code: null, locale: 'uk', kept_from: '2099-01-01' }, { country_code: null, theme_code: 'ASSISTANCE', locale: 'uk', kept_from: '2099-01-01' }],
  expert: [{ source_locale: 'fr', name_visibility: 'PUBLIC', institution_visibility: 'POST', email_visibility: 'POST', missions_visibility: 'POST', profession_code: 'JUDGE', institution_code: 'ENM' }],
  expert_translation: [{ locale: 'fr' }],
  expert_language: [{ language_code: 'fr', level: 'NATIVE' }],
  expert_theme: [{ theme_code: 'ASSISTANCE' }],
  expert_country: [{ country_code: 'AL' }],
};

/** The key of a row of somebody, by what stands for its table. */
export const keyOf = (table: string, n: number): string => `0000000${table}-0000-7000-8000-${String(n).padStart(12, '0')}`;

/** What another mission is away from the first. */
export const OTHER = 500;

/** A key that is drawn by chance, as those of legs are. */
export const chanceOf = (table: string, n: number): string => keyOf(table, n).replace('-7000-', '-4000-');

/** A need of this key, with what has to stand beside it. */
export function needOf(uuid: string): { readonly row: Given; readonly rows: readonly (readonly [table: string, row: Given])[] } {
  const row = { uuid, source_locale: 'en', country_code: 'RS', theme_code: 'ASSISTANCE', pillar: 'PROTECTION', entered_as: 'SCAC' };
  return { row, rows: [['need_translation', { need_uuid: uuid, locale: 'en', title: 'A need', text: 'A need' }], ['need_step', { need_uuid: uuid, position: 1, by_role: 'SCAC', to_status: 'SUBMITTED' }]] };
}

/** A cooperation request of this key, with what has to stand beside it. */
export function requestOf(uuid: string): { readonly row: Given; readonly rows: readonly (readonly [table: string, row: Given])[] } {
  const row = { uuid, source_locale: 'en', kind: 'TRAINING', country_code: 'RS', theme_code: 'ASSISTANCE', sent_as: 'SCAC' };
  return { row, rows: [['cooperation_request_translation', { request_uuid: uuid, locale: 'en', subject: 'A request', text: 'A request' }], ['cooperation_request_step', { request_uuid: uuid, position: 1, by_role: 'SCAC', to_status: 'SENT' }]] };
}

/** What has become of a recommendation, under this key, with what has to stand beside it. */
export function progressOf(uuid: string): { readonly row: Given; readonly rows: readonly (readonly [table: string, row: Given])[] } {
  const row = { uuid, source_locale: 'en', recommendation_slug: 'rs-r2-16', position: Number.parseInt(uuid.slice(-6), 16), status: 'UNDER_WAY', as_of: '2026-01-01', entered_as: 'SCAC' };
  return { row, rows: [['recommendation_progress_translation', { progress_uuid: uuid, locale: 'en', seen: 'A draft' }]] };
}

/** A group of needs of this key, at the version of its last step, with what has to stand beside it. */
export function groupOf(uuid: string, version = 1): { readonly row: Given; readonly rows: readonly (readonly [table: string, row: Given])[] } {
  const row = { uuid, source_locale: 'en', accepted_as: 'ADVISER', version };
  return { row, rows: [['common_need_translation', { common_need_uuid: uuid, locale: 'en', title: 'A group', why: 'A group' }], ['common_need_step', { common_need_uuid: uuid, position: 1, by_role: 'ADVISER', act: 'ACCEPTED' }]] };
}

/** A project of this key, with what has to stand beside it. */
export function projectOf(uuid: string): { readonly row: Given; readonly rows: readonly (readonly [table: string, row: Given])[] } {
  const row = { uuid, source_locale: 'en', proposed_as: 'ADVISER' };
  return { row, rows: [['project_translation', { project_uuid: uuid, locale: 'en', title: 'A project', purpose: 'A project' }], ['project_country', { project_uuid: uuid, country_code: 'RS' }], ['project_step', { project_uuid: uuid, position: 1, by_role: 'ADVISER', to_status: 'PROPOSED' }]] };
}

/** A consultation, but for what it is about. */
export const CONSULTATION = { country_code: 'RS', round: 1, due_on: '2098-11-01', due_at: '2098-11-02', silence_agrees: true, rule_days: 5 };

/** The same where it depends on whose rows they are. */
export const GIVEN_TO: Readonly<Record<string, (n: number) => readonly Given[]>> = {
  // One that is part of an answer, one that waits with them, and one that waits by the link of their invitation.
  answer_file(n) {
    const file = { question_uuid: keyOf('6', n), kind: 'PDF', brought_at: '2099-01-01' };
    return [{ ...file, registration_uuid: keyOf('f', n), brought_by_id: null, sign_in_id: null, link_hash: null }, { ...file, registration_uuid: null, email: null, link_hash: null, sign_in_id: keyOf('0', n) },
      { ...file, registration_uuid: null, brought_by_id: null, sign_in_id: null, link_hash: `canary-${n}-session_invitation-secret_hash-0` }];
  },
  file_check: (n) => [{ uuid: chanceOf('b', n), document_uuid: keyOf('b', n), answer_uuid: null, clearance_uuid: null, checked_at: null }],
  expert_contact: (n) => [{ expert_uuid: sheetOf(n), locale: 'el' }],
  sign_in_session: (n) => [{ id: keyOf('0', n), expires_at: '2099-01-01', key: 'PASSKEY' }],
  leg_contact: (n) => [{ uuid: keyOf('c', n), leg_uuid: chanceOf('a', n), phone: `+381 11 302 ${String(n).padStart(4, '0')}` }],
  slot_offer: (n) => [{ meeting_uuid: chanceOf('3', n), leg_uuid: chanceOf('3', n), submission: chanceOf('3', n), locale: 'uk', remark_locale: 'uk', by_adviser: true, answers_until: '2098-11-01', answer: 'TAKEN', taken_day: '2098-11-09', taken_starts: `${10 + Math.floor(n / 60)}:${String(n % 60).padStart(2, '0')}` }],
  clearance: (n) => [{ uuid: `0000000e-0000-7000-8000-0000000001${String(n).padStart(2, '0')}`, locale: 'uk' }],
  // One that stands on the sheet, and one that was declined.
  expert_photo: (n) => {
    const photo = { expert_uuid: sheetOf(n), visibility: 'POST', width: 1, height: 1, size: 1 };
    return [{ ...photo, uuid: chanceOf('8', n), declined_at: null, decline_reason: null, reason_locale: null }, { ...photo, uuid: chanceOf('8', n + OTHER), is_confirmed: false, consented_on: null, reason_locale: 'uk' }];
  },
  photo_decision: (n) => [{ photo_uuid: chanceOf('9', n), published_uuid: chanceOf('9', n), photo_version: 1 }],
  expert_proposal: (n) => [{ uuid: chanceOf('e', n), expert_uuid: sheetOf(n), sheet_version: 1, reason_locale: 'uk' }],
  practice: (n) => [{ uuid: chanceOf('6', n), source_locale: 'uk', expert_uuid: sheetOf(n), country_code: 'AL', theme_code: 'ASSISTANCE' }],
  practice_translation: (n) => [{ practice_uuid: chanceOf('6', n), locale: 'uk' }],
  need_step: (n) => [{ need_uuid: chanceOf('2', n), position: 2, by_role: 'ADVISER', to_status: 'SUBMITTED' }],
  cooperation_request_step: (n) => [{ request_uuid: chanceOf('7', n), position: 2, by_role: 'ADVISER', to_status: 'SENT' }],
  cooperation_request_opinion: (n) => [{ request_uuid: chanceOf('6', n), service: 'SSI', answer: 'AGAINST', reason: 'A reason', locale: 'en', answered_at: '2098-01-01', silence_agrees: true }],
  project_step: (n) => [{ project_uuid: chanceOf('2', n), position: 2, by_role: 'ADVISER', to_status: 'PROPOSED' }],
  project_expert: (n) => [{ project_uuid: chanceOf('3', n), expert_uuid: sheetOf(n) }],
  common_need_step: (n) => [{ common_need_uuid: chanceOf('4', n), position: 2, by_role: 'ADVISER', act: 'CHANGED' }],
  needs_apart: (n) => [{ uuid: chanceOf('5', n), one_uuid: chanceOf('4', n), other_uuid: chanceOf('5', n), by_role: 'ADVISER' }],
  publication: (n) => [{ uuid: chanceOf('7', n), expert_uuid: sheetOf(n), locale: 'uk', year: 2000 + n, url: `https://example.org/canary-${n}` }],
  consultation: (n) => [{ ...CONSULTATION, uuid: chanceOf('c', n), leg_uuid: chanceOf('c', n) }],
  opinion: (n) => [{ consultation_uuid: chanceOf('d', n), service: 'SCAC', answer: 'AGREED', locale: 'uk' }],
  appraisal: (n) => [{ mission_uuid: chanceOf('f', n), expertise: 1, exchange: 2, reliability: 4, locale: 'uk' }],
  publication_decision: (n) => [{ mission_uuid: chanceOf('e', n), publication_uuid: chanceOf('e', n), has_summary: true, has_days: false, countries: '{RS}', results: '{}', findings: '{}', mission_version: 2 }],
  availability_request: (n) => [{ call_uuid: keyOf('9', n), answers: '{YES,NO}', remark_locale: 'uk' }],
  certificate: (n) => [{ number: numberOf(n), registration_uuid: keyOf('1', n), session_uuid: keyOf('2', n) }],
  // In a session as an expert, and on a journey as somebody who is none.
  expert_engagement(n) {
    const one = { place: 'AL', held: '{[2099-01-01,2099-01-02)}' };
    return [{ ...one, who: sheetOf(n), kind: 'TRAINING', person_id: null }, { ...one, who: personOf(n), kind: 'TRAVEL', expert_uuid: null }];
  },
  // In the team of a mission as an expert, and as somebody of the adviser's circle.
  mission_member(n) {
    const [one, other] = [{ mission_uuid: chanceOf('b', n), substitute_for_uuid: null, home_city_code: 'vienna', most_days: n + 5 }, { mission_uuid: chanceOf('b', n + OTHER), is_lead: false, home_city_code: 'paris', most_days: n + 6 }];
    return [
      { ...one, uuid: keyOf('b', n), role: 'POLICE', is_lead: false, person_id: null }, { ...one, uuid: keyOf('c', n), role: 'ADVISER', is_lead: true, expert_uuid: null },
      { ...other, uuid: keyOf('d', n), role: 'NGO', substitute_for_uuid: null, person_id: null }, { ...other, uuid: keyOf('e', n), role: 'ADVISER', substitute_for_uuid: keyOf('d', n), expert_uuid: null },
    ];
  },
  mission_stay(n) {
    const one = { leg_uuid: chanceOf('b', n), arrives_at: '2098-11-08 09:00', leaves_at: '2098-11-09 18:00', lunches_provided: n, dinners_provided: n + 1 };
    return [{ ...one, member_uuid: keyOf('b', n), person_id: null }, { ...one, member_uuid: keyOf('c', n), expert_uuid: null }];
  },
  // The first one goes in the place of the second one.
  meeting_member(n) {
    const one = { meeting_uuid: chanceOf('b', n), role: 'POLICE' };
    return [
      { ...one, member_uuid: keyOf('b', n), is_substitute: true, substitute_for_uuid: keyOf('c', n), person_id: null },
      { ...one, member_uuid: keyOf('c', n), is_substitute: false, substitute_for_uuid: null, expert_uuid: null },
    ];
  },
  // What is made for them, and whom it names, likewise.
  mission_paper(n) {
    const one = { mission_uuid: chanceOf('b', n), leg_uuid: null, meeting_uuid: null, kind: 'ORDER', number: 1 };
    return [{ ...one, uuid: chanceOf('b', n), member_uuid: keyOf('b', n), subject_uuid: keyOf('b', n), person_id: null }, { ...one, uuid: chanceOf('c', n), member_uuid: keyOf('c', n), subject_uuid: keyOf('c', n), expert_uuid: null }];
  },
  mission_paper_person: (n) => [
    { paper_uuid: chanceOf('b', n), key: keyOf('b', n), person_id: null, contact_uuid: null, email: null }, { paper_uuid: chanceOf('c', n), key: keyOf('c', n), expert_uuid: null, contact_uuid: null, email: null },
    { paper_uuid: chanceOf('b', n), key: keyOf('c', n), contact_uuid: keyOf('c', n), expert_uuid: null, person_id: null },
  ],
  // Who travels in it, and what is for them, as an expert and as somebody of the adviser's circle.
  mission_traveller: (n) => [{ travel_uuid: keyOf('a', n), member_uuid: keyOf('b', n), person_id: null }, { travel_uuid: keyOf('a', n), member_uuid: keyOf('c', n), expert_uuid: null }],
  mission_cost(n) {
    const one = { mission_uuid: chanceOf('b', n), kind: 'FARE', label_locale: 'uk', on_day: '2098-11-08', unit_cents: n, currency: 'EUR', nights: null, lunches: null, dinners: null, basis: '{}', planned_cents: n, actual_cents: n };
    return [{ ...one, uuid: keyOf('a', n), member_uuid: keyOf('b', n), person_id: null }, { ...one, uuid: keyOf('d', n), member_uuid: keyOf('c', n), expert_uuid: null }];
  },
  presence: (n) => [{ registration_uuid: keyOf('1', n), session_uuid: keyOf('2', n), day: '2026-11-20', state: 'ABSENT' }],
  session_invitation(n) {
    const one = { session_uuid: keyOf('4', n), organisation_slug: 'astra', country_code: 'RS', sector: 'CIVIL_SOCIETY', locale: 'uk', sent_at: '2099-01-01' };
    return [{ ...one, declined_at: null, revoked_at: null }, { ...one, accepted_at: null, revoked_at: null }, { ...one, accepted_at: null, declined_at: null }];
  },
  evaluation_invitation: (n) => [{ registration_uuid: keyOf('1', n), session_uuid: keyOf('2', n), has_answered: true }],
  session_evaluation: (n) => [{ session_uuid: keyOf('8', n), opened_at: '2026-11-20', closes_at: '2099-01-01' }],
  session_document: (n) => [{ session_uuid: keyOf('5', n), source_locale: 'en', kind: 'PDF', visibility: 'TRAINERS', size: 1 }],
  session_part_trainer: (n) => [{ part_uuid: keyOf('8', n), session_uuid: keyOf('9', n) }],
  // Somebody, and another way in which they were registered.
  participant(n) {
    const one = { organisation_slug: 'astra', locale: 'uk', profession_code: 'JUDGE', sector: 'CIVIL_SOCIETY', created_at: '2099-01-01' };
    return [{ ...one, uuid: keyOf('c', n), country_code: 'RS', merged_into_uuid: null }, { ...one, uuid: keyOf('b', n), country_code: 'MD', merged_into_uuid: keyOf('c', n) }];
  },
  participant_apart: (n) => [{ first_uuid: keyOf('b', n), second_uuid: keyOf('c', n) }],
  registration(n) {
    const taking = { session_uuid: keyOf('d', n), participant_uuid: keyOf('c', n), organisation_slug: 'astra', country_code: 'RS', profession_code: 'JUDGE', sector: 'CIVIL_SOCIETY', mode: 'ONLINE', period: null, is_own: false };
    return [{ uuid: keyOf('f', n), ...taking, state: 'REFUSED', ending: null, ended_at: null }, { ...taking, state: 'WITHDRAWN', ending: 'LAPSED', refused_reason: null }];
  },
  registration_answer(n) {
    const [registration_uuid, nothing] = [keyOf('f', n), { locale: 'uk', level: null, day: null }];
    return [{ registration_uuid, question_uuid: keyOf('6', n), ...nothing, level: 'B2', day: '2026-11-20', needs: null, needs_text: null }, { registration_uuid, question_uuid: keyOf('7', n), ...nothing, text: null, codes: null }];
  },
};
