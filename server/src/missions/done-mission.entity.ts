/** A mission that an expert has been on: in which countries, in which year, and nothing else of it. The adviser reads it on their record, and so do they; nobody else. */
import { Entity, ManyToOne, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { ArrayType } from '@mikro-orm/postgresql';
import { Field, Int, ObjectType } from 'type-graphql';
import { Country } from '../countries/index.ts';
import { ExpertSheet } from '../experts/index.ts';

// The view is its owner’s, whom the rules of the tables do not bind: it gives nothing before a mission is closed, and of legs on which they came alone.
@ObjectType({ description: 'A mission that an expert has been on: seen by the adviser and by the expert, once the mission is closed.' })
@Entity({
  tableName: 'done_mission', view: true,
  expression: `select m.mission_uuid, m.expert_uuid, extract(year from max(s.leaves_at))::int as year, array_agg(distinct l.country_code order by l.country_code) as country_codes
    from mission_stay s join mission_member m on m.uuid = s.member_uuid join mission_leg l on l.uuid = s.leg_uuid
    where l.stage = 'CLOSED' and m.substitute_for_uuid is null and m.expert_uuid is not null and ((select is_adviser() as is_adviser) or is_own_sheet(m.expert_uuid)) and (l.is_demonstration or not (select acts_invented() as acts_invented))
    group by m.mission_uuid, m.expert_uuid`,
})
export class DoneMission {
  /** No field: nothing leads to the mission. */
  @PrimaryKey({ type: 'uuid', fieldName: 'mission_uuid' })
  mission!: string;

  /** No field. */
  @ManyToOne(() => ExpertSheet, { primary: true, fieldName: 'expert_uuid' })
  expert!: ExpertSheet;

  @Property({ type: 'integer' })
  @Field(() => Int, { description: 'The year in which they came back.' })
  year!: number;

  @Property({ type: ArrayType, columnType: 'text[]' })
  countryCodes!: string[];

  @Field(() => [Country], { description: 'In which countries they were, by their codes.' })
  countries!: Country[];
}
