import { graphql } from '../core/api/graphql.ts';

/** Takes a file away that waits. */
export const RemoveAnswerFileMutation = graphql(`
  mutation RemoveAnswerFile($id: ID!, $secret: String) {
    removeAnswerFile(id: $id, secret: $secret) {
      isGone
    }
  }
`);
