/** As what somebody takes part in training sessions themselves. */
import { Entity, Enum, ManyToOne, PrimaryKey } from '@mikro-orm/decorators/legacy';
import { Field, ObjectType } from 'type-graphql';
import { MemberRole } from '../accounts/index.ts';
import { Country } from '../countries/index.ts';
import { Organisation } from '../organisations/index.ts';
import { Profession } from '../vocabulary/index.ts';
import { Sector } from './participant.entity.ts';

// What it shows is of who asks alone: their roles, and, of an expert, what their sheet says.
@ObjectType({ description: 'As what you take part in training sessions, where you register yourself: it comes from your roles and from your own sheet.' })
@Entity({
  tableName: 'own_capacity', view: true,
  expression: `select md5(a.uuid::text || c.code)::uuid as uuid, a.role, o.slug as organisation_slug, c.code as country_code,
      case when a.role = 'AUTHORITY' or o.kind in ('AUTHORITY', 'COORDINATOR') then 'AUTHORITY' when o.kind in ('NGO', 'NETWORK') then 'CIVIL_SOCIETY' else 'OTHER' end as sector, e.profession_code
    from member a join person p on p.id = a.person_id and p.suspended_at is null and a.suspended_at is null
    and current_date >= a.since and current_date <= coalesce(a.until, 'infinity')
    left join organisation o on o.slug = a.organisation_slug and a.role <> 'AUTHORITY' left join expert e on a.role = 'EXPERT' and e.person_id = a.person_id
    join country c on case when a.role = 'AUTHORITY' then c.code = a.country_code when a.role = 'EXPERT' then exists (select from expert_country k where k.expert_uuid = e.uuid and k.country_code = c.code)
      else o.slug is not null and c.code = coalesce(o.country_code, a.country_code, c.code) end
    where a.person_id = acting_person() and a.role in ('NGO_COORDINATOR', 'NGO_MEMBER', 'INTERNATIONAL', 'AUTHORITY', 'EXPERT')`,
})
export class OwnCapacity {
  /** Made of the key of the role and of the country. */
  @PrimaryKey({ type: 'uuid' })
  uuid!: string;

  @Enum({ items: () => MemberRole })
  @Field(() => MemberRole, { description: 'As what you act.' })
  role!: MemberRole;

  @ManyToOne(() => Organisation, { nullable: true })
  @Field(() => Organisation, { nullable: true, description: 'For which organisation; null for an authority, and for an expert.' })
  organisation!: Organisation | null;

  @ManyToOne(() => Country)
  @Field(() => Country, { description: 'The country whose embassy validates it: your own; of an expert one that they know.' })
  country!: Country;

  @Enum({ items: () => Sector })
  @Field(() => Sector, { description: 'Whom you work for.' })
  sector!: Sector;

  @ManyToOne(() => Profession, { nullable: true })
  @Field(() => Profession, { nullable: true, description: 'Your profession, of an expert; null for others, who say it.' })
  profession!: Profession | null;
}
