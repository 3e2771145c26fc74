/** Every page of the site, with a thing of each kind that has one. */
import { readFileSync } from 'node:fs';
import type { APIRequestContext } from '@playwright/test';
import { ask } from './api.ts';

type Nodes = { readonly nodes: readonly { readonly id: string }[] };

interface Things {
  readonly trainingSessions: { readonly nodes: readonly { readonly id: string; readonly startsAt: string; readonly timeZone: string }[] };
  readonly over: Nodes;
  readonly experts: Nodes;
  readonly organisations: Nodes;
  readonly recommendations: Nodes;
}

const THINGS = `{
  trainingSessions(first: 1, sort: LATEST) { nodes { id startsAt timeZone } }
  over: trainingSessions(first: 1, sort: LATEST, filter: { states: [DONE] }) { nodes { id } }
  experts(first: 1) { nodes { id } }
  organisations(first: 1) { nodes { id } }
  recommendations(first: 1) { nodes { id } }
}`;

/** A mission of the demonstration, and a leg of it, by their ids. */
const MISSION = 'Mission_6f1c8b3e-52d7-4c0a-9e41-7ab0d2c95e10';
const LEG = 'MissionLeg_84a6f5d1-70c3-4be9-a1d8-2f6b9c3e5074';

/** A mission that is an idea so far, of which the planner has been asked. */
const IDEA = 'Mission_b82f4d07-5c9e-4a61-93d8-1e70c6a5f24b';

/** A mission that is reported on, and what is published of it. */
const REPORTED = 'Mission_a3d7f2c8-1b64-4e95-8c0d-57e9b1a64f23';
const RESULT = 'MissionPublication_e81c5b9a-7f03-4d26-9b48-c2d60f3a7e15';

/** A need of Albania that its post has submitted, and one that the adviser has taken up. */
const NEED = 'Need_2b008fdd-0034-45de-b93b-b8fab24ee74d';
const TAKEN_UP = 'Need_1df564db-fcc2-4e9a-8446-0750dbaebd84';
/** A group of needs of four countries. */
const GROUP = 'CommonNeed_c7e4a9d3-16b2-4f58-8e0d-94b1f6a25c37';
/** A project that came from it. */
const PROJECT = 'Project_2e8d5c17-4b9a-4f36-a0c1-7d52e9b8f604';

/** A call for availability of the demonstration, by its id. */
const REQUEST = 'CooperationRequest_6f0c8f4e-3c1d-4b5e-9a61-0d7e2b8c4a11';
/** One that the adviser has answered. */
const ANSWERED = 'CooperationRequest_7e3f9b1c-5d20-4a86-b1f7-3c9a0e6d2b78';
const CALL = 'AvailabilityCall_b7c1e5a2-3f84-4d6b-9a07-58e2d1c4f693';

/** Who looks at a page: a visitor, or somebody of the demonstration by the beginning of their address. */
export type Who = 'visitor' | 'adviser' | 'expert' | 'ngo-coordinator.mk' | 'scac.al';

/** A page, by its address below the locale, and who looks at it. */
export interface Place {
  readonly path: string;
  readonly who: Who;
}

/** The pages about the site, which need nothing of the API to be found. */
export const TEXT_PAGES = ['/about-the-data', '/accessibility', '/legal-notice', '/privacy', '/contact', '/sitemap', '/data-register'] as const;

/**
 * All pages: lists as they come and with conditions, views, one thing of each kind, what is not there; of those who work here, too, what
 * a visitor is told there.
 */
