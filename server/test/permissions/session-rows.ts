/**
 * To whom each row about sessions and those who take part in them is open: said once more, in other words than the readers and the
 * rules of rows say it. Each statement gives the `id` of a row and its `session`.
 */
import { ADVISERS, OUTSIDERS, PEOPLE, type Role } from './roles.ts';

const COUNTRIES: Readonly<Partial<Record<Role, string>>> = { scac: 'RS', ssi: 'RS', scacElsewhere: 'AL' };
const person = (role: Role): string => `(select id from person where email = '${role === 'visitor' ? '' : PEOPLE[role]}' and suspended_at is null)`;
const organisation = (role: Role): string => `(select organisation_slug from member where person_id = ${person(role)})`;

/** Sessions `s` that somebody prepares. */
function prepares(role: Role): string {
  if (ADVISERS.includes(role)) return 'true';
  return COUNTRIES[role] ? `s.country_code = '${COUNTRIES[role]}'` : 'false';
}

/** Registrations or people `x` whom somebody registers. */
function registers(role: Role): string {
  if (role === 'authority') return `(x.organisation_slug is null and x.country_code = 'RS')`;
  return ['ngoCoordinator', 'ngoMember', 'international'].includes(role) ? `x.organisation_slug = ${organisation(role)}` : 'false';
}

/** And those that they answer for. */
function answersFor(role: Role): string {
  if (ADVISERS.includes(role)) return 'true';
  return COUNTRIES[role] ? `x.country_code = '${COUNTRIES[role]}'` : registers(role);
}

const isInside = (role: Role): string => String(!OUTSIDERS.includes(role));
const ANNOUNCED = `s.stage <> 'DRAFT'`;
const seen = (role: Role): string => `(${ANNOUNCED} or ${prepares(role)})`;
const teaches = (role: Role): string => `exists (select from session_trainer t join expert e on e.uuid = t.expert_uuid where t.session_uuid = s.uuid and e.person_id = ${role === 'expert' ? person(role) : 'null'})`;
const thereOn = (at: string): string => `date_trunc('day', ${at} at time zone s.time_zone)`;
/** Sessions `s` in which somebody says who is there, because they teach in them today. */
const checksIn = (role: Role): string =>
  `(${teaches(role)} and s.stage in ('OPEN', 'CLOSED') and now() at time zone s.time_zone >= ${thereOn('s.starts_at')} - interval '12 hours' and now() at time zone s.time_zone < ${thereOn('s.ends_at')} + interval '2 days')`;
const confirmedOf = (role: Role): string => `exists (select from registration x where x.session_uuid = s.uuid and x.state = 'CONFIRMED' and ${registers(role)})`;
const of = (table: string): string => `from ${table} x join training_session s on s.uuid = x.session_uuid`;
const ofRegistered = (table: string): string => `from ${table} c join registration x on x.uuid = c.registration_uuid join training_session s on s.uuid = x.session_uuid`;
const OVER = `x.state = 'CONFIRMED' and s.ends_at <= now() and s.stage in ('OPEN', 'CLOSED', 'ARCHIVED')`;

export interface SessionRows {
  /** All of them, but for the condition. */
  readonly rows: string;
  readonly to: (role: Role) => string;
  /** The query that lists them, with what is asked of it; none where there is none. */
  readonly list?: string;
  /** Whether they have ids of the API. */
  readonly hasId: boolean;
}

export const SESSION_ROWS: Readonly<Record<string, SessionRows>> = {
  TrainingSession: { rows: 'select s.uuid::text as id, s.uuid as session from training_session s where true', to: seen, hasId: true, list: 'trainingSessions(first: 100, filter: { states: [DRAFT, OPEN, CLOSED, RUNNING, DONE, CANCELLED, ARCHIVED] })' },
  Registration: { rows: `select x.uuid::text as id, x.session_uuid as session ${of('registration')} where true`, to: answersFor, hasId: true, list: 'registrations(first: 100)' },
  Participant: { rows: 'select x.uuid::text as id, r.session_uuid as session from participant x join registration r on r.participant_uuid = x.uuid where true', to: answersFor, hasId: true },
  Attendee: { rows: `select x.uuid::text as id, x.session_uuid as session ${of('registration')} where x.state = 'CONFIRMED'`, to: (role) => `(${prepares(role)} or ${registers(role)} or ${checksIn(role)})`, hasId: true },
  Presence: { rows: `select c.registration_uuid || ' ' || c.day as id, c.session_uuid as session ${ofRegistered('presence')} where x.state = 'CONFIRMED'`, to: (role) => `(${prepares(role)} or ${registers(role)} or ${checksIn(role)})`, hasId: false },
  Certificate: { rows: `select c.uuid::text as id, c.session_uuid as session ${ofRegistered('certificate')} where true`, to: (role) => `(${prepares(role)} or ${registers(role)})`, hasId: true },
  TrainingRecordEntry: {
    rows: `select x.uuid::text as id, x.session_uuid as session ${of('registration')} where ${OVER}`, hasId: true, list: 'trainingRecord(first: 100)',
    to: (role) => `(${answersFor(role)} or x.email = (select email from person where id = ${person(role)}))`,
  },
  SessionQuota: { rows: `select x.uuid::text as id, x.session_uuid as session ${of('session_quota')} where true`, to: prepares, hasId: true },
  SessionInvitation: { rows: `select x.uuid::text as id, x.session_uuid as session ${of('session_invitation')} where true`, to: prepares, hasId: true },
  FormQuestion: { rows: `select x.uuid::text as id, x.session_uuid as session ${of('form_question')} where true`, to: seen, hasId: true },
  RegistrationAnswer: {
    // What somebody needs is for who prepares the session alone.
    rows: `select coalesce(c.text, c.needs_text) as id, x.session_uuid as session ${ofRegistered('registration_answer')} where true`, to: (role) => `(${prepares(role)} or (c.needs is null and x.registered_by_id = ${person(role)}))`, hasId: false,
  },
  SessionDocument: {
    rows: `select x.uuid::text as id, x.session_uuid as session ${of('session_document')} where true`, hasId: true,
    to: (role) => `(${prepares(role)} or (${ANNOUNCED} and ${isInside(role)} and (x.visibility = 'EVERYBODY' or ${teaches(role)} or (x.visibility = 'REGISTERED' and ${confirmedOf(role)}))))`,
  },
  SessionEvaluation: { rows: `select x.session_uuid::text as id, x.session_uuid as session ${of('session_evaluation')} where ${ANNOUNCED}`, to: (role) => `(${prepares(role)} or ${teaches(role)})`, hasId: false },
  EvaluationResult: {
    rows: `select x.session_uuid || ' ' || x.question as id, x.session_uuid as session ${of('evaluation_result')} where exists (select from session_evaluation e where e.session_uuid = s.uuid and e.answered is not null)`,
    to: (role) => `(${prepares(role)} or ${teaches(role)})`, hasId: false,
  },
};
