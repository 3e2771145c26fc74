/** Trying what stands in `rights.ts`: as each role, with what is there, and undone. */
import { ask, type TestServer } from '../http/harness.ts';
import { MUTATIONS } from './expectations.ts';
import { dueTo, type Right } from './rights.ts';
import { type Headers, type Role, ROLES } from './roles.ts';
import type { World } from './world.ts';

/** What a role is told: the outcome, or the code of the error. */
export async function toldTo(role: Role, server: TestServer, headers: Headers, world: World, { does, with: given }: Right): Promise<string> {
  const answer = await ask(server, `mutation { ${does}(${await given(world)}) { ${MUTATIONS[does]!.select} } }`, {}, headers[role]);
  return answer.code ?? /"(?:outcome|isDone|isAnswered)":"?(\w+)/.exec(answer.text)?.[1] ?? answer.text;
}

/** The first outcome of a line: that it is done. */
export const doneOf = ({ told }: Right): string => Object.keys(told)[0]!;

/** Those who may not. */
export const othersOf = (right: Right): readonly Role[] => ROLES.filter((role) => dueTo(role, right.told) !== doneOf(right));

export const titleOf = ({ does, what }: Right): string => [does, what].filter(Boolean).join(' ');

/** Takes the rules of all tables away, so that the policies of the services stand alone. */
export async function withoutRules(server: TestServer): Promise<void> {
  const em = server.database.orm.em.fork();
  const tables = await em.execute<{ name: string }[]>(`select relname as name from pg_class where relrowsecurity and relnamespace = 'public'::regnamespace`);
  for (const { name } of tables) await em.execute(`alter table "${name}" disable row level security`);
}
