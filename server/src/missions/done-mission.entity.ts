/** A mission that an expert has been on: in which countries, in which year, and nothing else of it. The adviser reads it on their record, and so do they; others, as the expert chose, what is published of it. */
import { Entity, Enum, ManyToOne, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { ArrayType } from '@mikro-orm/postgresql';
import { Field, Int, ObjectType } from 'type-graphql';
import { Visibility } from '../core/consent/index.ts';
import { Country } from '../countries/index.ts';
import { ExpertSheet } from '../experts/index.ts';

const IS_OPEN =
  `(e.missions_visibility = 'PUBLIC' or e.missions_visibility = any(case when e.is_demonstration then (select acting_choices(true) as acting_choices) else (select acting_choices(false) as acting_choices) end))`;

// The view is its owner’s, whom the rules of the tables do not bind: it gives nothing before a mission is closed, of legs on which they came alone, and to others than them and the adviser only countries that are published.
@ObjectType({ description: 'A mission that an expert has been on, once it is closed: seen by the adviser and by the expert; by others as the expert chose, with the countries that are published of it.' })
@Entity({
  tableName: 'done_mission', view: true,
  expression: `select m.mission_uuid, m.expert_uuid, extract(year from max(s.leaves_at))::int as year, array_agg(distinct l.country_code order by l.country_code) as country_codes, e.missions_visibility as visibility, coalesce(bool_and(l.country_code = any(d.countries)), false) as is_public
    from mission_stay s join mission_member m on m.uuid = s.member_uuid join mission_leg l on l.uuid = s.leg_uuid join expert e on e.uuid = m.expert_uuid left join publication_decision d on d.mission_uuid = m.mission_uuid
    where l.stage = 'CLOSED' and m.substitute_for_uuid is null
      and ((((select is_adviser() as is_adviser) or is_own_sheet(m.expert_uuid)) and (l.is_demonstration or not (select acts_invented() as acts_invented))) or (${IS_OPEN} and l.country_code = any(d.countries)))
    group by m.mission_uuid, m.expert_uuid, e.missions_visibility`,
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

  /** Who may see it, as the expert chose. */
  @Enum({ items: () => Visibility })
  visibility!: Visibility;

  /** Whether all of these countries are published of the mission. */
  @Property({ type: 'boolean' })
  isPublic!: boolean;

  @Field(() => [Country], { description: 'In which countries they were, by their codes.' })
  countries!: Country[];
}
