/** Who did what, when, on what: written by the database itself, and changed by nobody. */
import { Entity, Enum, Index, ManyToOne, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { GraphQLUUID } from 'graphql-scalars';
import { Field, ObjectType, registerEnumType } from 'type-graphql';
import { Person } from '../accounts/index.ts';
import { Node } from '../core/reader/index.ts';
import { Organisation } from '../organisations/index.ts';

export const AuditAction = { ADDED: 'ADDED', CHANGED: 'CHANGED', REMOVED: 'REMOVED' } as const;
export type AuditAction = keyof typeof AuditAction;
registerEnumType(AuditAction, {
  name: 'AuditAction',
  description: 'What was done.',
  valuesConfig: { ADDED: { description: 'It came to be.' }, CHANGED: { description: 'A part of it became another.' }, REMOVED: { description: 'It is no longer there.' } },
});

export const AuditSubject = {
  PERSON: 'PERSON', MEMBER: 'MEMBER', SESSION: 'SESSION', IDENTITY: 'IDENTITY', INVITATION: 'INVITATION', ACCESS_REQUEST: 'ACCESS_REQUEST',
  PASSKEY: 'PASSKEY', AUTHENTICATOR: 'AUTHENTICATOR', RECOVERY_CODES: 'RECOVERY_CODES', JOB: 'JOB',
  DATA_REQUEST: 'DATA_REQUEST', TRAINING_SESSION: 'TRAINING_SESSION', CALENDAR_LINK: 'CALENDAR_LINK', ORGANISATION: 'ORGANISATION', EXPERT: 'EXPERT', REGISTRATION: 'REGISTRATION', SESSION_QUOTA: 'SESSION_QUOTA', FORM_QUESTION: 'FORM_QUESTION', PRESENCE: 'PRESENCE', CERTIFICATE: 'CERTIFICATE', EVALUATION: 'EVALUATION', EXPORT: 'EXPORT', SESSION_PART: 'SESSION_PART', SESSION_DOCUMENT: 'SESSION_DOCUMENT', PARTICIPANT: 'PARTICIPANT', SESSION_INVITATION: 'SESSION_INVITATION', CLEARANCE: 'CLEARANCE', MISSION: 'MISSION', MISSION_LEG: 'MISSION_LEG', AVAILABILITY_CALL: 'AVAILABILITY_CALL', AVAILABILITY_REQUEST: 'AVAILABILITY_REQUEST', CONSULTATION: 'CONSULTATION', OPINION: 'OPINION', ALLOWANCE: 'ALLOWANCE', TRAVEL: 'TRAVEL', NEED: 'NEED', COMMON_NEED: 'COMMON_NEED', COOPERATION_REQUEST: 'COOPERATION_REQUEST', RECOMMENDATION_PROGRESS: 'RECOMMENDATION_PROGRESS', RECOMMENDATION: 'RECOMMENDATION', MONITORING: 'MONITORING', PROVISION: 'PROVISION', COUNTRY: 'COUNTRY', PROJECT: 'PROJECT', FILE: 'FILE',
} as const;
export type AuditSubject = keyof typeof AuditSubject;
registerEnumType(AuditSubject, {
  name: 'AuditSubject',
  description: 'On what it was done.',
  valuesConfig: {
    PERSON: { description: 'An account.' },
    MEMBER: { description: 'A role that somebody has.' },
    SESSION: { description: 'A browser in which somebody is signed in.' },
    IDENTITY: { description: 'The identity at a provider that an account is bound to.' },
    INVITATION: { description: 'An invitation to the network.' },
    ACCESS_REQUEST: { description: 'A request for access.' },
    PASSKEY: { description: 'A passkey that somebody signs in with.' },
    AUTHENTICATOR: { description: 'An application that makes codes for somebody.' },
    RECOVERY_CODES: { description: 'Somebody’s codes for when every key is lost.' },
    JOB: { description: 'A job of the service, which is tried again or given up; `part` is its name.' },
    DATA_REQUEST: { description: 'What somebody asked about the data kept about them.' },
    ORGANISATION: { description: 'What is decided about an organisation.' },
    EXPERT: { description: 'The sheet of an expert: whose account it belongs to, and who may see what of it.' },
    TRAINING_SESSION: { description: 'A training session.' },
    CALENDAR_LINK: { description: 'An address at which a program reads a calendar of somebody.' },
    REGISTRATION: { description: 'A registration for a training session.' },
    SESSION_QUOTA: { description: 'A quota of a training session.' },
    FORM_QUESTION: { description: 'A question of the registration form of a training session.' },
    PRESENCE: { description: 'Whether somebody was at a training session.' },
    CERTIFICATE: { description: 'A certificate of attendance.' },
    EVALUATION: { description: 'The evaluation of a training session: that it was opened and closed.' },
    EXPORT: { description: 'A list, or a file about a mission, that somebody took out of the site; `part` is its name, `after` how many lines it had.' },
    SESSION_PART: { description: 'A part of the programme of a training session.' },
    SESSION_DOCUMENT: { description: 'A document of a training session.' },
    SESSION_INVITATION: { description: 'An invitation to a training session.' },
    CLEARANCE: { description: 'A clearance of an expert, or its document (`part` is `file`).' },
    MISSION: { description: 'A mission of the adviser.' },
    MISSION_LEG: { description: 'A leg of a mission.' },
    AVAILABILITY_CALL: { description: 'A call for availability.' },
    AVAILABILITY_REQUEST: { description: 'What an expert is asked by a call for availability: that they were asked, and that it was answered.' },
    CONSULTATION: { description: 'A post that was consulted about a leg of a mission.' },
    OPINION: { description: 'The opinion of a service of a post: that it was given, or noted, or that silence counts as agreement.' },
    ALLOWANCE: { description: 'What allowances are computed from: rates, exchange, the rule.' },
    TRAVEL: { description: 'What planning needs to know of travelling: links, rules of borders.' },
    NEED: { description: 'A need that a post has entered.' },
    COMMON_NEED: { description: 'A group of needs of several countries.' },
    COOPERATION_REQUEST: { description: 'A cooperation request of a post or an authority.' },
    RECOMMENDATION_PROGRESS: { description: 'What somebody says has become of a recommendation.' },
    RECOMMENDATION: { description: 'A recommendation of the register; `part` is its key, and behind a point what of it was changed.' },
    MONITORING: { description: 'The dates of a round of a monitoring body for a country.' }, PROVISION: { description: 'What a country has in its law for an instrument, or has reserved or declared.' }, COUNTRY: { description: 'What is kept of a country: `part` is its code, then `holiday`, `hotline` or `travelNote`, and which.' }, PROJECT: { description: 'A project that the adviser proposes; `part` is `budget` with the number of a line, or what it is linked to: `country`, `need`, `recommendation`, `partner`, `expert`, `session`, by its key.' },
    FILE: { description: 'A file that was taken away since something harmful was found in it; `part` is what the scanner calls it.' },
    PARTICIPANT: { description: 'Somebody who takes part in training sessions: with whom they were made one, or from whom they were said to be another.' },
  },
});

@ObjectType({ implements: Node, description: 'Something that was done: seen by the adviser.' })
@Entity({ tableName: 'audit_entry' })
@Index({ properties: ['at'] })
@Index({ properties: ['about'] })
@Index({ properties: ['by'] })
export class AuditEntry implements Node {
  id!: string;

  @PrimaryKey({ type: 'uuid', defaultRaw: 'gen_random_uuid()' })
  uuid!: string;

  @Property({ type: 'timestamptz', defaultRaw: 'now()' })
  @Field(() => Date, { description: 'When.' })
  at!: Date;

  @ManyToOne(() => Person, { nullable: true, deleteRule: 'set null' })
  @Field(() => Person, { nullable: true, description: 'Who did it; null when it was the service itself, or somebody whose account is gone.' })
  by!: Person | null;

  @Field(() => GraphQLUUID, { nullable: true, description: 'Who did it, as the journal can be asked for all that they did (`AuditEntryFilter`); null where `by` is.' })
  byKey!: string | null;

  @Enum({ items: () => AuditAction })
  @Field(() => AuditAction, { description: 'What was done.' })
  action!: AuditAction;

  @Enum({ items: () => AuditSubject })
  @Field(() => AuditSubject, { description: 'On what.' })
  subject!: AuditSubject;

  @ManyToOne(() => Person, { nullable: true, deleteRule: 'set null' })
  @Field(() => Person, { nullable: true, description: 'Whom it concerns; null when their account is gone.' })
  about!: Person | null;

  @Field(() => GraphQLUUID, { nullable: true, description: 'Whom it concerns, as the journal can be asked for all that concerns them; null where `about` is.' })
  aboutKey!: string | null;

  @ManyToOne(() => Organisation, { nullable: true, deleteRule: 'set null' })
  @Field(() => Organisation, { nullable: true, description: 'Which organisation; null where it is about none, or it is gone.' })
  organisation!: Organisation | null;

  /** The key of what it was done on, where that is nobody’s own; it may be gone. */
  @Property({ type: 'uuid', nullable: true })
  object!: string | null;

  @Property({ type: 'text', nullable: true })
  @Field(() => String, { nullable: true, description: 'Which part was changed, by the name of its column.' })
  part!: string | null;

  @Property({ type: 'text', nullable: true })
  @Field(() => String, { nullable: true, description: 'What it was before a change.' })
  before!: string | null;

  @Property({ type: 'text', nullable: true })
  @Field(() => String, { nullable: true, description: 'What it is after a change.' })
  after!: string | null;
}
