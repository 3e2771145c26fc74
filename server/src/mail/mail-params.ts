/** What each mail is given, and for how long its text is kept. */
import type { TEXTS } from './texts.ts';

/** Who is registered for which session. */
export interface RegistrationFacts {
  readonly name: string;
  readonly title: string;
  readonly startsAt: Date;
  /** IANA. */
  readonly timeZone: string;
  readonly link: string;
  /** Where it is held, in one line as it is written there, to who comes; empty where that is nowhere but online. */
  readonly place?: string;
}

/** The same of who teaches in it, where it is told to them. */
export type MaybeTaught = RegistrationFacts & { readonly isTrainer?: boolean };

/** The same with the link by which they withdraw, with its secret. */
type Leaving = RegistrationFacts & { readonly leaveLink: string };

/** Why somebody waits: all places are taken, others have waited for longer, or the places of those whom a quota counts them among. */
export type Waits = keyof (typeof TEXTS)['en']['registration']['waits'];

/** A leg of a mission as its post is written of it. */
interface LegFacts {
  readonly city: string;
  readonly startsOn: string;
  readonly endsOn: string;
  readonly purpose: string;
}

type OpinionFacts = LegFacts & { readonly dueOn: string; readonly silenceAgrees: boolean; readonly link: string };

/** What each template is given. */
export interface MailParams {
  /** `link`: where the one who signs in confirms it, http or https, with its secret; `minutes`: for how long it is valid. */
  signInLink: { readonly link: string; readonly minutes: number };
  /** `link`: where the person takes the new address, with its secret; `minutes`: for how long it is valid. */
  changeAddress: { readonly link: string; readonly minutes: number };
  addressChanged: Readonly<Record<never, never>>;
  /** `link`: the page with the answer to what somebody asked about their data. */
  dataRequestAnswered: { readonly link: string };
  /** To an expert, about what they proposed for their own sheet. */
  proposalDecided: { readonly link: string };
  /** To an expert: an entry of the record that is about them is to be shown, and awaits their agreement. */
  entryAwaits: { readonly link: string };
  /** `link`: where one signs in; `day`: on which the account goes at the earliest (`2026-11-25`). */
  unusedAccount: { readonly link: string; readonly day: string };
  /** `inviter`: the name of who invites; `link`: with its secret; `until`: the last day on which it can be used. */
  invitation: { readonly inviter: string; readonly link: string; readonly until: Date };
  /**
   * Which days somebody is asked for: `adviser`: the name of who asks; `title`: what for; `fromOn`, `untilOn`: the first and the last (`2026-11-25`); `link`: where they answer, with their secret;
   * `answersUntil`: the last day on which they can.
   */
  availabilityRequest: { readonly adviser: string; readonly title: string; readonly fromOn: string; readonly untilOn: string; readonly answersUntil: string; readonly link: string; readonly isReminder: boolean };
  /** That a post is consulted about a leg of a mission: in which city it is, from `startsOn` to `endsOn`, what for; `dueOn`: the last day for an answer (`2026-11-25`), after which silence counts as agreement or not; `link`: where they answer. */
  opinionAsked: OpinionFacts;
  /** `topic`: the subject of the request, in one line; `dueOn`: the last day for an answer. */
  requestOpinionAsked: { readonly topic: string; readonly dueOn: string; readonly silenceAgrees: boolean; readonly link: string };
  /** That the last day for it is near: as in `requestOpinionAsked`. */
  requestOpinionDue: { readonly topic: string; readonly dueOn: string; readonly silenceAgrees: boolean; readonly link: string };
  /** What was decided about a cooperation request: `topic`: its subject, in one line; `link`: where the criteria and the reasons are read. */
  requestDecided: { readonly topic: string; readonly decision: 'GRANTED' | 'GRANTED_IN_PART' | 'REFUSED' | 'REDIRECTED'; readonly link: string };
  /** That a need of a post moved: `topic`: its title, in one line; `status`: where it stands now; `link`: where it is read why. */
  needMoved: { readonly topic: string; readonly status: 'UNDER_REVIEW' | 'TAKEN_UP' | 'ADDRESSED' | 'DECLINED'; readonly link: string };
  /** That a date of a monitoring body is near: which (`2026-11-25`), of which round, for which country by its name; `link`: where all its dates are read. */
  monitoringDue: { readonly step: keyof (typeof TEXTS)['en']['monitoringDue']['due']; readonly dueOn: string; readonly country: string; readonly body: string; readonly round: number; readonly link: string };
  /** That this last day is near. */
  opinionDue: OpinionFacts;
  /** That nothing comes of a leg that a post has seen. Not why: a post does not learn whether the mission goes on elsewhere. */
  legReleased: LegFacts;
  /**
   * Which slots the host of a meeting is offered: whether by the adviser, else by the embassy in `country`; in which city, what about, of how many minutes; `link`: where they answer, with their secret; `answersUntil`: the last day on
   * which they can (`2026-11-25`).
   */
  slotsOffered: { readonly byAdviser: boolean; readonly country: string; readonly city: string; readonly subject: string; readonly minutes: number; readonly answersUntil: string; readonly link: string; readonly isReminder: boolean };
  /** That a time which the host of a meeting has taken no longer holds: by whom it was offered, as in `slotsOffered`. Nothing of the meeting. */
  slotLost: { readonly byAdviser: boolean; readonly country: string };
  /** That nothing comes of a meeting whose host was offered times: by whom, as in `slotsOffered`. Not why, and nothing of the meeting. */
  meetingCancelled: { readonly byAdviser: boolean; readonly country: string };
  /** The same of several meetings of one host, each in a line by which they are told apart: of what it was to be about, and the city. */
  meetingsCancelled: { readonly byAdviser: boolean; readonly country: string; readonly meetings: readonly string[] };
  /** That the host of a meeting has answered: in which city, whether a time was taken, else none suits; `link`: where the answer is read. */
  slotsAnswered: { readonly city: string; readonly isTaken: boolean; readonly link: string };
  /** That papers of a mission have a new version: `papers`: what each is, in words of the language; `city`: where their leg is, null for what is about who is written to; `link`: where they are read. */
  paperRenewed: { readonly papers: readonly string[]; readonly city: string | null; readonly link: string };
  /** That a file somebody had brought was taken away, since something harmful was found in it: what it belonged to; `link`: the page on which another one is brought. Not what it is called, which whoever brought it wrote. */
  fileRemoved: { readonly as: keyof (typeof TEXTS)['en']['fileRemoved']['was']; readonly link: string };
  /** `link`: where who asked for access confirms it, with its secret; `until`: the last day on which it can be used. */
  confirmRequest: { readonly link: string; readonly until: Date };
  /** `link`: where the request is decided. */
  accessRequested: { readonly link: string };
  /** `link`: where those registrations are validated or refused. */
  registrationsUnanswered: { readonly link: string };
  /** `link`: where they sign in. */
  accessGranted: { readonly link: string };
  /** The same with what who decided wrote to them. */
  accessGrantedReason: { readonly link: string; readonly reason: string };
  /** `reason`: as who decided wrote it. */
  accessRefused: { readonly reason: string };
  /** What has become of somebody’s registration for a session; `link`: the page of the session. */
  registration: MaybeTaught & {
    readonly change: 'RECEIVED' | 'CONFIRMED' | 'WAITING' | 'LAPSED' | 'WITHDRAWN' | 'MERGED' | 'CHANGED' | 'TEACHING' | 'NOT_TEACHING' | 'OTHER_PARTS';
    /** The name of the country whose embassy validates. */
    readonly country: string;
    /** The place on the waiting list, from 1; 0 where there is none. */
    readonly position: number;
    readonly waits: Waits | null;
  };
  /** The same with the reason, as somebody wrote it. */
  registrationReason: MaybeTaught & { readonly change: 'REFUSED' | 'CANCELLED'; readonly reason: string };
  /** A place or a turn that is theirs, as they are told themselves. */
  registrationPlace: Leaving & { readonly change: 'CONFIRMED' | 'WAITING'; readonly position: number; readonly waits: Waits | null };
  /** A place that is theirs, with the pass to it: `token` as it stands in the QR code, `code` to be said, `passLink` to its page. */
  registrationPass: Leaving & { readonly token: string; readonly code: string; readonly passLink: string };
  /** A place that is kept until `until`; `link`: where it is accepted or declined, with its secret. */
  registrationOffer: RegistrationFacts & { readonly until: Date };
  /** That they are invited to a session; `link`: where they answer until `until`, with their secret; `inviter`: the name of who invites them. */
  sessionInvitation: RegistrationFacts & { readonly inviter: string; readonly until: Date };
  /** What the session was like: `link`: where they answer until `until`, with their secret. */
  registrationEvaluation: RegistrationFacts & { readonly until: Date };
  /** That the session is soon; `calendar`: where its calendar file is. */
  registrationReminder: Leaving & { readonly calendar: string };
  /** That their certificate of attendance is there; `link`: where they have it, with its secret. */
  registrationCertificate: RegistrationFacts;
  /** Thanks to who was there. What comes next: a certificate that was issued, or can be; questions that they are asked, or may be; null for neither. */
  registrationThanks: RegistrationFacts & { readonly certificate: 'ISSUED' | 'EARNED' | null; readonly questions: 'ASKED' | 'POSSIBLE' | null };
  /** To whoever has registered people: each of them, and what came of it. */
  registrationsSent: Omit<RegistrationFacts, 'name'> & { readonly people: readonly { readonly name: string; readonly change: 'RECEIVED' | 'CONFIRMED' | 'WAITING'; readonly waits: Waits | null }[] };
  /** To whoever has registered people who have a place in a session that is soon: their names. */
  registrationsSoon: Omit<RegistrationFacts, 'name'> & { readonly people: readonly string[] };
  /** `change`: what has become of the keys that somebody signs in with. */
  keysChanged: { readonly change: keyof (typeof TEXTS)['en']['keysChanged']['change'] };
}

