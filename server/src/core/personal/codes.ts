/** The words of the register as codes, which the catalogues of the page say in sixteen languages (`register.json`). */
import { registerEnumType } from 'type-graphql';

/** A code for each key; what each means stands in the contract. */
function codes<const K extends string>(name: string, description: string, meanings: Readonly<Record<K, string>>): { readonly [Code in K]: Code } {
  const keys = Object.keys(meanings) as K[];
  const made = Object.fromEntries(keys.map((key) => [key, key])) as { [Code in K]: Code };
  registerEnumType(made, { name, description, valuesConfig: Object.fromEntries(keys.map((key) => [key, { description: meanings[key] }])) as never });
  return made;
}

export const PersonKind = codes('PersonKind', 'Whose data it is: a category of data subjects (GDPR, article 30).', {
  EXPERT: 'An expert who is listed.',
  CONTACT: 'Somebody who is named by their work: who vouches for an expert, a correspondent.',
  MEMBER: 'Somebody with an account.',
  INVITED: 'Somebody who was invited and has no account yet.',
  VISITOR: 'Somebody without an account who uses the site.',
  PARTICIPANT: 'Somebody who was registered for a training session.',
  PICTURED: 'Somebody who can be seen on a photo of a mission, and whom the site does not know.',
});
export type PersonKind = keyof typeof PersonKind;

export const DataCategory = codes('DataCategory', 'What is said of a person: a category of personal data (GDPR, article 30).', {
  IDENTITY: 'Their name.',
  IMAGE: 'What they look like.',
  IDENTIFIER: 'A number of ours that stands for them.',
  WORK: 'Their profession and where they work.',
  SKILLS: 'Their languages, themes and countries.',
  PROFILE: 'What is written about their work in a few sentences.',
  ACTIVITY: 'Their missions and the training sessions that they teach.',
  VOUCHING: 'Who vouches for them, and since when.',
  CHOICES: 'What they chose: who may see what, in which language.',
  CONTACT_DETAILS: 'How they are reached.',
  ACCOUNT: 'Their role and the state of their account.',
  CREDENTIALS: 'What they sign in with.',
  CONNECTION: 'Where and when they connected, and by what device.',
  MESSAGES: 'What was sent to them.',
  ACTIONS: 'What they did on the site.',
  ANSWERS: 'What they answered, or was answered for them, when they were registered.',
  NEEDS: 'What they need at table and to take part, which can tell of their health or their beliefs: special categories of data (GDPR, article 9).',
});
export type DataCategory = keyof typeof DataCategory;

export const DataPurpose = codes('DataPurpose', 'What the data is kept for.', {
  FIND_EXPERTS: 'To find experts for missions and training sessions.',
  RUN_TRAININGS: 'To prepare and announce training sessions.',
  RUN_MISSIONS: 'To prepare missions of the adviser.',
  VOUCH: 'To show who vouches for an expert.',
  RUN_ACCOUNTS: 'To open accounts and to let people sign in.',
  RUN_MEMBERSHIPS: 'To know who belongs to the network, and to invite.',
  SHOW_CONTACTS: 'To show who works for an organisation, to those whom the person chose.',
  SEND_MAIL: 'To send people the messages that they need.',
  PROTECT: 'To protect the site and its accounts.',
  ACCOUNT_FOR: 'To be able to show who did what.',
  ANSWER_RIGHTS: 'To answer those who use their rights over their data.',
});
export type DataPurpose = keyof typeof DataPurpose;

export const LegalBasis = codes('LegalBasis', 'What makes the processing lawful (GDPR, article 6, paragraph 1).', {
  CONSENT: 'The person consents (a).',
  CONTRACT: 'A contract with the person (b).',
  LEGAL_OBLIGATION: 'A legal obligation of the controller (c).',
  VITAL_INTERESTS: 'The vital interests of a person (d).',
  PUBLIC_TASK: 'A task in the public interest, or official authority (e).',
  LEGITIMATE_INTERESTS: 'Legitimate interests (f); not for a public authority in its tasks.',
});
export type LegalBasis = keyof typeof LegalBasis;

