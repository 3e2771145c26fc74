import type { ResultOf } from 'gql.tada';

import { type Answer, useAnswer } from '../core/api/index.ts';
import { DataRegisterQuery } from './register.documents.ts';

/** The register of personal data, as the API gives it. */
export type DataRegister = ResultOf<typeof DataRegisterQuery>['dataRegister'];

/** What the database can hold about persons. */
export function useRegister(): Answer<ResultOf<typeof DataRegisterQuery>> {
  return useAnswer(DataRegisterQuery, () => ({}));
}
