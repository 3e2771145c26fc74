import type { FragmentOf, ResultOf } from 'gql.tada';
import { watch } from 'vue';

import { type Answer, useAnswer } from '../core/api/index.ts';
import { AccountQuery, DemonstrationAccountsQuery, type MemberFields, ViewerQuery } from './accounts.documents.ts';
import { nobodyIsSignedIn } from './presence.ts';

/** For whom somebody acts, and as what. */
export type Membership = FragmentOf<typeof MemberFields>;

/** What people see of their own account. */
export type Account = NonNullable<ResultOf<typeof AccountQuery>['viewer']>;

/** Whom anybody may sign in as. */
export type DemonstrationAccount = ResultOf<typeof DemonstrationAccountsQuery>['demonstrationAccounts'][number];

function noted<Data extends { readonly viewer: unknown }>(answer: Answer<Data>): Answer<Data> {
  watch(answer.data, (data) => {
    if (data?.viewer === null) nobodyIsSignedIn();
  }, { immediate: true });
  return answer;
}

/** Who is signed in. Asked only where a session came with the document. */
export function useViewer(): Answer<ResultOf<typeof ViewerQuery>> {
  return noted(useAnswer(ViewerQuery, () => ({})));
}

/** The account of who is signed in. */
export function useAccount(): Answer<ResultOf<typeof AccountQuery>> {
  return noted(useAnswer(AccountQuery, () => ({})));
}

/** Whom anybody may sign in as; none where there is no demonstration. */
export function useDemonstrationAccounts(): Answer<ResultOf<typeof DemonstrationAccountsQuery>> {
  return useAnswer(DemonstrationAccountsQuery, () => ({}));
}
