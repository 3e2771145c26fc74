/** Whom a team needs. */
import type { TeamRole as Role } from '@passerelle/shared/missionTeam.ts';
import { registerEnumType } from 'type-graphql';

export const TeamRole = { MAGISTRATE: 'MAGISTRATE', POLICE: 'POLICE', NGO: 'NGO', SOCIAL: 'SOCIAL', LABOUR: 'LABOUR', ADVISER: 'ADVISER', OTHER: 'OTHER' } as const satisfies { readonly [R in Role]: R };
export type TeamRole = Role;
registerEnumType(TeamRole, {
  name: 'TeamRole',
  description: 'As what somebody belongs to the team of a mission.',
  valuesConfig: {
    MAGISTRATE: { description: 'A judge or prosecutor.' }, POLICE: { description: 'Of the police or the gendarmerie.' }, NGO: { description: 'Of a non-governmental organisation.' },
    SOCIAL: { description: 'Of social work.' }, LABOUR: { description: 'Of the labour inspection.' }, ADVISER: { description: 'The adviser, or somebody of the adviser’s team.' }, OTHER: { description: 'Somebody else.' },
  },
});
