import { useClientHandle } from '@urql/vue';
import type { FragmentOf, ResultOf, VariablesOf } from 'gql.tada';
import { ref, type Ref, shallowRef } from 'vue';

import { type Act, type Answer, type Failure, failureOf, useAct, useAnswer, useLive } from '../core/api/index.ts';
import {
  AttendanceAbilityQuery, AttendanceChangedSubscription, type AttendeeFields, AttendeesQuery, ChangeRequiredShareMutation, IssueCertificatesMutation, RevokeCertificateMutation,
  SessionAttendanceQuery, VerifiedCertificateQuery,
} from './attendance.documents.ts';
import type { RecordPresenceMutation } from './attendance.documents.ts';

/** Somebody with a place in a session. */
export type Attendee = FragmentOf<typeof AttendeeFields>;
/** What was decided about somebody, as it is sent. */
export type Decision = VariablesOf<typeof RecordPresenceMutation>['input'][number];
export type PresenceResult = ResultOf<typeof RecordPresenceMutation>['recordPresence']['results'][number];
export type PresenceState = Decision['state'];
export type PresenceOutcome = PresenceResult['outcome'];
export type CertificateOutcome = ResultOf<typeof IssueCertificatesMutation>['issueCertificates']['results'][number]['outcome'];
export type RevokeOutcome = ResultOf<typeof RevokeCertificateMutation>['revokeCertificate']['outcome'];
/** A session with what is asked for in it. */
export type AttendedSession = NonNullable<ResultOf<typeof SessionAttendanceQuery>['trainingSession']>;
export type Attendance = NonNullable<AttendedSession['attendance']>;

/** Whether who is signed in says who was at a session: asked anew by each visit. */
export function useAttendanceAbility(id: () => string): Answer<ResultOf<typeof AttendanceAbilityQuery>> {
  return useAnswer(AttendanceAbilityQuery, () => ({ id: id() }), 'network-only');
}

/** What is asked for in a session: asked anew by each visit. */
export function useSessionAttendance(id: () => string): Answer<ResultOf<typeof SessionAttendanceQuery>> {
  return useAnswer(SessionAttendanceQuery, () => ({ id: id() }), 'network-only');
}

const PAGE = 100;

/** All with a place in a session. */
interface Attendees {
  readonly attendees: Ref<readonly Attendee[] | undefined>;
  /** When they were asked for, by `performance.now()`. */
  readonly askedAt: Ref<number>;
  readonly failure: Ref<Failure | undefined>;
  readonly retry: () => void;
}

/** All with a place in a session, asked anew by each visit, by `retry`, and whenever something about them has changed; what is there stays as long as nothing newer is. */
export function useAttendees(id: () => string): Attendees {
  const { client } = useClientHandle();
  const attendees = shallowRef<readonly Attendee[]>();
  const askedAt = ref(0);
  const failure = shallowRef<Failure>();
  let turn = 0;

  async function pageAfter(after: string | undefined): Promise<Failure | { readonly nodes: readonly Attendee[]; readonly next: string | undefined }> {
    const { data, error } = await client.query(AttendeesQuery, { id: id(), first: PAGE, ...(after !== undefined && { after }) }, { requestPolicy: 'network-only' }).toPromise();
    if (error) return failureOf(error);
    const { nodes, pageInfo } = data?.trainingSession?.attendees ?? { nodes: [], pageInfo: undefined };
    return { nodes, next: pageInfo?.hasNextPage ? (pageInfo.endCursor ?? undefined) : undefined };
  }

  async function ask(): Promise<void> {
    const mine = turn += 1;
    const now = performance.now();
    const found: Attendee[] = [];
    let after: string | undefined;
    do {
      const page = await pageAfter(after);
      // Another question has been asked in the meantime: this answer is nobody's.
      if (mine !== turn) return;
      failure.value = 'code' in page ? page : undefined;
      if ('code' in page) return;
      found.push(...page.nodes);
      after = page.next;
    } while (after !== undefined);
    [askedAt.value, attendees.value] = [now, found];
  }

  const retry = (): void => void ask();
  if (!import.meta.env.SSR) retry();
  useLive(AttendanceChangedSubscription, () => ({ session: id() }), retry, retry);
  return { attendees, askedAt, failure, retry };
}

/** Says for which share of the days one gets a certificate. */
export function useChangeRequiredShare(): Act<ResultOf<typeof ChangeRequiredShareMutation>, VariablesOf<typeof ChangeRequiredShareMutation>> {
  return useAct(ChangeRequiredShareMutation);
}

/** Issues certificates. */
export function useIssueCertificates(): Act<ResultOf<typeof IssueCertificatesMutation>, VariablesOf<typeof IssueCertificatesMutation>> {
  return useAct(IssueCertificatesMutation);
}

/** Revokes a certificate. */
export function useRevokeCertificate(): Act<ResultOf<typeof RevokeCertificateMutation>, VariablesOf<typeof RevokeCertificateMutation>> {
  return useAct(RevokeCertificateMutation);
}

/** What a certificate says, asked anew each time: it may have been revoked. */
export function useVerifiedCertificate(number: () => string): Answer<ResultOf<typeof VerifiedCertificateQuery>> {
  return useAnswer(VerifiedCertificateQuery, () => ({ number: number() }), 'network-only');
}

