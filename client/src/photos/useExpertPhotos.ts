import type { Locale } from '@passerelle/shared/locales.ts';
import type { FragmentOf, ResultOf, VariablesOf } from 'gql.tada';
import { computed, type ComputedRef } from 'vue';

import { type Answer, type Failure, useAct, useAnswer } from '../core/api/index.ts';
import { type BringFile, type FileOutcome, useBringFile } from '../core/files/index.ts';
import { ChooseExpertPhotoMutation, ConfirmExpertPhotoMutation, DeclineExpertPhotoMutation, type ExpertPhotosFields, ExpertPhotosQuery, PhotoProposalsQuery, RemoveExpertPhotoMutation } from './expertPhotos.documents.ts';

/** An expert with the photos on the sheet. */
export type WithPhotos = FragmentOf<typeof ExpertPhotosFields>;
export type Portrait = NonNullable<WithPhotos['sheet']>['photos'][number];
export type PhotoChoice = VariablesOf<typeof ChooseExpertPhotoMutation>['choice'];
type Payload = ResultOf<typeof RemoveExpertPhotoMutation>['removeExpertPhoto'];

/** The photos of an expert, asked anew by each visit. */
export function useExpertPhotos(id: () => string): Answer<ResultOf<typeof ExpertPhotosQuery>> {
  return useAnswer(ExpertPhotosQuery, () => ({ id: id() }), 'network-only');
}

/** The photos that experts propose, asked anew by each visit: none for whoever does not decide about them. */
export function useProposedPhotos(): Answer<ResultOf<typeof PhotoProposalsQuery>> {
  return useAnswer(PhotoProposalsQuery, () => ({}), 'network-only');
}

/** Something that is done to a photo, of which nothing comes when it failed. */
export interface PhotoAct<Arguments extends unknown[]> {
  readonly perform: (...given: Arguments) => Promise<Payload | undefined>;
  readonly isActing: ComputedRef<boolean>;
  readonly failure: ComputedRef<Failure | undefined>;
}

/** Puts a proposed photo in the place of the one that is shown on the sheet; null for none. */
export function useConfirmPhoto(): PhotoAct<[key: string, replaces: string | null]> {
  const { act, isActing, failure } = useAct(ConfirmExpertPhotoMutation);
  return { perform: async (key, replaces) => (await act({ key, replaces }))?.confirmExpertPhoto, isActing: computed(() => isActing.value), failure: computed(() => failure.value) };
}

/** Declines a proposed photo; an empty reason is none. */
export function useDeclinePhoto(): PhotoAct<[key: string, why: { readonly reason: string; readonly locale: Locale }]> {
  const { act, isActing, failure } = useAct(DeclineExpertPhotoMutation);
  return { perform: async (key, why) => (await act({ key, ...why }))?.declineExpertPhoto, isActing: computed(() => isActing.value), failure: computed(() => failure.value) };
}

/** Chooses who may see one. */
export function useChoosePhoto(): PhotoAct<[key: string, choice: PhotoChoice]> {
  const { act, isActing, failure } = useAct(ChooseExpertPhotoMutation);
  return { perform: async (key, choice) => (await act({ key, choice }))?.chooseExpertPhoto, isActing: computed(() => isActing.value), failure: computed(() => failure.value) };
}

/** Removes one. */
export function useRemovePhoto(): PhotoAct<[key: string]> {
  const { act, isActing, failure } = useAct(RemoveExpertPhotoMutation);
  return { perform: async (key) => (await act({ key }))?.removeExpertPhoto, isActing: computed(() => isActing.value), failure: computed(() => failure.value) };
}

/** Brings a photo to the sheet of an expert, by its id, in the place of the one that is shown there; null for none. Undefined when that failed. */
export function useBringPortrait(): Omit<BringFile, 'perform'> & { readonly perform: (expert: string, file: File, of: { readonly key: string; readonly replaces: string | null }) => Promise<FileOutcome | undefined> } {
  const { perform, isActing, failure } = useBringFile();
  return { perform: (expert, file, said) => perform({ address: `/portraits/${expert}`, header: 'x-photo', said, file }), isActing, failure };
}
