/** Every page of the site, with a thing of each kind that has one. */
import type { APIRequestContext } from '@playwright/test';
import { ask } from './api.ts';

type Nodes = { readonly nodes: readonly { readonly id: string }[] };

interface Things {
  readonly trainingSessions: { readonly nodes: readonly { readonly id: string; readonly startsAt: string; readonly timeZone: string }[] };
  readonly experts: Nodes;
  readonly organisations: Nodes;
  readonly recommendations: Nodes;
}

const THINGS = `{
  trainingSessions(first: 1, sort: LATEST) { nodes { id startsAt timeZone } }
  experts(first: 1) { nodes { id } }
  organisations(first: 1) { nodes { id } }
  recommendations(first: 1) { nodes { id } }
}`;

/** The pages about the site, which need nothing of the API to be found. */
export const TEXT_PAGES = ['/about-the-data', '/accessibility', '/legal-notice', '/privacy', '/contact', '/sitemap', '/data-register'] as const;

/** The addresses of all pages below the locale: lists as they come and with conditions, views, one thing of each kind, what is not there. */
export async function everyPlace(request: APIRequestContext): Promise<string[]> {
  const { trainingSessions, experts, organisations, recommendations } = await ask<Things>(request, 'fr', THINGS);
  const session = trainingSessions.nodes[0]!;
  const month = new Date(session.startsAt).toLocaleDateString('en-CA', { timeZone: session.timeZone }).slice(0, 7);
  return [
    '', '/countries', '/countries?show=SESSIONS&language=sq', '/countries/XK', '/countries/BA',
    '/experts', '/experts?theme=ASSISTANCE', `/experts/${experts.nodes[0]!.id}`,
    '/trainings', '/trainings?country=XK&format=HYBRID&from=2026-01-01&until=2027-12-31', `/trainings?view=month&on=${month}`, `/trainings?view=week&on=${month}-08`,
    `/trainings/${session.id}`, '/trainings/new', `/trainings/${session.id}/edit`, `/trainings/${session.id}/translations`,
    '/organisations', '/organisations?country=GR', `/organisations/${organisations.nodes[0]!.id}`,
    '/recommendations', '/recommendations?verb=URGE', `/recommendations/${recommendations.nodes[0]!.id}`,
    '/instruments', '/instruments/coe-197',
    ...TEXT_PAGES, '/sign-in', '/sign-in/confirm', '/request-access', '/request-access/confirm', '/invitation', '/registrations', '/offer', '/pass', '/certificate', '/verify', '/members', '/sign-in/second-step', '/demonstration-accounts', '/mailbox', '/audit', '/account/address', '/data-requests', '/components', '/components?state=found', '/nothing/here',
  ];
}
