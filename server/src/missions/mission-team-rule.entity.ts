/** Whom the team of a mission needs at least. */
import { Check, Entity, Enum, ManyToOne, Property } from '@mikro-orm/decorators/legacy';
import { Field, Int, ObjectType } from 'type-graphql';
import { Mission } from './mission.entity.ts';
import { TeamRole } from './team-role.ts';

@ObjectType({ description: 'How many of a role the team of a mission needs at least.' })
@Entity({ tableName: 'mission_team_rule' })
@Check({ name: 'mission_team_rule_at_least', expression: 'at_least >= 1 and at_least <= 20' })
@Check({ name: 'mission_team_rule_excused', expression: 'excused >= 0' })
export class MissionTeamRule {
  @ManyToOne(() => Mission, { primary: true, deleteRule: 'cascade', fieldName: 'mission_uuid' })
  mission!: Mission;

  @Enum({ items: () => TeamRole, primary: true, fieldName: 'role' })
  @Field(() => TeamRole, { description: 'As what.' })
  kind!: TeamRole;

  @Property({ type: 'integer' })
  @Field(() => Int, { description: 'At least how many.' })
  atLeast!: number;

  /** How many were erased while the mission was agreed, and nobody has come in their place: kept by the database. */
  @Property({ type: 'integer', default: 0 })
  excused!: number;

  @Field(() => Int, { description: 'How many of them the team has, who stay in one of its legs at least. Those who take the place of others if need be do not count.' })
  present!: number;
}
