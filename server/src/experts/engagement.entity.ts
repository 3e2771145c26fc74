/** When somebody is engaged, so that nobody is in two places at once. Triggers of what engages them write it, and nothing else does. */
import { Check, Entity, Enum, Index, ManyToOne, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { Person } from '../accounts/index.ts';
import { ExpertSheet } from './expert-sheet.entity.ts';

/** By what: a training session, a meeting, a journey, or being in a country. A stay goes with each of the others that is in its country. */
export const EngagementKind = { TRAINING: 'TRAINING', MEETING: 'MEETING', TRAVEL: 'TRAVEL', STAY: 'STAY' } as const;
export type EngagementKind = keyof typeof EngagementKind;

@Entity({ tableName: 'expert_engagement' })
@Index({ properties: ['expert'] })
@Index({ properties: ['person'] })
@Check({ name: 'expert_engagement_is_of_one', expression: 'num_nonnulls(expert_uuid, person_id) = 1 and (person_id is not null or who = expert_uuid)' })
@Check({ name: 'expert_engagement_place', expression: `place ~ '^[A-Z]{2}$'` })
@Check({ name: 'expert_engagement_is_held', expression: 'not isempty(held)' })
export class ExpertEngagement {
  /** The key of what engages them: a training session, a meeting, a journey, a leg of a mission. */
  @PrimaryKey({ type: 'uuid' })
  source!: string;

  /** The key of the expert, or of the person who is none: of somebody of the adviser’s team who is an expert too it is the expert’s, so that both meet. */
  @PrimaryKey({ type: 'uuid' })
  who!: string;

  @ManyToOne(() => ExpertSheet, { nullable: true, deleteRule: 'cascade' })
  expert!: ExpertSheet | null;

  /** The adviser, who travels and is engaged without being an expert. */
  @ManyToOne(() => Person, { nullable: true, deleteRule: 'cascade' })
  person!: Person | null;

  @Enum({ items: () => EngagementKind })
  kind!: EngagementKind;

  /** The country (ISO 3166-1, two letters) in which they are then; null where nothing says so: what is online is nowhere. */
  @Property({ type: 'text', nullable: true })
  place!: string | null;

  @Property({ columnType: 'tstzmultirange', type: 'string' })
  held!: string;

  /** Whether it keeps them from another; one that does not is compared with nothing. */
  @Property({ type: 'boolean', default: true })
  isFirm!: boolean;

  /** Whether it is compared with what is of another kind; what a post has prepared without knowing of that – of a stay elsewhere, of a meeting, of a training – is not. */
  @Property({ type: 'boolean', default: true })
  meetsStays!: boolean;
}
