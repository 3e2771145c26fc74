/** How it is read as what somebody takes part themselves: by nobody but them. */
import { PersonReader } from '../accounts/index.ts';
import { acting, edge, maybe, one, reader, sql } from '../core/reader/index.ts';
import { CountryReader } from '../countries/index.ts';
import { OrganisationReader } from '../organisations/index.ts';
import { ProfessionReader } from '../vocabulary/index.ts';
import { OwnCapacity } from './own-capacity.entity.ts';

const OwnCapacityReader = reader(OwnCapacity, {
  fields: (capacity) => ({
    organisation: maybe(OrganisationReader, (organisation) => sql`${organisation.slug} = ${capacity.organisation}`),
    country: one(CountryReader, (country) => sql`${country.code} = ${capacity.country}`),
    profession: maybe(ProfessionReader, (profession) => sql`${profession.code} = ${capacity.profession}`),
  }),
});

edge(PersonReader, 'takesPartAs', {
  description: 'As what they take part in training sessions, where they register themselves; none for others than you.',
  list: OwnCapacityReader,
  on: (_capacity, person) => sql`${person.uuid} = ${acting.person}`,
  order: (capacity) => [capacity.role, capacity.organisation, capacity.country],
});
