/** Who asks, and what they see and may do: written once more from the decisions on rights, and not from the policies of the features. */
import type { Actor } from '../../src/core/reader/index.ts';
import type { Row } from './rows.ts';

/** The roles of the demonstration that documents are sent as, and a visitor. */
export type Role = 'VISITOR' | 'NGO_COORDINATOR' | 'SCAC' | 'ADVISER';

/** What there is, whoever asks. */
export interface Everything {
  all(table: string): readonly Row[];
  one(table: string, column: string, value: string): Row | null;
}

const CIRCLE = { VISITOR: 'visitor', NGO_COORDINATOR: 'network', SCAC: 'post', ADVISER: 'adviser' } as const satisfies Record<Role, Actor['circle']>;
const OPEN: Readonly<Record<Role, readonly string[]>> = {
  VISITOR: ['PUBLIC'], NGO_COORDINATOR: ['PUBLIC', 'NETWORK'], SCAC: ['PUBLIC', 'NETWORK', 'POST'], ADVISER: ['PUBLIC', 'NETWORK', 'POST', 'ADVISER'],
};
const ABLE: Readonly<Record<string, readonly string[]>> = {
  DRAFT: ['edit', 'translate', 'open', 'discard'], OPEN: ['edit', 'translate', 'close', 'cancel'], CLOSED: ['edit', 'translate', 'reopen', 'cancel'],
  RUNNING: ['edit', 'translate', 'cancel'], DONE: ['archive'], CANCELLED: ['translate', 'archive'], ARCHIVED: [],
};
const ACTIVE = ['AWAITING_VALIDATION', 'CONFIRMED', 'WAITING', 'OFFERED'];
const isNgo = (role: unknown): boolean => role === 'NGO_COORDINATOR' || role === 'NGO_MEMBER';

/** What has become of an invitation. */
export function invitationState({ accepted_at: accepted, withdrawn_at: withdrawn, expires_at: expires }: Row): string {
  if (accepted !== null) return 'ACCEPTED';
  if (withdrawn !== null) return 'WITHDRAWN';
  return (expires as Date) <= new Date() ? 'EXPIRED' : 'PENDING';
}

/** Whether a role that somebody has gives rights. */
export function memberState({ until, suspended_at: suspended }: Row): string {
  if (until !== null && String(until) < new Date().toISOString().slice(0, 10)) return 'ENDED';
  return suspended === null ? 'ACTIVE' : 'SUSPENDED';
}

export class Sight {
  readonly role: Role;
  readonly person: string | null;
  readonly #country: string | null;
  readonly #organisation: string | null;

  /** `member` is the row of the role that they act in; null for a visitor. */
  constructor(role: Role, member: Row | null) {
    this.role = role;
    this.person = (member?.person_id ?? null) as string | null;
    this.#country = (member?.country_code ?? null) as string | null;
    this.#organisation = (member?.organisation_slug ?? null) as string | null;
  }

  get actor(): Actor {
    return { circle: CIRCLE[this.role], person: this.person, session: null };
  }

  /** Whether a choice of a person's lets them see what it is about. */
  opens(choice: unknown): boolean {
    return OPEN[this.role].includes(choice as string);
  }

  /** Whether the embassy of a country is theirs, or all are their business. */
  #isOver(country: unknown): boolean {
    return this.role === 'ADVISER' || (this.role === 'SCAC' && country !== null && country === this.#country);
  }

