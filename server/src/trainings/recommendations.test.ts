/** What a session works towards: recommendations, linked in both directions. */
import { expect, test } from 'vitest';
import { ask, testServer, UNLIMITED } from '../../test/http/harness.ts';
import { PEOPLE, signIn } from '../../test/permissions/roles.ts';
import type { SignInLink } from '../accounts/index.ts';
import { create, keyOf, owner, step, update } from './world.fixture.ts';

const links: SignInLink[] = [];
const server = testServer({ sendLink: async (link) => void links.push(link), signInLimits: UNLIMITED });

test('a session works towards recommendations: its page names them, and theirs name it once it is announced', async () => {
  const adviser = await signIn(server(), links, PEOPLE.adviser);
  const slugs = (await owner<{ slug: string }>(server(), `select slug from recommendation order by year desc nulls last, slug collate "C" limit 2`)).map(({ slug }) => `Recommendation_${slug}`);
  const { session } = await create(server(), adviser, { recommendations: slugs });
  const of = async (id: string): Promise<string[]> => {
    const { data } = await ask(server(), 'query ($id: ID!) { recommendation(id: $id) { trainingSessions(first: 100, filter: { from: "2099-01-01T00:00:00Z" }) { nodes { id } } } }', { id });
    return (data!.recommendation as { trainingSessions: { nodes: { id: string }[] } }).trainingSessions.nodes.map((one) => one.id);
  };
  expect(await of(slugs[0]!)).not.toContain(session!.id);
  await step(server(), adviser, 'openSession', session!.id);
  const { data } = await ask(server(), 'query ($id: ID!) { trainingSession(id: $id) { recommendations { id } } }', { id: session!.id });
  expect((data!.trainingSession as { recommendations: { id: string }[] }).recommendations.map(({ id }) => id)).toEqual(slugs);
  expect(await of(slugs[1]!)).toContain(session!.id);
  expect((await update(server(), adviser, session!.id, 2, { recommendations: slugs.slice(1) })).outcome).toBe('DONE');
  expect([(await of(slugs[0]!)).includes(session!.id), (await of(slugs[1]!)).includes(session!.id)]).toEqual([false, true]);
  expect(await owner(server(), `select part, before from audit_entry where object = ? and part = 'recommendation'`, [keyOf(session!.id)])).toEqual([{ part: 'recommendation', before: slugs[0]!.slice('Recommendation_'.length) }]);
  expect((await create(server(), adviser, { recommendations: ['Recommendation_none'] })).faults).toEqual([{ field: 'RECOMMENDATIONS', fault: 'UNKNOWN', maximum: null }]);
});
