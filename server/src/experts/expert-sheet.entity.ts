/** The sheet of an expert: all that is kept of them, for the adviser and for themselves; others see what the expert chose (`expert.entity.ts`). */
import { Check, Entity, Enum, Index, ManyToOne, PrimaryKey, Property, Unique } from '@mikro-orm/decorators/legacy';
import { GraphQLLocalDate } from 'graphql-scalars';
import { Field, Int, ObjectType } from 'type-graphql';
import { Person } from '../accounts/index.ts';
import { Visibility } from '../core/consent/index.ts';
import { Translated } from '../core/translation/index.ts';
import { Institution, Profession } from '../vocabulary/index.ts';

@ObjectType({ description: 'What you, who ask, may do with the sheet of an expert.' })
export class SheetAbilities {
  @Field(() => Boolean, { description: 'Say whose account it belongs to.' })
  bind!: boolean;

  @Field(() => Boolean, { description: 'Choose who sees what of it.' })
  choose!: boolean;

  @Field(() => Boolean, { description: 'Enter the clearances of its expert, change and remove them.' })
  clear!: boolean;

  @Field(() => Boolean, { description: 'Change what stands on it, and say it in other languages.' })
  edit!: boolean;

  @Field(() => Boolean, { description: 'Take it away: one that belongs to no account, of somebody who teaches in no session.' })
  remove!: boolean;
}

@ObjectType({ description: 'The sheet of an expert, with who may see what of it. Seen by the expert whose account it belongs to, and by the adviser.' })
@Entity({ tableName: 'expert' })
@Unique({ properties: ['person'] })
@Index({ name: 'expert_public_folded', expression: 'create index "expert_public_folded" on "expert" using gin ("public_folded" gin_trgm_ops)' })
@Check({ name: 'expert_corps_length', expression: 'char_length(corps) <= 100' })
export class ExpertSheet extends Translated {
  @PrimaryKey({ type: 'uuid' })
  uuid!: string;

  /** Whose account it belongs to; null while the adviser has said of none. */
  @ManyToOne(() => Person, { nullable: true, deleteRule: 'cascade' })
  person!: Person | null;

  @Property({ type: 'text' })
  @Field(() => String, { description: 'The name that stands on it.' })
  name!: string;

  /** What the free-text search reads of the name, which is as hidden as the name itself. */
  @Property({ type: 'text', generated: `(fold(name)) stored`, nullable: true, hidden: true })
  folded!: string | null;

  /** The same of a name that everybody may see: an index has no other. */
  @Property({ type: 'text', generated: `(case when name_visibility = 'PUBLIC' then fold(name) else null end) stored`, nullable: true, hidden: true })
  publicFolded!: string | null;

  @Enum({ items: () => Visibility, default: 'ADVISER' })
  @Field(() => Visibility, { description: 'Who may see the name.' })
  nameVisibility!: Visibility;

  @ManyToOne(() => Profession)
  @Field(() => Profession, { description: 'The profession that stands on it.' })
  profession!: Profession;

  @Property({ type: 'text', nullable: true })
  @Field(() => String, { nullable: true, description: 'The corps of the French State that stands on it, by its own name in French.' })
  corps!: string | null;

  @ManyToOne(() => Institution)
  @Field(() => Institution, { description: 'The institution that stands on it.' })
  institution!: Institution;

  @Enum({ items: () => Visibility, default: 'ADVISER' })
  @Field(() => Visibility, { description: 'Who may see the institution.' })
  institutionVisibility!: Visibility;

  @Enum({ items: () => Visibility, default: 'ADVISER' })
  @Field(() => Visibility, { description: 'Who may see the address of the account, beside the name.' })
  emailVisibility!: Visibility;

  @Enum({ items: () => Visibility, default: 'ADVISER' })
  @Field(() => Visibility, { description: 'Who may see which missions they have been on: of those that are closed, what the adviser has published.' })
  missionsVisibility!: Visibility;

  @Property({ type: 'timestamptz', nullable: true })
  @Field(() => Date, { nullable: true, description: 'When the expert chose that last; null while they never have.' })
  chosenAt!: Date | null;

  /** When its expert said who may see what, to whoever wrote it down; null where the expert chose it themselves, and where nobody has said anything. */
  @Property({ type: 'date', nullable: true })
  @Field(() => GraphQLLocalDate, { nullable: true, description: 'The day on which the expert said it, where the adviser has written it down.' })
  consentedOn!: string | null;

  @Property({ type: 'text', nullable: true })
  @Field(() => String, { nullable: true, description: 'Who vouches for them.' })
  vouchedBy!: string | null;

  @Property({ type: 'date', nullable: true })
  @Field(() => GraphQLLocalDate, { nullable: true, description: 'Since when they are vouched for.' })
  vouchedSince!: string | null;

  @Property({ type: 'date', nullable: true })
  lastMissionOn!: string | null;

  @Property({ type: 'boolean', default: false })
  isDemonstration!: boolean;

  @Property({ type: 'integer', default: 1 })
  @Field(() => Int, { description: 'Raised by one each time that it is changed.' })
  version!: number;

  @Field(() => SheetAbilities, { description: 'What you, who ask, may do with it.' })
  can!: SheetAbilities;
}
