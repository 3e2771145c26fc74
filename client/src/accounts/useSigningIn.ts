import { inLanguage } from '@passerelle/shared/wayBack.ts';
import type { ResultOf, VariablesOf } from 'gql.tada';
import { useClientHandle } from '@urql/vue';
import { computed, onBeforeUnmount, onMounted, ref, type Ref } from 'vue';

import { type Act, useAct } from '../core/api/index.ts';
import { locale } from '../core/i18n/index.ts';
import { forgetDrafts } from '../core/kept/index.ts';
import { type ProvenAct, useProvenAct } from '../core/proof/index.ts';
import { ConfirmSignInMutation, RequestSignInLinkMutation, SignOutMutation, ViewerQuery } from './accounts.documents.ts';
import { startAnew } from './startAnew.ts';

type Variables<Mutation> = VariablesOf<Mutation>;

/** Asks for a link to sign in with. */
export function useRequestSignInLink(): ProvenAct<ResultOf<typeof RequestSignInLinkMutation>, Omit<Variables<typeof RequestSignInLinkMutation>, 'proof'>> {
  return useProvenAct(RequestSignInLinkMutation);
}

/** In milliseconds: so long is their language waited for. */
const PATIENCE = 3_000;

/** Opens a page anew for whoever has just signed in, in the language that they have chosen: in that of the address where they have chosen none. */
export function useGoingOn(): { readonly goOn: (path: string) => Promise<void>; readonly isGoingOn: Ref<boolean> } {
  const { client } = useClientHandle();
  const isGoingOn = ref(false);
  async function goOn(path: string): Promise<void> {
    isGoingOn.value = true;
    const late = new Promise<undefined>((resolve) => setTimeout(resolve, PATIENCE));
    const answer = await Promise.race([client.query(ViewerQuery, {}, { requestPolicy: 'network-only' }).toPromise(), late]);
    await startAnew(inLanguage(path, answer?.data?.viewer?.locale));
  }
  return { goOn, isGoingOn };
}

/** Signs in with the secret of a link, and opens the desk, or the second step where it is due; gives false when the link cannot be used. */
export function useConfirmSignIn(): Pick<Act<never, never>, 'isActing' | 'failure'> & { readonly confirm: (secret: string) => Promise<boolean | undefined> } {
  const { act, isActing, failure } = useAct(ConfirmSignInMutation);
  const { goOn, isGoingOn } = useGoingOn();
  async function confirm(secret: string): Promise<boolean | undefined> {
    const answer = await act({ secret });
    if (answer?.confirmSignIn.isSignedIn) await goOn(`/${locale.value}/${answer.confirmSignIn.isSecondStepDue ? 'sign-in/second-step' : 'desk'}`);
    return answer?.confirmSignIn.isSignedIn;
  }
  return { confirm, isActing: computed(() => isActing.value || isGoingOn.value), failure };
}

/** Signs out of this browser, and opens the page that says so: by way of the provider where one has recognised the person. */
export function useSignOut(): Pick<Act<never, never>, 'isActing' | 'failure'> & { readonly signOut: () => Promise<void> } {
  const { act, isActing, failure } = useAct(SignOutMutation);
  async function signOut(): Promise<void> {
    const answer = await act({});
    if (!answer) return;
    forgetDrafts();
    await startAnew(answer.signOut.goOn ?? `/${locale.value}/sign-in?out`);
  }
  return { signOut, isActing, failure };
}

/**
 * A link opens where the mail is read, often in another tab: whoever comes back to this one, signed in, goes on where they
 * wanted to. The address is in the page alone, for nothing is kept in the browser.
 */
export function useReturn(path: () => string): void {
  const { client } = useClientHandle();
  async function look(): Promise<void> {
    const { data } = await client.query(ViewerQuery, {}, { requestPolicy: 'network-only' }).toPromise();
    if (data?.viewer) await startAnew(inLanguage(path(), data.viewer.locale));
  }
  const onFocus = (): void => void look();
  onMounted(() => addEventListener('focus', onFocus));
  onBeforeUnmount(() => removeEventListener('focus', onFocus));
}
