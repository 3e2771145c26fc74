import type { Locale } from '@passerelle/shared/locales.ts';
import type { FragmentOf, ResultOf, VariablesOf } from 'gql.tada';
import { computed, type ComputedRef } from 'vue';

import { type Answer, type Failure, useAct, useAnswer } from '../core/api/index.ts';
import type { Doing, PreparingAnswer } from '../core/editing/index.ts';
import {
  AgreeToPracticeMutation, AgreeToPublicationMutation, ExpertRecordQuery, MayKeepRecordQuery, type PracticeFields, PracticesQuery, type PublicationFields, type RecordPayloadFields, RemovePracticeMutation, RemovePublicationMutation, SavePracticeMutation, SavePublicationMutation,
  TranslatePracticeMutation,
} from './practices.documents.ts';

/** A French practice that was shown abroad. */
export type Practice = FragmentOf<typeof PracticeFields>;
/** A publication of an expert. */
export type Publication = FragmentOf<typeof PublicationFields>;
/** A mission that an expert has been on. */
export type DoneMission = NonNullable<ResultOf<typeof ExpertRecordQuery>['expert']>['missionsDone'][number];
type Payload = FragmentOf<typeof RecordPayloadFields>;
export type RecordFault = Payload['faults'][number];
export type RecordOutcome = Payload['outcome'];
export type PracticeInput = VariablesOf<typeof SavePracticeMutation>['input'];
export type PublicationInput = VariablesOf<typeof SavePublicationMutation>['input'];

/** Entries of which one is entered or changed: none before there is one. */
export interface Entries<Entry> {
  readonly id: string;
  readonly entries: readonly Entry[];
}
type Saving<Entry, Input> = Doing<[id: string, of: { readonly key: string; readonly version: number }, input: Input], PreparingAnswer<Entries<Entry>, RecordFault>>;

export const alone = <Entry extends { readonly id: string }>(entry: Entry | undefined): Entries<Entry> => ({ id: entry?.id ?? '', entries: entry ? [entry] : [] });

function answerOf<Entry extends { readonly id: string }>(payload: Payload | undefined, entry: Entry | null | undefined): PreparingAnswer<Entries<Entry>, RecordFault> | undefined {
  return payload && { outcome: payload.outcome, faults: payload.faults, session: entry ? alone(entry) : null };
}

/** A page of the practices that meet the conditions. */
export function usePractices(variables: () => VariablesOf<typeof PracticesQuery>): Answer<ResultOf<typeof PracticesQuery>> {
  return useAnswer(PracticesQuery, variables);
}

/** The record of an expert. */
export function useExpertRecord(id: () => string): Answer<ResultOf<typeof ExpertRecordQuery>> {
  return useAnswer(ExpertRecordQuery, () => ({ id: id() }));
}

/** Whether who is signed in keeps the record. */
export function useMayKeepRecord(): Answer<ResultOf<typeof MayKeepRecordQuery>> {
  return useAnswer(MayKeepRecordQuery, () => ({}));
}

/** Saves a practice that was read at a version; 0 for a new one. */
export function useSavePractice(): Saving<Practice, PracticeInput> {
  const { act, isActing, failure } = useAct(SavePracticeMutation);
  return {
    perform: async (_id, { key, version }, input) => {
      const saved = (await act({ key, version, input }))?.savePractice;
      return answerOf(saved, saved?.practice);
    },
    isActing: computed(() => isActing.value), failure: computed(() => failure.value),
  };
}

/** The same of a publication of an expert. */
export function useSavePublication(expert: () => string): Saving<Publication, PublicationInput> {
  const { act, isActing, failure } = useAct(SavePublicationMutation);
  return {
    perform: async (_id, { key, version }, input) => {
      const saved = (await act({ expert: expert(), key, version, input }))?.savePublication;
      return answerOf(saved, saved?.publication);
    },
    isActing: computed(() => isActing.value), failure: computed(() => failure.value),
  };
}

/** Says a practice in another language. */
export function useTranslatePractice(): Doing<[of: Pick<Practice, 'id' | 'version'>, locale: Locale, texts: Readonly<Record<string, string>>], PreparingAnswer<Entries<Practice>, RecordFault>> {
  const { act, isActing, failure } = useAct(TranslatePracticeMutation);
  return {
    perform: async ({ id, version }, locale, { title = '', audience = '', result = '' }) => {
      const said = (await act({ id, version, texts: { locale, title, audience, result } }))?.translatePractice;
      return answerOf(said, said?.practice);
    },
    isActing: computed(() => isActing.value), failure: computed(() => failure.value),
  };
}

/** Something that is done to an entry, as it was read: the outcome, undefined where it failed. */
interface Acting<Arguments extends unknown[]> {
  readonly perform: (entry: { readonly id: string; readonly version: number }, ...given: Arguments) => Promise<RecordOutcome | undefined>;
  readonly failure: ComputedRef<Failure | undefined>;
}

const isPractice = (id: string): boolean => id.startsWith('Practice_');

/** Removes an entry. */
export function useRemoveEntry(): Acting<[]> {
  const [practice, publication] = [useAct(RemovePracticeMutation), useAct(RemovePublicationMutation)];
  return {
    perform: async ({ id, version }) => (isPractice(id) ? (await practice.act({ id, version }))?.removePractice.outcome : (await publication.act({ id, version }))?.removePublication.outcome),
    failure: computed(() => practice.failure.value ?? publication.failure.value),
  };
}

/** Agrees to an entry being shown, or takes that back. */
export function useAgreeToEntry(): Acting<[agrees: boolean]> {
  const [practice, publication] = [useAct(AgreeToPracticeMutation), useAct(AgreeToPublicationMutation)];
  return {
    perform: async ({ id, version }, agrees) => (isPractice(id) ? (await practice.act({ id, version, agrees }))?.agreeToPractice.outcome : (await publication.act({ id, version, agrees }))?.agreeToPublication.outcome),
    failure: computed(() => practice.failure.value ?? publication.failure.value),
  };
}
