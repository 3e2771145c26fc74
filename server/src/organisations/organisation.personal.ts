/** Organisations are public facts: never a person, nor the address of one. */
import { noPersons } from '../core/personal/index.ts';
import { Organisation, OrganisationTranslation, PublishedOrganisation, PublishedOrganisationTranslation } from './organisation.entity.ts';

noPersons('PUBLIC_FACTS', [Organisation, OrganisationTranslation, PublishedOrganisation, PublishedOrganisationTranslation]);
