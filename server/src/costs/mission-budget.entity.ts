/** What all lines of a mission come to. */
import { Entity, OneToOne, Property } from '@mikro-orm/decorators/legacy';
import { Field, Int, ObjectType } from 'type-graphql';
import { Mission } from '../missions/index.ts';
import { CostAbilities } from './cost-abilities.type.ts';

// Whoever reads it reads it by the rules of the tables under it.
@ObjectType({ description: 'What all lines of the costs of a mission come to: seen by the adviser.' })
@Entity({
  tableName: 'mission_budget', view: true,
  expression: `select m.uuid as mission_uuid, least(coalesce(sum(c.planned_cents), 0), 2147483647)::int as planned_cents, least(coalesce(sum(coalesce(c.actual_cents, c.planned_cents)), 0), 2147483647)::int as expected_cents,
    least(coalesce(sum(c.actual_cents), 0), 2147483647)::int as actual_cents, count(c.uuid) filter (where c.planned_cents is null)::int as unknown_lines
    from mission m left join mission_cost c on c.mission_uuid = m.uuid group by m.uuid`,
})
export class MissionBudget {
  @OneToOne(() => Mission, { primary: true, fieldName: 'mission_uuid' })
  mission!: Mission;

  @Property({ type: 'integer' })
  @Field(() => Int, { description: 'What is planned, in cents of euros, as far as it is known.' })
  plannedCents!: number;

  @Property({ type: 'integer' })
  @Field(() => Int, { description: 'What it comes to as far as is known now: of each line what it came to, or else what is planned.' })
  expectedCents!: number;

  @Property({ type: 'integer' })
  @Field(() => Int, { description: 'What lines of which that is known came to.' })
  actualCents!: number;

  @Property({ type: 'integer' })
  @Field(() => Int, { description: 'Of how many lines it is not known what is planned.' })
  unknownLines!: number;

  @Field(() => CostAbilities, { description: 'What you may do with the journeys and costs of the mission.' })
  can!: CostAbilities;
}
