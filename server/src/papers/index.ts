/** The papers of a mission: programmes, invitations, contacts, interpretation, orders of mission; each version as it was made. */
export { MissionPaper, MissionPaperPerson } from './paper.entity.ts';
export { paperRoutes, PAPERS } from './paper-routes.ts';
export { type DrawnItem, type DrawnLine, type DrawnPart, type DrawnSection, paperPdf } from './paper-pdf.ts';
export { paperJobs } from './papers.jobs.ts';
export { makePaper } from './papers.service.ts';
export { PapersResolver } from './papers.resolver.ts';
export { type Reference, referenceOfCodes } from './reference.ts';
export { along, writtenHours, writtenMoment } from './said.ts';
export { PAPER_WORDS } from './texts.ts';
import './paper.personal.ts';
import './paper.reader.ts';
