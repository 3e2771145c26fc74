import type { FragmentOf, ResultOf } from 'gql.tada';
import { useClientHandle } from '@urql/vue';
import { computed, onBeforeUnmount, onMounted, type Ref } from 'vue';

import { type Act, type Answer, type Failure, useAct, useAnswer } from '../core/api/index.ts';
import { useProvenAct } from '../core/proof/index.ts';
import { showPasskey } from './ceremony.ts';
import {
  AskForPasskeyMutation, OwnAddressQuery, RequestOwnLinkMutation, type SecondStepFields, SecondStepQuery, ShowCodeMutation, ShowPasskeyMutation, ShowRecoveryCodeMutation,
} from './keys.documents.ts';

/** How things stand with somebody's second factor. */
export type SecondStep = FragmentOf<typeof SecondStepFields>;

/** How things stand, asked anew. */
export function useSecondStep(): Answer<ResultOf<typeof SecondStepQuery>> {
  return useAnswer(SecondStepQuery, () => ({}), 'network-only');
}

/** Something that is shown: whether it was accepted, or undefined when the server could not be asked, which `failure` tells. */
export interface Showing {
  readonly isActing: Ref<boolean>;
  readonly failure: Ref<Failure | undefined>;
  readonly show: (typed: string) => Promise<boolean | undefined>;
}

/** Shows a code of an application. */
export function useShowCode(): Showing {
  const { act, isActing, failure } = useAct(ShowCodeMutation);
  return { isActing, failure, show: async (code) => (await act({ code }))?.showCode.isShown };
}

/** Uses up a recovery code. */
export function useShowRecoveryCode(): Showing {
  const { act, isActing, failure } = useAct(ShowRecoveryCodeMutation);
  return { isActing, failure, show: async (code) => (await act({ code }))?.showRecoveryCode.isShown };
}

/** Shows a passkey: one's own, or, for a visitor, any of this site. False also when the person would not. */
export function useShowPasskey(): Omit<Showing, 'show'> & { readonly show: () => Promise<boolean | undefined> } {
  const asking = useAct(AskForPasskeyMutation);
  const showing = useAct(ShowPasskeyMutation);
  async function show(): Promise<boolean | undefined> {
    showing.failure.value = undefined;
    const asked = await asking.act({});
    if (!asked) return undefined;
    const response = await showPasskey(asked.askForPasskey.options);
    return response ? (await showing.act({ response }))?.showPasskey.isShown : false;
  }
  return { show, isActing: computed(() => asking.isActing.value || showing.isActing.value), failure: computed(() => asking.failure.value ?? showing.failure.value) };
}

/** Asks for a link to one's own address: what whoever has no key shows instead. `fresh` is told, in this tab, when the link was confirmed in another. */
export function useOwnLink(fresh: () => void): Pick<Act<never, never>, 'isActing' | 'failure'> & { readonly send: () => Promise<boolean> } {
  const { client } = useClientHandle();
  const { act, isActing, failure } = useProvenAct(RequestOwnLinkMutation);
  async function send(): Promise<boolean> {
    const { data } = await client.query(OwnAddressQuery, {}).toPromise();
    const email = data?.viewer?.email;
    return email !== undefined && (await act({ email })) !== undefined;
  }
  async function look(): Promise<void> {
    const { data } = await client.query(SecondStepQuery, {}, { requestPolicy: 'network-only' }).toPromise();
    if (data?.secondStep?.isFresh) fresh();
  }
  const onFocus = (): void => void look();
  onMounted(() => addEventListener('focus', onFocus));
  onBeforeUnmount(() => removeEventListener('focus', onFocus));
  return { send, isActing, failure };
}
