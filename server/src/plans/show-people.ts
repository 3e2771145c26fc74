/** Who could go. Pure functions. */
import type { Problem } from '@passerelle/shared/planning.ts';
import type { PlanPerson } from './plan-assumptions.type.ts';

/** What is read of somebody whom a problem knows by a key: as far as who asks may see it. */
export interface NamedPerson {
  readonly key: string;
  readonly name: string | null;
  readonly isMember: boolean;
  readonly expert: string | null;
}

/** In the order of the problem: the team first. */
export function showPeople({ problem, named }: { readonly problem: Problem; readonly named: readonly NamedPerson[] }): PlanPerson[] {
  const byKey = new Map(named.map((one) => [one.key, one]));
  return problem.persons.map(({ id, roles }) => {
    const { name = null, isMember = false, expert = null } = byKey.get(id) ?? {};
    return { key: id, name, isMember, expert: expert && `Expert_${expert}`, roles };
  });
}
