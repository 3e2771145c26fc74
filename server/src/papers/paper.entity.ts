/** The papers of a mission, version by version: what each says, as it was when it was made, and whom it names apart, so that a name goes with whoever it is the name of. */
import { Check, Entity, Enum, Index, ManyToOne, PrimaryKey, Property, Unique } from '@mikro-orm/decorators/legacy';
import type { Locale } from '@passerelle/shared/locales.ts';
import { GraphQLUUID } from 'graphql-scalars';
import { Field, Int, ObjectType } from 'type-graphql';
import { Person } from '../accounts/index.ts';
import { LocaleScalar } from '../core/translation/index.ts';
import { ExpertSheet } from '../experts/index.ts';
import { Meeting } from '../meetings/index.ts';
import { LegContact, Mission, MissionLeg, MissionMember } from '../missions/index.ts';
import type { Change } from './changes.ts';
import type { Facts } from './facts.ts';
import { PaperChangeKind, PaperKind, PaperState } from './paper-kind.ts';

const OF_LEG = `'PROGRAMME_POST', 'INVITATION', 'CONTACTS', 'INTERPRETER'`;

@ObjectType({ description: 'Something that has changed since a paper was made.' })
export class PaperChange implements Change {
  @Field(() => PaperChangeKind, { description: 'What.' })
  kind!: PaperChangeKind;

  @Field(() => String, { nullable: true, description: 'What the meeting that it is about is about; of a paper about somebody that is not to be any more, their name; null otherwise.' })
  about!: string | null;

  @Field(() => LocaleScalar, { nullable: true, description: 'The language of `about`; null without it, and for a name.' })
  aboutLocale!: Locale | null;

  @Field(() => String, { nullable: true, description: 'What it was: a day (`2027-11-08`), an hour (`09:30`), a place, or the names of those who do not come any more; null for nothing, or where that is not said.' })
  before!: string | null;

  @Field(() => String, { nullable: true, description: 'What it is now; likewise.' })
  after!: string | null;
}

@ObjectType({ description: 'A version of a paper of a mission: seen by the adviser; by the post of its leg; by the expert whom it is about, once the mission is agreed. Its files are at `/paper/<key>.pdf`, `.html` and `.ics`.' })
@Entity({ tableName: 'mission_paper' })
@Check({ name: 'mission_paper_by_chance', expression: `substr(uuid::text, 15, 1) = '4'` })
@Check({ name: 'mission_paper_counts', expression: 'number >= 1' })
@Check({ name: 'mission_paper_told', expression: 'told >= 0' })
@Check({ name: 'mission_paper_differs', expression: '(difference is null) = (differs_since is null)' })
@Check({ name: 'mission_paper_renewed', expression: 'number > 1 or not is_renewed' })
@Check({
  name: 'mission_paper_about',
  expression: `case when kind in (${OF_LEG}) then leg_uuid is not null and num_nonnulls(member_uuid, expert_uuid, person_id) = 0 and (kind = 'INVITATION' or meeting_uuid is null) else num_nonnulls(leg_uuid, meeting_uuid) = 0 and num_nonnulls(expert_uuid, person_id) = 1 end`,
})
@Unique({ name: 'mission_paper_number', properties: ['kind', 'subject', 'number'] })
@Index({ properties: ['mission'] })
@Index({ properties: ['leg'] })
@Index({ properties: ['meeting'] })
@Index({ properties: ['member'] })
@Index({ properties: ['expert'] })
@Index({ properties: ['person'] })
export class MissionPaper {
  @PrimaryKey({ type: 'uuid' })
  uuid!: string;

  @Field(() => GraphQLUUID, { description: 'Its key: that of the one who made it first.' })
  key!: string;

  /** No field: nothing leads back. */
  @ManyToOne(() => Mission, { deleteRule: 'cascade', fieldName: 'mission_uuid' })
  mission!: Mission;

  @ManyToOne(() => MissionLeg, { nullable: true, deleteRule: 'cascade', fieldName: 'leg_uuid' })
  leg!: MissionLeg | null;

