/** What the rights are tried on of needs, of what answers them, and of law: one thing in Serbia of each kind, made by those who may. */
import { decide, heardRequest, requestOf } from '../../src/cooperation-requests/requests.fixture.ts';
import { saveCycle } from '../../src/monitoring/monitoring.fixture.ts';
import { saveCoordination } from '../../src/coordination/coordination.fixture.ts';
import { saveProvision } from '../../src/provisions/provisions.fixture.ts';
import { progressOf } from '../../src/recommendations/progress.fixture.ts';
import { groupOf, needsIn, sayApart } from '../../src/common-needs/common-needs.fixture.ts';
import { needOf } from '../../src/needs/needs.fixture.ts';
import { projectOf } from '../../src/projects/projects.fixture.ts';
import type { TestServer } from '../http/harness.ts';
import type { Headers } from './roles.ts';

/** All are ids of the API, but for what is said to be a key. */
export interface Needs {
  /** One of Serbia that nobody looks into yet, by its key. */
  readonly need: string;
  /** One that the post of Serbia has sent, by its key. */
  readonly cooperationRequest: string;
  /** What the post of Serbia says has become of a recommendation to it, by its key. */
  readonly progress: string;
  /** The dates of a round of a monitoring body for Serbia, by their key. */
  readonly cycle: string;
  /** A provision of the law of Serbia, by its key. */
  readonly provision: string;
  /** What coordinates action against trafficking in Serbia, by its key. */
  readonly coordination: string;
  /** Of the same post: a request about which the other service has answered, and one that the adviser has granted. */
  readonly heardRequest: string;
  readonly grantedRequest: string;
  /** Of four countries, and of two others, by their ids. */
  readonly commonNeed: string;
  readonly otherCommonNeed: string;
  /** Those of the first, and some of two countries that are in none, by their keys. */
  readonly groupedNeeds: readonly string[];
  readonly freeNeeds: readonly string[];
  /** Of two that do not belong together. */
  readonly needsApart: string;
  /** Proposed by the adviser: its id. */
  readonly project: string;
}

/** Asks the database as its owner. */
export type Sql = <T = Record<string, unknown>>(text: string, values?: unknown[]) => Promise<T[]>;

/** Makes it all. */
export async function needs(server: TestServer, headers: Headers, sql: Sql): Promise<Needs> {
  return {
    need: await needOf(server, headers.scac),
    cooperationRequest: await requestOf(server, headers.scac),
    progress: await progressOf(server, headers.scac),
    cycle: (await saveCycle(server, headers.scac)).key,
    coordination: (await saveCoordination(server, headers.scac)).key,
    provision: (await saveProvision(server, headers.scac)).key,
    project: await projectOf(server, headers.adviser),
    ...(await answered(server, headers)),
    ...(await groups(server, headers, sql)),
  };
}

async function answered(server: TestServer, headers: Headers): Promise<Pick<Needs, 'heardRequest' | 'grantedRequest'>> {
  const [heard, granted] = [await heardRequest(server, headers), await heardRequest(server, headers)];
  await decide(server, headers.adviser, granted);
  return { heardRequest: heard, grantedRequest: granted };
}

async function groups(server: TestServer, { adviser }: Headers, sql: Sql): Promise<Pick<Needs, 'commonNeed' | 'otherCommonNeed' | 'groupedNeeds' | 'freeNeeds' | 'needsApart'>> {
  const [groupedNeeds, others, freeNeeds, apart] = [await needsIn(server, adviser, 'RS', 'AL', 'BA', 'BG'), await needsIn(server, adviser, 'MD', 'RO'), await needsIn(server, adviser, 'RS', 'AL'), await needsIn(server, adviser, 'RS', 'AL')];
  const [commonNeed, otherCommonNeed] = [await groupOf(server, adviser, groupedNeeds), await groupOf(server, adviser, others)];
  await sayApart(server, adviser, apart[0]!, [apart[1]!]);
  const [said] = await sql<{ uuid: string }>('select uuid from needs_apart where ? in (one_uuid, other_uuid)', [apart[0]]);
  return { commonNeed, otherCommonNeed, groupedNeeds, freeNeeds, needsApart: `NeedsApart_${said!.uuid}` };
}
