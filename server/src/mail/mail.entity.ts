/** A mail: queued with what it is about, sent by a job, forgotten after a month; a text with a secret is erased long before. */
import { Check, Entity, Enum, Index, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { type Locale, LOCALE_TAGS } from '@passerelle/shared/locales.ts';

/** Why a mail was given up. */
export const MailFailure = {
  /** The server of the recipient refuses it for good. */
  REFUSED: 'REFUSED',
  /** It could not be sent while its link was valid. */
  EXPIRED: 'EXPIRED',
  /** It was tried too often. */
  EXHAUSTED: 'EXHAUSTED',
  /** A later one with the same key took its place. */
  REPLACED: 'REPLACED',
  /** There is no server to send it by. */
  NO_SERVER: 'NO_SERVER',
} as const;
export type MailFailure = keyof typeof MailFailure;

@Entity({ tableName: 'mail' })
@Check({ name: 'mail_recipient', expression: `recipient ~ '^[^[:space:][:cntrl:]<>,;:"()@]+@[^[:space:][:cntrl:]<>,;:"()@]+$'` })
@Check({ name: 'mail_subject', expression: `subject !~ '[[:cntrl:]]'` })
@Check({ name: 'mail_sent_or_failed', expression: 'sent_at is null or failed_at is null' })
@Check({ name: 'mail_failed_for_a_reason', expression: '(failed_at is null) = (failure is null)' })
@Index({ properties: ['createdAt'] })
@Index({ properties: ['key'] })
@Index({ properties: ['person'] })
export class Mail {
  @PrimaryKey({ type: 'uuid' })
  uuid!: string;

  /** The key of the person whose mail it is: the database looks for who has the address, where nobody was named. Goes with them. */
  @Property({ type: 'uuid', nullable: true, fieldName: 'person_id' })
  person!: string | null;

  /** The address it goes to. */
  @Property({ type: 'text' })
  recipient!: string;

  @Enum({ items: () => LOCALE_TAGS })
  locale!: Locale;

  @Property({ type: 'text' })
  template!: string;

  @Property({ type: 'text' })
  subject!: string;

  /** Null once it has been erased. */
  @Property({ type: 'text', nullable: true })
  text!: string | null;

  /** Null once it has been erased. */
  @Property({ type: 'text', nullable: true })
  html!: string | null;

  /** What it brings into a calendar: iCalendar objects, each a part of the mail of its own; null where it brings nothing, or has been erased. */
  @Property({ type: 'json', nullable: true })
  calendar!: readonly string[] | null;

  /** The same at each attempt, so that two copies can be told for one; null before the first. */
  @Property({ type: 'text', nullable: true })
  messageId!: string | null;

  /** While it waits, a later one with the same key takes its place. */
  @Property({ type: 'text', nullable: true })
  key!: string | null;

  @Property({ type: 'timestamptz', defaultRaw: 'now()' })
  createdAt!: Date;

  /** When text and HTML are erased at the latest, for they hold a secret; null when they hold none. */
  @Property({ type: 'timestamptz', nullable: true })
  eraseAt!: Date | null;

  /** When the server took it. */
  @Property({ type: 'timestamptz', nullable: true })
  sentAt!: Date | null;

  /** When it was given up. */
  @Property({ type: 'timestamptz', nullable: true })
  failedAt!: Date | null;

  @Enum({ items: () => MailFailure, nullable: true })
  failure!: MailFailure | null;

  /** What the server answered when the mail was given up: `SMTP_550`, or the code of the network's error. */
  @Property({ type: 'text', nullable: true })
  answer!: string | null;
}
