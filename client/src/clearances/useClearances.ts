import type { Locale } from '@passerelle/shared/locales.ts';
import type { FragmentOf, ResultOf } from 'gql.tada';
import { computed, type ComputedRef } from 'vue';

import { type Answer, type Failure, useAct, useAnswer } from '../core/api/index.ts';
import type { Doing, PreparingAnswer } from '../core/editing/index.ts';
import { type BringFile, type FileOutcome, useBringFile } from '../core/files/index.ts';
import { clearanceFile, type TypedClearance } from './clearanceFile.ts';
import { type ClearancesFields, ClearancesQuery, type ClearedMissionFields, ClearedMissionsQuery, RemoveClearanceFileMutation, RemoveClearanceMutation, SaveClearanceMutation } from './clearances.documents.ts';

/** An expert with their clearances. */
export type WithClearances = FragmentOf<typeof ClearancesFields>;
export type Clearance = NonNullable<WithClearances['sheet']>['clearances'][number];
/** A mission for which one counts. */
export type ClearedMission = FragmentOf<typeof ClearedMissionFields>;
type Fault = ResultOf<typeof SaveClearanceMutation>['saveClearance']['faults'][number];
/** What is wrong with a field: what the server finds, and that a day is missing. */
export interface ClearanceFault {
  readonly field: Fault['field'] | 'FROM';
  readonly fault: Fault['fault'];
}

/** The clearances of an expert, asked anew by each visit. */
export function useClearances(id: () => string): Answer<ResultOf<typeof ClearancesQuery>> {
  return useAnswer(ClearancesQuery, () => ({ id: id() }), 'network-only');
}

/** The missions for which one can be given: none for whoever plans none. Asked anew by each visit. */
export function useClearedMissions(): Answer<ResultOf<typeof ClearedMissionsQuery>> {
  return useAnswer(ClearedMissionsQuery, () => ({}), 'network-only');
}

/** Enters or changes one that was read at a version; `key` is as its id ends. */
export function useSaveClearance(): Doing<[expert: string, of: { readonly key: string; readonly version: number }, typed: TypedClearance], PreparingAnswer<WithClearances, ClearanceFault>> {
  const { act, isActing, failure } = useAct(SaveClearanceMutation);
  return {
    perform: async (expert, { key, version }, typed) => {
      const saved = (await act({ expert, key, version, input: { ...typed, locale: typed.locale as Locale, mission: typed.mission || null } }))?.saveClearance;
      return saved && { outcome: saved.outcome, faults: saved.faults, session: saved.expert };
    },
    isActing: computed(() => isActing.value), failure: computed(() => failure.value),
  };
}

/** Something that is removed, of which nothing comes when it failed. */
export interface Removing {
  readonly perform: (of: Pick<Clearance, 'id' | 'version'>) => Promise<string | undefined>;
  readonly failure: ComputedRef<Failure | undefined>;
}

/** Removes a clearance, as it was read. */
export function useRemoveClearance(): Removing {
  const { act, failure } = useAct(RemoveClearanceMutation);
  return { perform: async ({ id, version }) => (await act({ id, version }))?.removeClearance.outcome, failure: computed(() => failure.value) };
}

/** Removes the document of one. */
export function useRemoveClearanceFile(): Removing {
  const { act, failure } = useAct(RemoveClearanceFileMutation);
  return { perform: async ({ id, version }) => (await act({ id, version }))?.removeClearanceFile.outcome, failure: computed(() => failure.value) };
}

/** Brings the document of a clearance. Undefined when that failed. */
export function useBringClearanceFile(): Omit<BringFile, 'perform'> & { readonly perform: (id: string, file: File) => Promise<FileOutcome | undefined> } {
  const { perform, isActing, failure } = useBringFile();
  return { perform: (id, file) => perform({ address: clearanceFile(id), header: 'x-clearance', said: {}, file }), isActing, failure };
}
