/** How the people of an organisation are read: those who agreed to be seen by who asks. */
import { code, collated, constant, edge, join, reader, type Row, type RuleActor, type Sql, sql } from '../core/reader/index.ts';
import { OrganisationReader } from '../organisations/index.ts';
import { ContactPerson } from './contact-person.entity.ts';
import { coordinates, openAnywhere, openInOwnCountries } from './contact-person.policy.ts';
import { COORDINATOR } from './members.policy.ts';
import { ownCountries } from './standing.ts';

/** Whether a choice of somebody's lets who asks see what it is about. */
function isOpen(choice: Sql, { country }: Row<ContactPerson>, actor: RuleActor): Sql<boolean> {
  const [anywhere, own] = [openAnywhere(actor), openInOwnCountries(actor)].map((choices) => join(choices.map((visibility) => constant(visibility)), ', '));
  const isAnywhere = sql<boolean>`${choice} in (${anywhere!})`;
  return actor.circle === 'post' ? sql<boolean>`(${isAnywhere} or (${choice} in (${own!}) and ${country} in (${ownCountries})))` : isAnywhere;
}

const ContactPersonReader = reader(ContactPerson, {
  rows: (person, actor) => isOpen(person.visibility, person, actor),
  fields: (person, actor) => ({
    email: sql<string | null>`case when ${isOpen(person.emailVisibility, person, actor)} then ${person.email} end`,
    isCoordinator: code({ role: person.role }, ({ role }) => coordinates(role)),
  }),
});

edge(OrganisationReader, 'people', {
  description: 'Those who work for it and agreed that you may see it, who coordinates it first.',
  list: ContactPersonReader,
  on: (person, organisation) => sql`${person.organisation} = ${organisation.slug}`,
  order: (person) => [sql`${person.role} <> ${constant(COORDINATOR)}`, collated(person.name), person.uuid],
});
