import type { ResultOf, VariablesOf } from 'gql.tada';

import { type Answer, useAct, useAnswer } from '../core/api/index.ts';
import type { Doing } from '../core/editing/index.ts';
import { ColleaguesQuery } from './team.documents.ts';
import { RemoveMemberMutation, SaveMemberMutation } from './teamActs.documents.ts';
import { doing, type Mission, type MissionAnswer } from './useMissions.ts';

/** Somebody in the team of a mission. */
export type Member = Mission['members'][number];
/** The same as it is sent. */
export type MemberInput = VariablesOf<typeof SaveMemberMutation>['input'];
/** Those who act as the adviser or for the adviser. */
export function useColleagues(): Answer<ResultOf<typeof ColleaguesQuery>> {
  return useAnswer(ColleaguesQuery, () => ({}), 'network-only');
}

/** Saves somebody of a team who was read at a version; 0 for somebody new. */
export function useSaveMember(): Doing<[mission: string, of: { readonly key: string; readonly version: number }, input: MemberInput], MissionAnswer> {
  const save = useAct(SaveMemberMutation);
  return doing([save], async (mission, { key, version }, input) => (await save.act({ mission, key, version, input }))?.saveMissionMember);
}

/** Takes somebody, as they were read, out of a team. */
export function useRemoveMember(): Doing<[mission: string, of: Pick<Member, 'key' | 'version'>], MissionAnswer> {
  const remove = useAct(RemoveMemberMutation);
  return doing([remove], async (mission, { key, version }) => (await remove.act({ mission, key, version }))?.removeMissionMember);
}