export type MailTemplate = keyof MailParams;

const DAY = 24 * 60;

/**
 * For how many minutes a text that holds a secret is kept at most, sent or not: it is erased once sent, and never kept for
 * longer than the secret lives. Null where there is none.
 */
export const SECRET: Readonly<Record<MailTemplate, number | null>> = {
  signInLink: 10, changeAddress: 60, addressChanged: null, dataRequestAnswered: null, proposalDecided: null, entryAwaits: null, unusedAccount: null, invitation: 2 * DAY, availabilityRequest: 2 * DAY, slotsOffered: 2 * DAY, slotLost: null, meetingCancelled: null, meetingsCancelled: null, slotsAnswered: null, confirmRequest: 2 * DAY, accessRequested: null, registrationsUnanswered: null, accessGranted: null, accessGrantedReason: null, accessRefused: null, keysChanged: null, opinionAsked: null, requestOpinionAsked: null, requestOpinionDue: null, requestDecided: null, needMoved: null, monitoringDue: null, opinionDue: null, legReleased: null, paperRenewed: null, fileRemoved: null,
  registration: null, registrationReason: null, registrationReminder: 3 * DAY, registrationsSent: null, registrationsSoon: null, registrationPlace: 14 * DAY, registrationOffer: 2 * DAY, registrationEvaluation: 2 * DAY, sessionInvitation: 2 * DAY, registrationPass: 2 * DAY, registrationCertificate: 2 * DAY, registrationThanks: null,
};
