import type { Locale } from '@passerelle/shared/locales.ts';
import type { FragmentOf, ResultOf, VariablesOf } from 'gql.tada';
import { computed } from 'vue';

import { type Answer, useAct, useAnswer } from '../core/api/index.ts';
import type { Doing, PreparingAnswer } from '../core/editing/index.ts';
import { type BringFile, type FileOutcome, useBringFile } from '../core/files/index.ts';
import { type MissionPhotosFields, MissionPhotosQuery, PublishMissionPhotoMutation, RemoveMissionPhotoMutation, SaveMissionPhotoMutation, TranslateMissionPhotoMutation, WithdrawMissionPhotoMutation } from './missionPhotos.documents.ts';

/** A mission with its photos. */
export type Pictured = FragmentOf<typeof MissionPhotosFields>;
export type Photo = Pictured['photos'][number];
export type PhotoInput = VariablesOf<typeof SaveMissionPhotoMutation>['input'];
type Sent = ResultOf<typeof SaveMissionPhotoMutation>['saveMissionPhoto'];
export type PhotoFault = Sent['faults'][number];
export type PhotoAnswer = PreparingAnswer<Pictured, PhotoFault>;
/** Which one, as it was read. */
type Read = Pick<Photo, 'key' | 'version'>;

/** The photos of a mission, asked anew by each visit. */
export function useMissionPhotos(id: () => string): Answer<ResultOf<typeof MissionPhotosQuery>> {
  return useAnswer(MissionPhotosQuery, () => ({ id: id() }), 'network-only');
}

/** What is done by a mutation, as forms and lists use it. */
function doing<Arguments extends unknown[]>({ isActing, failure }: Pick<ReturnType<typeof useAct>, 'isActing' | 'failure'>, perform: (...given: Arguments) => Promise<Sent | undefined>): Doing<Arguments, PhotoAnswer> {
  return {
    perform: async (...given) => {
      const sent = await perform(...given);
      return sent && { outcome: sent.outcome, faults: sent.faults, session: sent.mission };
    },
    isActing: computed(() => isActing.value), failure: computed(() => failure.value),
  };
}

/** Saves what is said of one that was read at a version. */
export function useSavePhoto(): Doing<[mission: string, of: Read, input: PhotoInput], PhotoAnswer> {
  const save = useAct(SaveMissionPhotoMutation);
  return doing(save, async (mission, { key, version }, input) => (await save.act({ mission, key, version, input }))?.saveMissionPhoto);
}

/** Says it in another language. */
export function useTranslatePhoto(): Doing<[mission: string, of: Read, locale: Locale, caption: string], PhotoAnswer> {
  const translate = useAct(TranslateMissionPhotoMutation);
  return doing(translate, async (mission, { key, version }, locale, caption) => (await translate.act({ mission, key, version, texts: { locale, caption } }))?.translateMissionPhoto);
}

/** Removes one that was read at a version. */
export function useRemoveMissionPhoto(): Doing<[mission: string, of: Read], PhotoAnswer> {
  const remove = useAct(RemoveMissionPhotoMutation);
  return doing(remove, async (mission, { key, version }) => (await remove.act({ mission, key, version }))?.removeMissionPhoto);
}

/** Makes one public, once it is confirmed that nobody can be recognised. */
export function usePublishPhoto(): Doing<[mission: string, of: Read, isConfirmed: boolean], PhotoAnswer> {
  const publish = useAct(PublishMissionPhotoMutation);
  return doing(publish, async (mission, { key, version }, isConfirmed) => (await publish.act({ mission, key, version, isConfirmed }))?.publishMissionPhoto);
}

/** Takes that back. */
export function useWithdrawPhoto(): Doing<[mission: string, key: string], PhotoAnswer> {
  const withdraw = useAct(WithdrawMissionPhotoMutation);
  return doing(withdraw, async (mission, key) => (await withdraw.act({ mission, key }))?.withdrawMissionPhoto);
}

/** Brings a photo to a mission, by its id. Undefined when that failed. */
export function useBringMissionPhoto(): Omit<BringFile, 'perform'> & { readonly perform: (mission: string, file: File, said: { readonly key: string; readonly caption: string; readonly locale: Locale }) => Promise<FileOutcome | undefined> } {
  const { perform, isActing, failure } = useBringFile();
  return { perform: (mission, file, said) => perform({ address: `/mission-photos/${mission}`, header: 'x-photo', said, file }), isActing, failure };
}
