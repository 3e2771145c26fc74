import type { FragmentOf, ResultOf, VariablesOf } from 'gql.tada';
import { computed } from 'vue';

import { type Answer, useAct, useAnswer } from '../core/api/index.ts';
import type { Doing, PreparingAnswer } from '../core/editing/index.ts';
import { type LegMeetingsFields, LegMeetingsQuery, MeetingChoicesQuery, NameMeetingPeopleMutation, RemoveMeetingMutation, SaveMeetingMutation, TranslateMeetingMutation } from './meetings.documents.ts';

/** A leg with its meetings. */
export type MeetingLeg = FragmentOf<typeof LegMeetingsFields>;
export type Meeting = MeetingLeg['meetings'][number];
export type MeetingInput = VariablesOf<typeof SaveMeetingMutation>['input'];
export type MeetingChoices = ResultOf<typeof MeetingChoicesQuery>;
/** Who goes, as it is sent. */
export type GoingInput = VariablesOf<typeof NameMeetingPeopleMutation>['people'];
type Sent = ResultOf<typeof SaveMeetingMutation>['saveMeeting'];
export type MeetingFault = Sent['faults'][number];
export type MeetingOutcome = Sent['outcome'];
export type MeetingAnswer = PreparingAnswer<MeetingLeg, MeetingFault>;

/** A leg with its meetings; asked anew by each visit: others change them. */
export function useLegMeetings(id: () => string): Answer<ResultOf<typeof LegMeetingsQuery>> {
  return useAnswer(LegMeetingsQuery, () => ({ id: id() }), 'network-only');
}

/** What a meeting in a country is made of. */
export function useMeetingChoices(country: () => string): Answer<MeetingChoices> {
  return useAnswer(MeetingChoicesQuery, () => ({ country: country() }));
}

function doing<Arguments extends unknown[]>({ isActing, failure }: Pick<ReturnType<typeof useAct>, 'isActing' | 'failure'>, perform: (...given: Arguments) => Promise<Sent | undefined>): Doing<Arguments, MeetingAnswer> {
  return {
    perform: async (...given) => {
      const sent = await perform(...given);
      return sent && { outcome: sent.outcome, faults: sent.faults, session: sent.leg };
    },
    isActing: computed(() => isActing.value),
    failure: computed(() => failure.value),
  };
}

interface Version {
  readonly key: string;
  readonly version: number;
}

/** Saves a meeting that was read at a version; 0 for a new one. */
export function useSaveMeeting(): Doing<[leg: string, of: Version, input: MeetingInput], MeetingAnswer> {
  const save = useAct(SaveMeetingMutation);
  return doing(save, async (leg, { key, version }, input) => (await save.act({ leg, key, version, input }))?.saveMeeting);
}

/** Says a meeting in another language. */
export function useTranslateMeeting(): Doing<[leg: string, of: Version, texts: VariablesOf<typeof TranslateMeetingMutation>['texts']], MeetingAnswer> {
  const translate = useAct(TranslateMeetingMutation);
  return doing(translate, async (leg, { key, version }, texts) => (await translate.act({ leg, key, version, texts }))?.translateMeeting);
}

/** Names who goes to a meeting that was read at a version. */
export function useNamePeople(): Doing<[leg: string, of: Version, people: GoingInput], MeetingAnswer> {
  const name = useAct(NameMeetingPeopleMutation);
  return doing(name, async (leg, { key, version }, people) => (await name.act({ leg, key, version, people }))?.nameMeetingPeople);
}

/** Removes a meeting, as it was read. */
export function useRemoveMeeting(): Doing<[leg: string, of: Version], MeetingAnswer> {
  const remove = useAct(RemoveMeetingMutation);
  return doing(remove, async (leg, { key, version }) => (await remove.act({ leg, key, version }))?.removeMeeting);
}
