/** A certificate of attendance, and what it says to whoever has its number. */
import { Check, Entity, Index, ManyToOne, PrimaryKey, Property, Unique } from '@mikro-orm/decorators/legacy';
import type { Locale } from '@passerelle/shared/locales.ts';
import { Field, ObjectType, registerEnumType } from 'type-graphql';
import { Person } from '../accounts/index.ts';
import { Node } from '../core/reader/index.ts';
import { LocaleScalar } from '../core/translation/index.ts';
import { Registration } from '../registrations/index.ts';
import { TrainingSession } from '../trainings/index.ts';

@ObjectType({ description: 'What you, who ask, may do with a certificate.' })
export class CertificateAbilities {
  @Field(() => Boolean, { description: 'Revoke it.' })
  revoke!: boolean;
}

@ObjectType({ implements: Node, description: 'That somebody was at a session. Seen by those who prepare it, and by who registers for the same organisation.' })
@Entity({ tableName: 'certificate' })
@Check({ name: 'certificate_number', expression: `number ~ '^[0-9A-HJKMNP-TV-Z]{16}$'` })
@Check({ name: 'certificate_revoked', expression: '(revoked_at is null) = (revoked_reason is null)' })
@Unique({ name: 'certificate_once', expression: 'create unique index "certificate_once" on "certificate" ("registration_uuid") where revoked_at is null' })
@Index({ properties: ['session'] })
@Index({ properties: ['email'] })
@Index({ properties: ['issuedBy'] })
@Index({ properties: ['revokedBy'] })
export class Certificate implements Node {
  id!: string;

  @PrimaryKey({ type: 'uuid' })
  uuid!: string;

  /** Sixteen signs drawn by chance: whoever has it asks whether it counts. */
  @Property({ type: 'text', unique: true })
  @Field(() => String, { description: 'Its number, which nobody guesses.' })
  number!: string;

  /** SHA-256 of what the link in the mail to its person holds; null for one of before there were any. */
  @Property({ type: 'text', nullable: true, unique: true, hidden: true })
  secretHash!: string | null;

  @ManyToOne(() => Registration, { deleteRule: 'cascade', fieldName: 'registration_uuid' })
  registration!: Registration;

  @ManyToOne(() => TrainingSession, { deleteRule: 'cascade', fieldName: 'session_uuid' })
  session!: TrainingSession;

  /** Their address, by which they find what is kept about them. */
  @Property({ type: 'text', default: '' })
  email!: string;

  @Property({ type: 'text' })
  @Field(() => String, { description: 'Their name as it was when it was issued.' })
  name!: string;

  @Field(() => LocaleScalar, { nullable: true, description: 'The language of the mails to them; null where their registration is not yours to see.' })
  locale!: Locale | null;

  @Property({ type: 'timestamptz', defaultRaw: 'now()' })
  @Field(() => Date, { description: 'When it was issued.' })
  issuedAt!: Date;

  @ManyToOne(() => Person, { nullable: true, deleteRule: 'set null' })
  issuedBy!: Person | null;

  @Property({ type: 'timestamptz', nullable: true })
  @Field(() => Date, { nullable: true, description: 'When it was revoked; null for one that counts.' })
  revokedAt!: Date | null;

  @ManyToOne(() => Person, { nullable: true, deleteRule: 'set null' })
  revokedBy!: Person | null;

  @Property({ type: 'text', nullable: true })
  @Field(() => String, { nullable: true, description: 'Why it was revoked.' })
  revokedReason!: string | null;

  @Field(() => CertificateAbilities, { description: 'What you may do with it.' })
  can!: CertificateAbilities;

  @Property({ type: 'boolean', default: false })
  @Field(() => Boolean, { description: 'True for an invented one of the demonstration.' })
  isDemonstration!: boolean;
}

export const CertificateState = { VALID: 'VALID', REVOKED: 'REVOKED' } as const;
export type CertificateState = keyof typeof CertificateState;
registerEnumType(CertificateState, {
  name: 'CertificateState',
  description: 'Whether a certificate counts.',
  valuesConfig: { VALID: { description: 'It does.' }, REVOKED: { description: 'It was revoked.' } },
});

// A view: what a certificate says, to those who see it. `certificate_numbered` says it to whoever has the number, and lists none.
@ObjectType({ description: 'What a certificate says to whoever has its number.' })
@Entity({
  tableName: 'verified_certificate', view: true,
  expression: `select number, session_uuid, case when revoked_at is null then 'VALID' else 'REVOKED' end as state, case when revoked_at is null and exists (select from registration r where r.uuid = registration_uuid and r.name_shown_at is not null) then name else null end as name from certificate`,
})
export class VerifiedCertificate {
  @PrimaryKey({ type: 'text' })
  number!: string;

  @ManyToOne(() => TrainingSession, { fieldName: 'session_uuid' })
  @Field(() => TrainingSession, { nullable: true, description: 'The session; null for one that you may not see, which no certificate is of.' })
  session!: TrainingSession | null;

  @Property({ type: 'text' })
  @Field(() => CertificateState, { description: 'Whether it counts.' })
  state!: CertificateState;

  @Property({ type: 'text', nullable: true })
  @Field(() => String, { nullable: true, description: 'Whose it is; null where they have not agreed themselves that it is shown, and of one that was revoked.' })
  name!: string | null;
}
