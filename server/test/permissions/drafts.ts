/** Every path by which a session can be reached, tried with one. */
import { ask, type TestServer } from '../http/harness.ts';

/** Whether the session is seen by each path. It is held in Serbia, its title has the word `Xylophone`, its town is `Ниш`, and it has a trainer. */
export async function draftPaths(server: TestServer, headers: Record<string, string>, id: string): Promise<Record<string, boolean>> {
  const [trainer] = await server.database.orm.em.fork().execute<{ uuid: string }[]>('select expert_uuid as uuid from session_trainer where session_uuid = ?', [id.slice('TrainingSession_'.length)]);
  const document = `query ($id: ID!, $expert: ID!) {
    direct: trainingSession(id: $id) { id }
    node(id: $id) { id }
    list: trainingSessions(last: 100) { nodes { id } }
    sorted: trainingSessions(last: 100, sort: TITLE) { nodes { id } }
    drafts: trainingSessions(first: 100, filter: { states: [DRAFT] }) { nodes { id } }
    edges: trainingSessions(first: 100, filter: { country: "RS", from: "2098-01-01T00:00:00Z" }) { edges { node { id } } }
    title: trainingSessions(filter: { search: "xylophone" }) { nodes { id } }
    both: trainingSessions(filter: { search: "xylophone ниш" }) { nodes { id } }
    country(code: "RS") { trainingSessions(last: 100) { nodes { id } } }
    expert(id: $expert) { trainingSessions(last: 100) { nodes { id } } }
  }`;
  const { data, text } = await ask(server, document, { id, expert: `Expert_${trainer!.uuid}` }, headers);
  if (!data) throw new Error(text);
  return Object.fromEntries(Object.entries(data).map(([path, found]) => [path, JSON.stringify(found).includes(id)]));
}
