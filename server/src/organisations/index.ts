/** The organisations of the field. */
export { Organisation, OrganisationKind, OrganisationTranslation, PublishedOrganisation, PublishedOrganisationTranslation } from './organisation.entity.ts';
export { addUnpublishedOrganisation } from './organisations.service.ts';
export { OrganisationReader } from './organisation.reader.ts';
import './organisation.personal.ts';