export const DataRecipient = codes('DataRecipient', 'Who may see the data.', {
  PUBLIC: 'Anybody.',
  NETWORK: 'The members of the network.',
  POST: 'The embassies and permanent representations of France in the area.',
  ADVISER: 'The regional technical adviser and their team.',
  CHOSEN: 'Those whom the person has chosen.',
  TRAINER: 'The trainers of the training session.',
  SELF: 'The person.',
  OPERATOR: 'Those who run the server.',
  MAIL_SERVICE: 'The service that carries the mail.',
});
export type DataRecipient = keyof typeof DataRecipient;

export const DataOrigin = codes('DataOrigin', 'Where the data comes from.', {
  PERSON: 'The person.',
  EMPLOYER: 'The institution they work for.',
  VOUCHER: 'Who vouches for them.',
  ADVISER: 'The regional technical adviser and their team.',
  MEMBER: 'Another member of the network.',
  SYSTEM: 'The site makes it by itself.',
});
export type DataOrigin = keyof typeof DataOrigin;

export const RetentionEvent = codes('RetentionEvent', 'What a time is counted from.', {
  LAST_MISSION: 'The end of their last mission or training session.',
  CONSENT_WITHDRAWN: 'They withdraw their consent.',
  REMOVED: 'They are taken from the list.',
  SESSION_ENDED: 'The training session is over.',
  CLEARANCE_ENDED: 'The last day of the clearance is over.',
  LEG_ENDED: 'The last day of the leg of a mission is over.',
  MISSION_ENDED: 'The last day of the mission is over.',
  CALL_ENDED: 'The last day that the call for availability asks for is over.',
  EVALUATION_CLOSED: 'The evaluation of the training session is closed.',
  ACCOUNT_CLOSED: 'Their account is closed.',
  LAST_SIGN_IN: 'They last signed in.',
  LAST_USED: 'It was last used.',
  SIGNED_OUT: 'They sign out, or their sign-in expires.',
  MEMBERSHIP_ENDED: 'They leave the network.',
  INVITED: 'The invitation is sent.',
  DECIDED: 'The request is decided.',
  SENT: 'The message is sent.',
  RECORDED: 'The entry is made.',
  ANSWERED: 'Their request is answered.',
});
export type RetentionEvent = keyof typeof RetentionEvent;

export const NoPersonsReason = codes('NoPersonsReason', 'Why a table holds nothing about persons.', {
  PUBLIC_FACTS: 'Public facts about countries, organisations and the law.',
  VOCABULARY: 'The words of a list.',
  EVENTS: 'Events, not those who take part.',
  TECHNICAL: 'The bookkeeping of the database itself.',
});
export type NoPersonsReason = keyof typeof NoPersonsReason;

export const UnlinkedReason = codes('UnlinkedReason', 'Why nothing in a table leads to a person with an account.', {
  VIEW: 'It is a view of other tables, in which all that it shows is kept.',
  CONTENT: 'It holds files whose pages are not read: whom one names, nobody can tell by a column.',
  HASHED: 'It holds nothing but hashes and numbers drawn by chance, from which nobody can be found.',
  ANONYMOUS: 'It says nothing of who has given or written what stands in it.',
  COPIED: 'It holds under keys what stands in other tables, and goes with it.',
  NAMED: 'It names people as somebody wrote it: by a name alone nobody can be found with certainty.',
});
export type UnlinkedReason = keyof typeof UnlinkedReason;

export const RegisteredFact = codes('RegisteredFact', 'A statement of the register about a column.', {
  PURPOSE: 'What it is kept for.',
  BASIS: 'What makes it lawful.',
  RETENTION: 'How long it is kept.',
  RECIPIENTS: 'Who may see it.',
  SOURCE: 'Where it comes from.',
});
export type RegisteredFact = keyof typeof RegisteredFact;
