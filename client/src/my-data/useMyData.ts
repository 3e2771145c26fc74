import type { FragmentOf, ResultOf, VariablesOf } from 'gql.tada';

import { type Answer, useAnswer } from '../core/api/index.ts';
import { type DataRequestFields, DataRequestsQuery, MyDataQuery, MyRequestsQuery } from './my-data.documents.ts';

/** What is kept about who is signed in. */
export type MyData = NonNullable<ResultOf<typeof MyDataQuery>['myData']>;
/** The rows of a table that are about them. */
export type OwnTable = MyData['tables'][number];
/** What somebody asked about their data. */
export type DataRequest = FragmentOf<typeof DataRequestFields>;
/** The same, with who asks. */
export type AskedRequest = ResultOf<typeof DataRequestsQuery>['dataRequests']['nodes'][number];

/** All that is kept about who is signed in: read anew by each visit. */
export function useMyData(): Answer<ResultOf<typeof MyDataQuery>> {
  return useAnswer(MyDataQuery, () => ({}), 'network-only');
}

/** Who is signed in, with what they may do and have asked: read anew by each visit. */
export function useMyRequests(): Answer<ResultOf<typeof MyRequestsQuery>> {
  return useAnswer(MyRequestsQuery, () => ({}), 'network-only');
}

/** What people ask about their data: read anew by each visit. */
export function useDataRequests(variables: () => VariablesOf<typeof DataRequestsQuery>): Answer<ResultOf<typeof DataRequestsQuery>> {
  return useAnswer(DataRequestsQuery, variables, 'network-only');
}
