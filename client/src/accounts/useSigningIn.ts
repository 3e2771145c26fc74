import type { ResultOf, VariablesOf } from 'gql.tada';
import { useClientHandle } from '@urql/vue';
import { onBeforeUnmount, onMounted } from 'vue';

import { type Act, useAct } from '../core/api/index.ts';
import { locale } from '../core/i18n/index.ts';
import { type ProvenAct, useProvenAct } from '../core/proof/index.ts';
import { ConfirmSignInMutation, RequestSignInLinkMutation, SignOutMutation, ViewerQuery } from './accounts.documents.ts';
import { startAnew } from './startAnew.ts';

type Variables<Mutation> = VariablesOf<Mutation>;

/** Asks for a link to sign in with. */
export function useRequestSignInLink(): ProvenAct<ResultOf<typeof RequestSignInLinkMutation>, Omit<Variables<typeof RequestSignInLinkMutation>, 'proof'>> {
  return useProvenAct(RequestSignInLinkMutation);
}

/** Signs in with the secret of a link, and opens the desk, or the second step where it is due; gives false when the link cannot be used. */
export function useConfirmSignIn(): Pick<Act<never, never>, 'isActing' | 'failure'> & { readonly confirm: (secret: string) => Promise<boolean | undefined> } {
  const { act, isActing, failure } = useAct(ConfirmSignInMutation);
  async function confirm(secret: string): Promise<boolean | undefined> {
    const answer = await act({ secret });
    if (answer?.confirmSignIn.isSignedIn) startAnew(`/${locale.value}/${answer.confirmSignIn.isSecondStepDue ? 'sign-in/second-step' : 'desk'}`);
    return answer?.confirmSignIn.isSignedIn;
  }
  return { confirm, isActing, failure };
}

/** Signs out of this browser, and opens the page that says so: by way of the provider where one has recognised the person. */
export function useSignOut(): Pick<Act<never, never>, 'isActing' | 'failure'> & { readonly signOut: () => Promise<void> } {
  const { act, isActing, failure } = useAct(SignOutMutation);
  async function signOut(): Promise<void> {
    const answer = await act({});
    if (answer) startAnew(answer.signOut.goOn ?? `/${locale.value}/sign-in?out`);
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
    if (data?.viewer) startAnew(path());
  }
  const onFocus = (): void => void look();
  onMounted(() => addEventListener('focus', onFocus));
  onBeforeUnmount(() => removeEventListener('focus', onFocus));
}
