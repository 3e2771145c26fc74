/** The papers of a mission: programmes, invitations, contacts, interpretation, orders of mission; each version as it was made. */
export { MissionPaper, MissionPaperPerson } from './paper.entity.ts';
export { paperRoutes, PAPERS } from './paper-routes.ts';
export { makePaper } from './papers.service.ts';
export { PapersResolver } from './papers.resolver.ts';
import './paper.personal.ts';
import './paper.reader.ts';