  /** What was given out stays to be read: of a meeting that was removed, or of somebody who is not in the team any more. */
  @ManyToOne(() => Meeting, { nullable: true, deleteRule: 'set null', fieldName: 'meeting_uuid' })
  meeting!: Meeting | null;

  @ManyToOne(() => MissionMember, { nullable: true, deleteRule: 'set null', fieldName: 'member_uuid' })
  member!: MissionMember | null;

  /** A copy of who the member is: a paper about somebody goes with them. */
  @ManyToOne(() => ExpertSheet, { nullable: true, deleteRule: 'cascade' })
  expert!: ExpertSheet | null;

  @ManyToOne(() => Person, { nullable: true, deleteRule: 'cascade' })
  person!: Person | null;

  @Enum({ items: () => PaperKind })
  @Field(() => PaperKind, { description: 'What it is.' })
  kind!: PaperKind;

  /** The key of the leg, of the meeting or of whom in the team it is about. */
  @Property({ type: 'uuid', fieldName: 'subject_uuid' })
  subject!: string;

  @Field(() => GraphQLUUID, { description: 'The key of what it is about: of the leg, as its id ends; of the meeting, for an invitation; of whom in the team.' })
  aboutKey!: string;

  @Property({ type: 'integer' })
  @Field(() => Int, { description: 'Which version of it: the first is 1.' })
  number!: number;

  /** What it says, without whom it names. */
  @Property({ type: 'json', columnType: 'jsonb' })
  facts!: Omit<Facts, 'names'>;

  /** Whether whoever it is about could read it: the mission was agreed while they were in the team. */
  @Property({ type: 'boolean', default: false })
  isGiven!: boolean;

  /** How many were written to when it was made. */
  @Property({ type: 'integer', default: 0 })
  told!: number;

  @Property({ type: 'timestamptz', defaultRaw: 'now()' })
  @Field(() => Date, { description: 'When it was made.' })
  madeAt!: Date;

  @Property({ type: 'boolean', default: false })
  @Field(() => Boolean, { description: 'Whether nobody made it: it came by itself, since what the earlier version says had changed.' })
  isRenewed!: boolean;

  /** A digest of what is so where that is not what it says, as it was last seen; null where it says what is so. Of no other use than to tell whether that changes still. */
  @Property({ type: 'text', nullable: true })
  difference!: string | null;

  /** Since when that has been so. */
  @Property({ type: 'timestamptz', nullable: true })
  differsSince!: Date | null;

  @Field(() => String, { description: 'The code of the country whose language it is written in beside French.' })
  countryCode!: string;

  @Field(() => PaperState, { description: 'Whether it says what is so.' })
  state!: PaperState;

  @Field(() => [PaperChange], { description: 'What has changed since it was made; empty for one that a newer version has replaced.' })
  changes!: PaperChange[];
}

@Entity({ tableName: 'mission_paper_person' })
@Check({ name: 'mission_paper_person_is_one', expression: 'num_nonnulls(expert_uuid, person_id, contact_uuid) = 1' })
@Index({ properties: ['expert'] })
@Index({ properties: ['person'] })
@Index({ properties: ['contact'] })
export class MissionPaperPerson {
  @ManyToOne(() => MissionPaper, { primary: true, deleteRule: 'cascade', fieldName: 'paper_uuid' })
  paper!: MissionPaper;

  /** As the facts name them: their key in the team, or as a contact. */
  @PrimaryKey({ type: 'uuid' })
  key!: string;

  @ManyToOne(() => ExpertSheet, { nullable: true, deleteRule: 'cascade' })
  expert!: ExpertSheet | null;

  @ManyToOne(() => Person, { nullable: true, deleteRule: 'cascade' })
  person!: Person | null;

  @ManyToOne(() => LegContact, { nullable: true, deleteRule: 'cascade', fieldName: 'contact_uuid' })
  contact!: LegContact | null;

  @Property({ type: 'text' })
  name!: string;

  @Property({ type: 'text', nullable: true })
  function!: string | null;

  @Property({ type: 'text', nullable: true })
  organisation!: string | null;

  @Property({ type: 'text', nullable: true })
  email!: string | null;

  @Property({ type: 'text', nullable: true })
  phone!: string | null;
}
