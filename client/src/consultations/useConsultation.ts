import type { FragmentOf, ResultOf, VariablesOf } from 'gql.tada';
import { computed } from 'vue';

import { type Answer, type Failure, useAct, useAnswer } from '../core/api/index.ts';
import type { ComputedRef } from 'vue';
import { type ConsultationFields, GiveOpinionMutation, LegConsultationQuery, NoteOpinionMutation } from './consultations.documents.ts';

export type Consultation = FragmentOf<typeof ConsultationFields>;
/** What one service says. */
export type Opinion = Consultation['opinions'][number];
export type OpinionState = Consultation['state'];
export type OpinionInput = VariablesOf<typeof GiveOpinionMutation>['input'];
/** What came of giving one. */
export type OpinionTold = ResultOf<typeof GiveOpinionMutation>['giveOpinion'];
export type OpinionFault = OpinionTold['faults'][number];

/** How the post of a leg is consulted; asked anew by each visit: others answer. */
export function useConsultation(leg: () => string): Answer<ResultOf<typeof LegConsultationQuery>> {
  return useAnswer(LegConsultationQuery, () => ({ id: leg() }), 'network-only');
}

export interface Giving {
  /** With a reason it is noted for somebody else. */
  readonly perform: (consultation: string, input: OpinionInput, reason: string | undefined) => Promise<OpinionTold | undefined>;
  readonly isActing: ComputedRef<boolean>;
  readonly failure: ComputedRef<Failure | undefined>;
}

/** Gives an opinion, or notes one. */
export function useGiveOpinion(): Giving {
  const [give, note] = [useAct(GiveOpinionMutation), useAct(NoteOpinionMutation)];
  return {
    perform: async (id, input, reason) => (reason === undefined ? (await give.act({ id, input }))?.giveOpinion : (await note.act({ id, input, reason }))?.noteOpinion),
    isActing: computed(() => give.isActing.value || note.isActing.value),
    failure: computed(() => give.failure.value ?? note.failure.value),
  };
}