export async function everyPlace(request: APIRequestContext): Promise<Place[]> {
  const { trainingSessions, over, experts, organisations, recommendations } = await ask<Things>(request, 'fr', THINGS);
  const session = trainingSessions.nodes[0]!;
  const held = over.nodes[0]!.id;
  const month = new Date(session.startsAt).toLocaleDateString('en-CA', { timeZone: session.timeZone }).slice(0, 7);
  const of = (who: Who, paths: readonly string[]): Place[] => paths.map((path) => ({ path, who }));
  return [
    ...of('visitor', [
      '', '/countries', '/countries?show=SESSIONS&language=sq', '/countries/XK', '/countries/BA',
      '/experts', '/experts?theme=ASSISTANCE', '/practices', '/practices?country=RS', `/experts/${experts.nodes[0]!.id}`,
      '/trainings', '/trainings?country=XK&format=HYBRID&from=2026-01-01&until=2027-12-31', `/trainings?view=month&on=${month}`, `/trainings?view=week&on=${month}-08`,
      `/trainings/${session.id}`, '/trainings/new', '/trainings/untranslated', `/trainings/${session.id}/edit`, `/trainings/${session.id}/translations`,
      '/organisations', '/organisations?country=GR', `/organisations/${organisations.nodes[0]!.id}`,
      '/recommendations', '/recommendations?verb=URGE', `/recommendations/${recommendations.nodes[0]!.id}`,
      '/results', '/results?country=MD', `/results/${RESULT}`,
      '/instruments', '/instruments/coe-197', '/glossary', '/glossary?domain=law',
      ...TEXT_PAGES, '/sign-in', '/sign-in/confirm', '/request-access', '/request-access/confirm', '/invitation', '/registrations', '/registrations/mine', '/missions', '/missions/new', '/legs', '/needs', '/needs/new', '/countries/AL/file', '/countries/AL/monitoring', '/countries/AL/law', '/monitoring', '/recommendation-import', '/cooperation-requests', '/cooperation-requests/new', `/needs/${NEED}`, '/common-needs', `/common-needs/${GROUP}`, '/projects', '/projects/new', `/projects/${PROJECT}`, '/own-missions', '/own-missions/papers', '/availability', '/find-experts', '/availability-answer', '/slots', '/own-availability', '/own-sheet', '/sheet-proposals', '/offer', '/leave', '/session-invitation', '/evaluation', '/pass', '/certificate', '/verify', '/members',
      '/sign-in/second-step', '/demonstration-accounts', '/mailbox', '/audit', '/account/address', '/data-requests', '/components', ...['found', 'asked', 'dialog'].map((state) => `/components?state=${state}`), '/nothing/here',
    ]),
    ...of('adviser', [
      '/desk', '/missions', '/missions/new', `/missions/${MISSION}`, `/missions/${MISSION}/team`, ...['', '?view=list', '?view=map'].map((view) => `/missions/${MISSION}/board${view}`), `/missions/${MISSION}/objectives`, `/missions/${MISSION}/plan`, `/missions/${REPORTED}/report`, `/missions/${REPORTED}/photos`, `/missions/${MISSION}/costs`, `/missions/${MISSION}/papers`, '/allowance-rates', '/travel', `/recommendations/${recommendations.nodes[0]!.id}/follow-up`, '/countries/AL/file', '/countries/AL/monitoring', '/countries/AL/law', '/monitoring', '/recommendation-import', '/needs', '/cooperation-requests', '/cooperation-requests?kind=TRAINING&country=AL', `/cooperation-requests/${ANSWERED}`, '/needs?urgency=HIGH&country=AL', '/needs/new', `/needs/${TAKEN_UP}`, '/common-needs', '/common-needs?theme=CHILD_TRAFFICKING&countries=3', `/common-needs/${GROUP}`, '/projects', `/projects/new?from=${GROUP}`, `/projects/${PROJECT}`, '/legs', `/legs/${LEG}`, `/legs/${LEG}/meetings`, `/legs/${LEG}/papers`, '/availability', '/find-experts?language=en&atLeast=C1&from=2027-11-08&until=2027-11-12&cleared=yes', '/find-experts?view=map', '/availability/new', `/availability/${CALL}`, '/account', '/account/data', '/members', '/invitations', '/approvals', '/jobs', '/audit', '/data-requests', '/registrations', '/registrations/doubles', '/training-record', '/training-figures', '/trainings/new', '/trainings/untranslated?language=sl',
      `/experts/${experts.nodes[0]!.id}/photo`, `/experts/${experts.nodes[0]!.id}/clearances`, `/experts/${experts.nodes[0]!.id}/record`,
      '/sheet-proposals', '/practices', '/experts/new', `/experts/${experts.nodes[0]!.id}/edit`,
      ...['edit', 'translations', 'places', 'programme', 'questions', 'documents', 'invitations'].map((part) => `/trainings/${session.id}/${part}`),
      ...['attendance', 'check-in', 'evaluation', 'list', 'registrations'].map((part) => `/trainings/${held}/${part}`),
      // Last: its answer takes a while after the start.
      `/missions/${IDEA}/plan`,
    ]),
    ...of('scac.al', ['/countries/AL/file', '/countries/AL/monitoring', '/countries/AL/law', '/countries/AL/upkeep', '/countries/AL/coordination', '/monitoring', '/needs', '/needs/new', `/needs/${NEED}`, '/cooperation-requests', '/cooperation-requests/new', `/cooperation-requests/${REQUEST}`]),
    ...of('expert', ['/own-sheet', '/own-missions', '/own-missions/papers']),
    ...of('ngo-coordinator.mk', ['/desk', '/registrations', '/registrations/mine', `/trainings/${session.id}/register`, `/trainings/${session.id}/register-myself`]),
  ];
}

/** The routes of the page, as its build names them: `[name, expression]`, the first that matches an address is the one it shows. */
export function routes(): readonly (readonly [name: string, expression: string])[] {
  return JSON.parse(readFileSync(new URL('../../client/dist/pages.json', import.meta.url), 'utf8')) as [string, string][];
}

/** The route that an address below the locale leads to. */
export function routeOf(path: string, all = routes()): string | undefined {
  const [address = ''] = `/fr${path}`.split('?');
  return all.find(([, expression]) => new RegExp(expression).test(address))?.[0];
}
