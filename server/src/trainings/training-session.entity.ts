/** A training session: what is taught, to whom, where and when, by whom and in which languages. */
import { Check, Entity, Enum, Index, ManyToOne, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { type Locale, LOCALE_TAGS } from '@passerelle/shared/locales.ts';
import { GraphQLDateTimeISO, GraphQLTimeZone } from 'graphql-scalars';
import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import { Person } from '../accounts/index.ts';
import { Node } from '../core/reader/index.ts';
import { LocalizedText, ShownTranslation, Translated } from '../core/translation/index.ts';
import { Country } from '../countries/index.ts';
import { Expert } from '../experts/index.ts';
import { Audience, Language, Theme } from '../vocabulary/index.ts';
import { TrainingSessionAbilities } from './session-abilities.type.ts';
import { SessionLevel } from './session-level.ts';
import { SessionStage, SessionState } from './session-stage.ts';

export const SessionFormat = { ON_SITE: 'ON_SITE', ONLINE: 'ONLINE', HYBRID: 'HYBRID' } as const;
export type SessionFormat = keyof typeof SessionFormat;
registerEnumType(SessionFormat, {
  name: 'SessionFormat',
  description: 'Where a session is held.',
  valuesConfig: {
    ON_SITE: { description: 'In a place.' }, ONLINE: { description: 'Online.' }, HYBRID: { description: 'In a place and online.' },
  },
});

export const LanguageUse = { WORKING: 'WORKING', INTERPRETATION: 'INTERPRETATION' } as const;
export type LanguageUse = keyof typeof LanguageUse;
registerEnumType(LanguageUse, {
  name: 'LanguageUse',
  description: 'What a language is used for in a session.',
  valuesConfig: {
    WORKING: { description: 'The session is held in it.' }, INTERPRETATION: { description: 'The session is interpreted into it.' },
  },
});

@ObjectType({ implements: Node, description: 'A training session.' })
@Entity({ tableName: 'training_session' })
@Check({ name: 'training_session_ends_after_it_starts', expression: 'ends_at > starts_at' })
@Check({ name: 'training_session_places', expression: 'places >= 0 and places_taken >= 0' })
@Check({ name: 'training_session_waiting', expression: 'places_waiting >= 0' })
@Check({ name: 'training_session_shared', expression: 'places_shared >= 0' })
@Check({ name: 'training_session_registration_ends', expression: 'registration_until <= starts_at' })
@Index({ name: 'training_session_folded', expression: 'create index "training_session_folded" on "training_session" using gin ("folded" gin_trgm_ops)' })
@Index({ properties: ['startsAt', 'uuid'] })
@Index({ properties: ['country', 'startsAt', 'uuid'] })
@Index({ properties: ['theme', 'startsAt', 'uuid'] })
@Index({ properties: ['preparedBy'] })
export class TrainingSession extends Translated implements Node {
  id!: string;

  @PrimaryKey({ type: 'uuid' })
  uuid!: string;

  @Field(() => LocalizedText, { description: 'Its title.' })
  title!: LocalizedText;

  @Field(() => LocalizedText, { nullable: true, description: 'What it is about.' })
  summary!: LocalizedText | null;

  @Field(() => LocalizedText, { nullable: true, description: 'Its programme, in plain text, a line for each part.' })
  programme!: LocalizedText | null;

  @Field(() => LocalizedText, { nullable: true, description: 'What those who take part can do afterwards, in plain text, a line for each objective.' })
  objectives!: LocalizedText | null;

  @Enum({ items: () => SessionLevel, nullable: true })
  @Field(() => SessionLevel, { nullable: true, description: 'How much it asks of those who come; null where nothing is said of it.' })
  level!: SessionLevel | null;

  @ManyToOne(() => Theme)
  @Field(() => Theme, { description: 'Its theme.' })
  theme!: Theme;

  @Field(() => [Audience], { description: 'Whom it is for.' })
  audiences!: Audience[];

  @Enum({ items: () => SessionFormat })
  @Field(() => SessionFormat, { description: 'In a place, online or both.' })
  format!: SessionFormat;

  @ManyToOne(() => Country, { nullable: true })
  @Field(() => Country, { nullable: true, description: 'The country it is held in; null when it is online only.' })
  country!: Country | null;

  @Property({ type: 'text', nullable: true })
  @Field(() => String, { nullable: true, description: 'The town, as it is written there; null when it is online only.' })
  town!: string | null;

  /** What the free-text search reads of the town. */
  @Property({ type: 'text', generated: `(fold(town)) stored`, nullable: true, hidden: true })
  folded!: string | null;

  @Property({ type: 'datetime', columnType: 'timestamptz' })
  @Field(() => GraphQLDateTimeISO, { description: 'When it begins.' })
  startsAt!: Date;

  @Property({ type: 'datetime', columnType: 'timestamptz' })
  @Field(() => GraphQLDateTimeISO, { description: 'When it ends.' })
  endsAt!: Date;

  @Property({ type: 'text' })
  @Field(() => GraphQLTimeZone, { description: 'The IANA time zone its times are announced in.' })
  timeZone!: string;

  /** What people have decided about it; what the clock adds to it is its `state`. */
  @Enum({ items: () => SessionStage, default: 'OPEN' })
  stage!: SessionStage;

  @Field(() => SessionState, { description: 'Where it stands, at this moment.' })
  state!: SessionState;

  @Property({ type: 'datetime', columnType: 'timestamptz', nullable: true })
  @Field(() => GraphQLDateTimeISO, { nullable: true, description: 'Until when people can be registered; null where that is until it begins.' })
  registrationUntil!: Date | null;

  @Property({ type: 'boolean', default: true })
  @Field(() => Boolean, { description: 'Whether a registration counts only once it is validated.' })
  needsValidation!: boolean;

  @Property({ type: 'boolean', default: true })
  @Field(() => Boolean, { description: 'Whether an organisation or an authority nominates who takes part; if not, people may also register themselves.' })
  needsNomination!: boolean;

  @Field(() => LocalizedText, { nullable: true, description: 'Why it was called off; null where it was not.' })
  cancelledReason!: LocalizedText | null;

  @Property({ type: 'integer', default: 1 })
  @Field(() => Int, { description: 'Raised by each change of what is said of it: whoever changes it says which one they have read.' })
  version!: number;

  @Property({ type: 'integer', default: 0 })
  @Field(() => Int, { description: 'How often its time or place was changed or it was called off, as calendars count it (RFC 5545, SEQUENCE).' })
  sequence!: number;

  @Property({ type: 'datetime', columnType: 'timestamptz', defaultRaw: 'now()' })
  @Field(() => GraphQLDateTimeISO, { description: 'When what is said of it was last changed.' })
  changedAt!: Date;

  /** Who has made it; null when their account is gone. */
  @ManyToOne(() => Person, { nullable: true, deleteRule: 'set null' })
  preparedBy!: Person | null;

  @Property({ type: 'integer' })
  @Field(() => Int, { description: 'How many can take part.' })
  places!: number;

  @Property({ type: 'integer', default: 0 })
  placesTaken!: number;

  /** How many registrations more have a place than there are people who have one, as their address is registered more than once. */
  @Property({ type: 'integer', default: 0 })
  placesShared!: number;

  /** How many wait for a place. */
  @Property({ type: 'integer', default: 0 })
  placesWaiting!: number;

  @Field(() => Int, { description: 'How many places are left.' })
  placesLeft!: number;

  @Property({ type: 'boolean', default: false })
  @Field(() => Boolean, { description: 'Whether whoever is registered has to say a profession, as places are counted by it.' })
  asksProfession!: boolean;

  @Field(() => [Expert], { description: 'Who teaches.' })
  trainers!: Expert[];

  @Field(() => [SessionLanguage], { description: 'The languages it is held in and interpreted into, those of work first.' })
  languages!: SessionLanguage[];

  @Field(() => [TrainingSessionTranslation], { description: 'What is said of it, in every language in which something is, and nowhere from another language.' })
  texts!: TrainingSessionTranslation[];

  @Field(() => TrainingSessionAbilities, { description: 'What you may do with it.' })
  can!: TrainingSessionAbilities;

  @Property({ type: 'boolean', default: false })
  @Field(() => Boolean, { description: 'True for an invented session of the demonstration.' })
  isDemonstration!: boolean;
}

/** The words of sessions that are announced, for searches alone: it passes by the rule of the rows, which keeps PostgreSQL from asking the index. */
@Entity({ tableName: 'announced_session', view: true, expression: `select uuid, folded from training_session where stage <> 'DRAFT'` })
export class AnnouncedSession {
  @PrimaryKey({ type: 'uuid' })
  uuid!: string;

  @Property({ type: 'text', nullable: true, hidden: true })
  folded!: string | null;
}

@ObjectType({ description: 'What is said of a session in one language.' })
@Entity({ tableName: 'training_session_translation' })
@Index({ name: 'training_session_translation_folded', expression: 'create index "training_session_translation_folded" on "training_session_translation" using gin ("folded" gin_trgm_ops)' })
export class TrainingSessionTranslation extends ShownTranslation {
  @ManyToOne(() => TrainingSession, { primary: true, deleteRule: 'cascade', fieldName: 'session_uuid' })
  session!: TrainingSession;

  @Enum({ items: () => LOCALE_TAGS, primary: true })
  override locale!: Locale;

  @Property({ type: 'text', nullable: true })
  @Field(() => String, { nullable: true, description: 'Its title; null where it is missing.' })
  title!: string | null;

  @Property({ type: 'text', nullable: true })
  @Field(() => String, { nullable: true, description: 'What it is about.' })
  summary!: string | null;

  @Property({ type: 'text', nullable: true })
  @Field(() => String, { nullable: true, description: 'Its programme, a line for each part.' })
  programme!: string | null;

  @Property({ type: 'text', nullable: true })
  @Field(() => String, { nullable: true, description: 'Its objectives, a line for each.' })
  objectives!: string | null;

  @Property({ type: 'text', nullable: true })
  @Field(() => String, { nullable: true, description: 'Why it was called off.' })
  cancelledReason!: string | null;

  /** What the free-text search reads. */
  @Property({ type: 'text', generated: `(fold(coalesce(title, '') || ' ' || coalesce(summary, ''))) stored`, hidden: true })
  folded!: string;
}

@ObjectType({ description: 'A language of a session and what it is used for.' })
@Entity({ tableName: 'session_language' })
@Index({ properties: ['language'] })
export class SessionLanguage {
  @ManyToOne(() => TrainingSession, { primary: true, deleteRule: 'cascade', fieldName: 'session_uuid' })
  session!: TrainingSession;

  @ManyToOne(() => Language, { primary: true })
  @Field(() => Language, { description: 'The language.' })
  language!: Language;

  @Enum({ items: () => LanguageUse })
  @Field(() => LanguageUse, { description: 'What it is used for.' })
  use!: LanguageUse;
}