  #isOwn(organisation: unknown): boolean {
    return this.role === 'NGO_COORDINATOR' && organisation !== null && organisation === this.#organisation;
  }

  /** Whether they coordinate an organisation. */
  coordinates(organisation: unknown): boolean {
    return this.#isOwn(organisation);
  }

  /** Whether somebody's role, or an invitation to one, is theirs to know of. `country` is that of the organisation where it is for one. */
  #answersFor({ role, country, organisation }: { readonly role: unknown; readonly country: unknown; readonly organisation: unknown }): boolean {
    if (this.role === 'ADVISER') return true;
    return isNgo(role) && organisation !== null && (this.#isOver(country) || this.#isOwn(organisation));
  }

  #placeOf({ role, country_code: country, organisation_slug: organisation }: Row, everything: Everything): { role: unknown; country: unknown; organisation: unknown } {
    return { role, organisation, country: country ?? (organisation === null ? null : everything.one('organisation', 'slug', organisation as string)!.country_code) };
  }

  /** Whether they see a row of a table at all. */
  sees(table: string, row: Row, everything: Everything): boolean {
    switch (table) {
      case 'training_session': return row.stage !== 'DRAFT' || this.#isOver(row.country_code);
      case 'organisation': return row.is_published === true || this.#isOver(row.country_code) || this.#isOwn(row.slug);
      case 'network_member': case 'invitation': return this.role !== 'VISITOR' && this.#answersFor(this.#placeOf(row, everything));
      case 'session_venue': return this.#comesTo(row.session_uuid, everything);
      // What anybody can bring who signs in as somebody invented is not handed to visitors.
      case 'session_document': return row.visibility === 'EVERYBODY' ? this.role !== 'VISITOR' : this.#comesTo(row.session_uuid, everything);
      case 'registration': return this.#isOver(row.country_code) || this.#isOwn(row.organisation_slug);
      case 'need': return this.#isOver(row.country_code);
      case 'recommendation_progress': return this.follows(everything.one('recommendation', 'slug', row.recommendation_slug as string)!);
      case 'practice': case 'publication': return this.role === 'ADVISER' || isShown(row);
      // What is computed with is the adviser's: the invented one has the invented rates, and reads the rule of the State.
      case 'allowance_rate': case 'exchange_rate': return this.role === 'ADVISER' && row.is_demonstration === true;
      case 'allowance_rule': case 'travel_link': case 'border_rule': case 'interpretation_price': case 'country_hours': return this.role === 'ADVISER';
      default: return true;
    }
  }

  /** Whether they prepare a session or have registered somebody who comes: nobody of those who ask here has a place or teaches. */
  #comesTo(session: unknown, everything: Everything): boolean {
    return this.#isOver(everything.one('training_session', 'uuid', String(session))!.country_code)
      || everything.all('registration').some((one) => one.session_uuid === session && one.state === 'CONFIRMED' && this.#isOwn(one.organisation_slug));
  }

  /** What they may do with a session in that state. */
  onSession(session: Row, state: string): object {
    const [now, until] = [new Date(), session.registration_until as Date | null];
    const hasBegun = (session.starts_at as Date) <= now;
    const acts = this.#isOver(session.country_code) ? ABLE[state === 'CLOSED' && session.stage === 'OPEN' ? 'OPEN' : state]! : [];
    const may = (act: string): boolean => acts.includes(act);
    const isOpen = session.stage === 'OPEN' && !hasBegun && (until === null || until > now);
    return {
      edit: may('edit'), translate: may('translate'), open: may('open') && !hasBegun, close: may('close'), reopen: may('reopen'), cancel: may('cancel'), archive: may('archive'), discard: may('discard'),
      register: this.role !== 'VISITOR' && isOpen, register_myself: isOpen && !session.needs_nomination && this.role === 'NGO_COORDINATOR',
    };
  }

  /** Whether they know what has become of a recommendation. */
  follows(recommendation: Row): boolean {
    return this.#isOver(recommendation.country_code);
  }

  /** What they may do with a need that they see. */
  onNeed({ status, entered_as: as }: Row): object {
    const isAdviser = this.role === 'ADVISER';
    const next: Readonly<Record<string, readonly string[]>> = { SUBMITTED: ['UNDER_REVIEW'], UNDER_REVIEW: ['TAKEN_UP', 'ADDRESSED', 'DECLINED'], TAKEN_UP: ['ADDRESSED', 'DECLINED', 'UNDER_REVIEW'], ADDRESSED: ['UNDER_REVIEW'], DECLINED: ['UNDER_REVIEW'] };
    const isOpen = status === 'SUBMITTED';
    return { edit: isOpen && (!isAdviser || as === 'ADVISER' || as === 'ASSISTANT'), translate: status !== 'WITHDRAWN', move_to: isAdviser ? next[status as string] ?? [] : isOpen ? ['WITHDRAWN'] : [] };
  }

  /** What they may do with somebody's role: those whom a demonstration lists are left as they are, and the sheet of an expert is opened. */
  onMember({ is_demonstration: isListed, role }: Row): object {
    if (!isListed) throw new Error('The reference knows invented people only');
    return { suspend: false, restore: false, end: false, change_to: [], open_sheet: role === 'EXPERT' };
  }

  onInvitation(invitation: Row, everything: Everything): object {
    const place = this.#placeOf(invitation, everything);
    const state = invitationState(invitation);
    const reaches = this.#answersFor(place);
    // The adviser leaves non-governmental organisations to the embassy of their country.
    const invites = this.role === 'ADVISER' ? place.role !== 'ADVISER' && place.role !== 'NGO_MEMBER' && !(isNgo(place.role) && hasPost(place.country, everything)) : this.role === 'SCAC' ? place.role === 'NGO_COORDINATOR' : true;
    return { withdraw: state === 'PENDING' && reaches, resend: (state === 'PENDING' || state === 'EXPIRED') && reaches && invites };
  }

  onRegistration({ state, session_uuid: key, country_code: country, organisation_slug: organisation }: Row, everything: Everything): object {
    const { stage, starts_at: starts } = everything.one('training_session', 'uuid', key as string)!;
    const isServed = (stage === 'OPEN' || stage === 'CLOSED') && (starts as Date) > new Date();
    const validates = this.role === 'ADVISER' ? !hasPost(country, everything) : this.#isOver(country);
    const registers = isServed && this.#isOwn(organisation);
    return { validate: isServed && state === 'AWAITING_VALIDATION' && validates, withdraw: registers && ACTIVE.includes(state as string), answer_offer: registers && state === 'OFFERED' };
  }
}

const DAYS_HIDDEN = 30;

/** Whether an entry of the record is everybody's to see: decided, agreed to by whoever it is about, and of a practice thirty days past in Paris. None of those who ask here is an expert. */
function isShown({ is_public: isPublic, expert_uuid: expert, consented_on: agreed, shown_on: shown }: Row): boolean {
  const today = Date.parse(new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/Paris' }).format(new Date()));
  return isPublic === true && (expert === null || agreed !== null) && (shown === undefined || Date.parse(shown as string) <= today - DAYS_HIDDEN * 86_400_000);
}

/** Whether an embassy in the country has an account. */
function hasPost(country: unknown, everything: Everything): boolean {
  return everything.all('member').some(({ role, country_code: own }) => (role === 'SCAC' || role === 'SSI') && own === country);
}
