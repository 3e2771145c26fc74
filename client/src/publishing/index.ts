export { OrganisationOffice, UnpublishedList } from './laterPublishing.ts';
