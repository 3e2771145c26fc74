/** The people of an organisation who agreed to be shown: each to those whom they chose, with as much as they chose. */
import { Entity, Enum, ManyToOne, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { Field, ObjectType } from 'type-graphql';
import { MemberRole } from '../accounts/index.ts';
import { Visibility } from '../core/consent/index.ts';
import { Country } from '../countries/index.ts';
import { Organisation } from '../organisations/index.ts';

// The view is its owner's, whom the rules of the tables do not bind: it says itself whom who asks may see, and gives an address
// or not. Of an organisation that is protected a choice for all counts as one for the network.
@ObjectType({ description: 'Somebody who works for an organisation, and agreed that you may see it.' })
@Entity({
  tableName: 'contact_person', view: true,
  expression: `select m.uuid, m.organisation_slug, m.role, p.name, case when acting_sees(c.email, o.country_code, p.is_demonstration) then p.email else null end as email, c.contact as visibility, c.email as email_visibility, o.country_code, p.is_demonstration
    from member m join person p on p.id = m.person_id join organisation o on o.slug = m.organisation_slug
    cross join lateral (select within_network(p.contact_visibility, o.is_protected and o.kind <> 'INTERNATIONAL') as contact, within_network(p.email_visibility, o.is_protected and o.kind <> 'INTERNATIONAL') as email) c
    where p.suspended_at is null and m.suspended_at is null and current_date >= m.since and current_date <= coalesce(m.until, 'infinity')
      and acting_sees(c.contact, o.country_code, p.is_demonstration) and (o.is_published or (select is_adviser()) or concerns_acting(o.slug, o.country_code))`,
})
export class ContactPerson {
  @PrimaryKey({ type: 'uuid' })
  uuid!: string;

  @ManyToOne(() => Organisation)
  organisation!: Organisation;

  @Property({ type: 'text' })
  @Field(() => MemberRole, { description: 'As what.' })
  role!: MemberRole;

  @Field(() => Boolean, { description: 'Whether they answer for it.' })
  isCoordinator!: boolean;

  @Property({ type: 'text' })
  @Field(() => String, { description: 'Their name.' })
  name!: string;

  @Property({ type: 'text', nullable: true })
  @Field(() => String, { nullable: true, description: 'Their address; null unless they agreed that you may see it.' })
  email!: string | null;

  /** Who may see them. */
  @Enum({ items: () => Visibility })
  visibility!: Visibility;

  @Enum({ items: () => Visibility })
  emailVisibility!: Visibility;

  /** That of the organisation. */
  @ManyToOne(() => Country, { nullable: true })
  country!: Country | null;

  @Property({ type: 'boolean' })
  @Field(() => Boolean, { description: 'True for an invented person of the demonstration.' })
  isDemonstration!: boolean;
}
