import './styles/inner.css';

import type { RouteRecordRaw } from 'vue-router';

import { attendanceRoutes } from './attendance/index.ts';
import { auditRoutes } from './audit/index.ts';
import { availabilityRoutes } from './availability/index.ts';
import { clearanceRoutes } from './clearances/index.ts';
import { commonNeedRoutes } from './common-needs/index.ts';
import { cooperationRequestRoutes } from './cooperation-requests/index.ts';
import { coordinationRoutes } from './coordination/index.ts';
import { costRoutes } from './costs/index.ts';
import { countryFileRoutes } from './country-file/index.ts';
import { documentRoutes } from './documents/index.ts';
import { enteringRoutes, proposalRoutes } from './entering/index.ts';
import { evaluationRoutes } from './evaluations/index.ts';
import { expertSearchRoutes } from './expert-search/index.ts';
import { exportRoutes } from './exports/index.ts';
import { figureRoutes } from './figures/index.ts';
import { followUpRoutes } from './follow-up/index.ts';
import { galleryRoutes } from './gallery/index.ts';
import { invitationRoutes } from './invitations/index.ts';
import { jobRoutes } from './jobs/index.ts';
import { mailRoutes } from './mail/index.ts';
import { meetingRoutes } from './meetings/index.ts';
import { officeRoutes } from './members/index.ts';
import { missionRoutes } from './missions/index.ts';
import { dataRequestRoutes } from './my-data/index.ts';
import { monitoringRoutes } from './monitoring/index.ts';
import { provisionRoutes } from './provisions/index.ts';
import { needRoutes } from './needs/index.ts';
import { paperRoutes } from './papers/index.ts';
import { photoRoutes } from './photos/index.ts';
import { practiceRoutes } from './practices/index.ts';
import { preparingRoutes } from './preparing/index.ts';
import { programmeRoutes } from './programme/index.ts';
import { projectRoutes } from './projects/index.ts';
import { questionRoutes } from './questions/index.ts';
import { recommendationImportRoutes } from './recommendation-import/index.ts';
import { recordRoutes } from './records/index.ts';
import { registrationRoutes } from './registrations/index.ts';
import { reportRoutes } from './reports/index.ts';
import { slotRoutes } from './slots/index.ts';
import { travelRoutes } from './travel/index.ts';
import { upkeepRoutes } from './upkeep/index.ts';

/**
 * The pages, under the locale, that no visitor finds without being sent there: of those who are signed in, of the links in mails, of those who build the
 * site. The first page loads neither them nor what only they look like. None may be an address that a page of the others has too (`trainings/new` is one of `trainings/:id`).
 */
export const innerRoutes: readonly RouteRecordRaw[] = [
  ...attendanceRoutes, ...auditRoutes, ...availabilityRoutes, ...clearanceRoutes, ...commonNeedRoutes, ...cooperationRequestRoutes, ...costRoutes, ...countryFileRoutes, ...dataRequestRoutes, ...documentRoutes, ...enteringRoutes,
  ...evaluationRoutes, ...expertSearchRoutes, ...exportRoutes, ...figureRoutes, ...followUpRoutes, ...galleryRoutes, ...invitationRoutes, ...jobRoutes, ...mailRoutes,
  ...coordinationRoutes, ...meetingRoutes, ...missionRoutes, ...monitoringRoutes, ...needRoutes, ...officeRoutes, ...paperRoutes, ...photoRoutes, ...practiceRoutes, ...preparingRoutes, ...programmeRoutes, ...projectRoutes, ...proposalRoutes, ...provisionRoutes, ...questionRoutes,
  ...recommendationImportRoutes, ...recordRoutes, ...registrationRoutes, ...reportRoutes, ...slotRoutes, ...travelRoutes, ...upkeepRoutes,
];
