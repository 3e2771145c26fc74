/** Who may see a personal field: each person decides for themselves. */
import { registerEnumType } from 'type-graphql';
import type { Circle, RuleActor } from '../reader/index.ts';

export const Visibility = { PUBLIC: 'PUBLIC', NETWORK: 'NETWORK', POST: 'POST', ADVISER: 'ADVISER' } as const;
export type Visibility = keyof typeof Visibility;
registerEnumType(Visibility, {
  name: 'Visibility',
  description: 'Who may see something of a person, as they chose.',
  valuesConfig: {
    PUBLIC: { description: 'Anybody.' },
    NETWORK: { description: 'The members of the network.' },
    POST: { description: 'The French embassies and the regional technical adviser.' },
    ADVISER: { description: 'The regional technical adviser and their team.' },
  },
});

const SEEN_BY: Readonly<Record<Circle, readonly Visibility[]>> = {
  visitor: ['PUBLIC'],
  network: ['PUBLIC', 'NETWORK'],
  post: ['PUBLIC', 'NETWORK', 'POST'],
  adviser: ['PUBLIC', 'NETWORK', 'POST', 'ADVISER'],
};

/** The choices of visibility that let this actor see a personal field. */
export function visibilitiesOpenTo(actor: RuleActor): readonly Visibility[] {
  return SEEN_BY[actor.circle];
}
