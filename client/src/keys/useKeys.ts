import type { ResultOf, VariablesOf } from 'gql.tada';
import { computed, type Ref } from 'vue';

import { type Act, type Answer, type Failure, useAct, useAnswer } from '../core/api/index.ts';
import { makePasskey } from './ceremony.ts';
import {
  AddAuthenticatorMutation, AddPasskeyMutation, BeginAuthenticatorMutation, BeginPasskeyMutation, KeysQuery, RemoveAuthenticatorMutation, RemovePasskeyMutation, RenamePasskeyMutation,
  RenewRecoveryCodesMutation,
} from './keys.documents.ts';
import type { StepUp } from './useStepUp.ts';

type Guard = StepUp['guard'];

/** A passkey as its owner sees it. */
export type Passkey = NonNullable<ResultOf<typeof KeysQuery>['viewer']>['passkeys'][number];

/** What came of setting up a key: with the first one come recovery codes. */
export type KeyAdded = ResultOf<typeof AddPasskeyMutation>['addPasskey'];

/** The keys of who is signed in. */
export function useKeys(): Answer<ResultOf<typeof KeysQuery>> {
  return useAnswer(KeysQuery, () => ({}), 'network-only');
}

interface Doing {
  readonly isActing: Ref<boolean>;
  readonly failure: Ref<Failure | undefined>;
}

function together(first: Doing, second: Doing): Doing {
  const failure = computed({
    get: () => first.failure.value ?? second.failure.value,
    set: (value) => ([first.failure.value, second.failure.value] = [value, undefined]),
  });
  return { isActing: computed(() => first.isActing.value || second.isActing.value), failure };
}

/** Sets up a passkey; undefined when the server could not be asked, not added when the person or the device would not. */
export function useAddPasskey(guard: Guard): Doing & { readonly add: (name: string) => Promise<KeyAdded | undefined> } {
  const beginning = guard(useAct(BeginPasskeyMutation));
  const adding = guard(useAct(AddPasskeyMutation));
  async function add(name: string): Promise<KeyAdded | undefined> {
    adding.failure.value = undefined;
    const begun = await beginning.act({});
    if (!begun) return undefined;
    const response = await makePasskey(begun.beginPasskey.options);
    return response ? (await adding.act({ name, response }))?.addPasskey : { isAdded: false, recoveryCodes: [] };
  }
  return { add, ...together(beginning, adding) };
}

/** Sets up an application in two steps: its secret, then its first code. */
export function useAddAuthenticator(guard: Guard): Doing & {
  readonly begin: () => Promise<ResultOf<typeof BeginAuthenticatorMutation>['beginAuthenticator'] | undefined>;
  readonly add: (code: string) => Promise<KeyAdded | undefined>;
} {
  const beginning = guard(useAct(BeginAuthenticatorMutation));
  const adding = guard(useAct(AddAuthenticatorMutation));
  return {
    begin: async () => (await beginning.act({}))?.beginAuthenticator,
    add: async (code) => (await adding.act({ code }))?.addAuthenticator,
    ...together(beginning, adding),
  };
}

/** Gives a passkey another name. */
export function useRenamePasskey(guard: Guard): Act<ResultOf<typeof RenamePasskeyMutation>, VariablesOf<typeof RenamePasskeyMutation>> {
  return guard(useAct(RenamePasskeyMutation));
}

/** Removes a key; false when it is the last one and must stay. */
export function useRemoveKey(guard: Guard): Doing & { readonly removePasskey: (id: string) => Promise<boolean | undefined>; readonly removeAuthenticator: () => Promise<boolean | undefined> } {
  const passkey = guard(useAct(RemovePasskeyMutation));
  const authenticator = guard(useAct(RemoveAuthenticatorMutation));
  return {
    removePasskey: async (id) => (await passkey.act({ id }))?.removePasskey.isDone,
    removeAuthenticator: async () => (await authenticator.act({}))?.removeAuthenticator.isDone,
    ...together(passkey, authenticator),
  };
}

/** Makes new recovery codes. */
export function useRenewRecoveryCodes(guard: Guard): Act<ResultOf<typeof RenewRecoveryCodesMutation>, VariablesOf<typeof RenewRecoveryCodesMutation>> {
  return guard(useAct(RenewRecoveryCodesMutation));
}
