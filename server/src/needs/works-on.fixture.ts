/** What the tests of links to needs share: what works on a need as somebody sees it, and the needs of what works on them. */
import { ask, type TestServer } from '../../test/http/harness.ts';

type Cookies = Record<string, string>;
interface Page { readonly totalCount: number; readonly nodes: readonly { readonly id: string }[] }

const PAGE = '(first: 100) { totalCount nodes { id } }';

export interface WorksOn {
  readonly sessions: readonly string[];
  readonly missions: readonly string[];
  readonly legs: readonly string[];
  readonly findings: readonly string[];
}

/** What works on a need, as somebody sees it: the ids of sessions, missions and legs, and the keys of findings; null where there is no such need for them. Throws where a page counts others than it lists. */
export async function worksOn(server: TestServer, headers: Cookies, key: string): Promise<WorksOn | null> {
  const { data, text } = await ask(server, `query ($id: ID!) { need(id: $id) { trainingSessions${PAGE} missions${PAGE} missionLegs${PAGE} findings { key foundBy { id } } } }`, { id: `Need_${key}` }, headers);
  if (!data) throw new Error(text);
  const need = data.need as { trainingSessions: Page; missions: Page; missionLegs: Page; findings: readonly { key: string }[] } | null;
  if (need === null) return null;
  const ids = ({ totalCount, nodes }: Page): string[] => {
    if (totalCount !== nodes.length) throw new Error(`${totalCount} are counted`);
    return nodes.map(({ id }) => id);
  };
  return { sessions: ids(need.trainingSessions), missions: ids(need.missions), legs: ids(need.missionLegs), findings: need.findings.map((one) => one.key) };
}

/** The needs of a session as somebody sees them; null where there is no such session for them. */
export async function needsOfSession(server: TestServer, headers: Cookies, id: string): Promise<string[] | null> {
  const { data, text } = await ask(server, 'query ($id: ID!) { trainingSession(id: $id) { needs { id } } }', { id }, headers);
  if (!data) throw new Error(text);
  return (data.trainingSession as { needs: { id: string }[] } | null)?.needs.map((need) => need.id.slice('Need_'.length)) ?? null;
}

/** The needs of the objectives and findings of a mission as somebody sees them; null where there is no such mission for them. */
export async function needsOfMission(server: TestServer, headers: Cookies, id: string): Promise<{ readonly objectives: string[][]; readonly findings: string[][] } | null> {
  const { data, text } = await ask(server, 'query ($id: ID!) { mission(id: $id) { objectives { needs { id } } findings { needs { id } } } }', { id }, headers);
  if (!data) throw new Error(text);
  const mission = data.mission as { objectives: { needs: { id: string }[] }[]; findings: { needs: { id: string }[] }[] } | null;
  const keys = (of: { needs: { id: string }[] }[]): string[][] => of.map(({ needs }) => needs.map((need) => need.id.slice('Need_'.length)));
  return mission && { objectives: keys(mission.objectives), findings: keys(mission.findings) };
}
