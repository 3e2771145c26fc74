import { graphql } from '../core/api/graphql.ts';
import { CommonNeedAnswer } from './commonNeeds.documents.ts';

/** Accepts that needs are one. */
export const AcceptCommonNeedMutation = graphql(`
  mutation AcceptCommonNeed($key: UUID!, $needs: [NeedReadInput!]!, $input: CommonNeedInput!) {
    acceptCommonNeed(key: $key, needs: $needs, input: $input) { ...CommonNeedAnswer }
  }
`, [CommonNeedAnswer]);

/** Adds a need to a group. */
export const AddToCommonNeedMutation = graphql(`
  mutation AddToCommonNeed($id: ID!, $version: Int!, $need: NeedReadInput!) {
    addToCommonNeed(id: $id, version: $version, need: $need) { ...CommonNeedAnswer }
  }
`, [CommonNeedAnswer]);

/** Takes a need out of a group. */
export const TakeOutOfCommonNeedMutation = graphql(`
  mutation TakeOutOfCommonNeed($id: ID!, $version: Int!, $need: ID!, $reason: String!) {
    takeOutOfCommonNeed(id: $id, version: $version, need: $need, reason: $reason) { ...CommonNeedAnswer }
  }
`, [CommonNeedAnswer]);

/** Splits a group. */
export const SplitCommonNeedMutation = graphql(`
  mutation SplitCommonNeed($id: ID!, $version: Int!, $key: UUID!, $needs: [ID!]!, $input: CommonNeedInput!) {
    splitCommonNeed(id: $id, version: $version, key: $key, needs: $needs, input: $input) { ...CommonNeedAnswer }
  }
`, [CommonNeedAnswer]);

/** Merges another group into one. */
export const MergeCommonNeedsMutation = graphql(`
  mutation MergeCommonNeeds($id: ID!, $version: Int!, $other: ID!, $otherVersion: Int!) {
    mergeCommonNeeds(id: $id, version: $version, other: $other, otherVersion: $otherVersion) { ...CommonNeedAnswer }
  }
`, [CommonNeedAnswer]);

/** Changes what is said of a group. */
export const EditCommonNeedMutation = graphql(`
  mutation EditCommonNeed($id: ID!, $version: Int!, $input: CommonNeedInput!) {
    editCommonNeed(id: $id, version: $version, input: $input) { ...CommonNeedAnswer }
  }
`, [CommonNeedAnswer]);

/** Says it in another language. */
export const TranslateCommonNeedMutation = graphql(`
  mutation TranslateCommonNeed($id: ID!, $version: Int!, $texts: CommonNeedTextsInput!) {
    translateCommonNeed(id: $id, version: $version, texts: $texts) { ...CommonNeedAnswer }
  }
`, [CommonNeedAnswer]);

/** Closes a group. */
export const CloseCommonNeedMutation = graphql(`
  mutation CloseCommonNeed($id: ID!, $version: Int!, $reason: String!, $keepsNeeds: Boolean!) {
    closeCommonNeed(id: $id, version: $version, reason: $reason, keepsNeeds: $keepsNeeds) { ...CommonNeedAnswer }
  }
`, [CommonNeedAnswer]);

/** Says that a need does not belong to others. */
export const SayNeedsApartMutation = graphql(`
  mutation SayNeedsApart($need: ID!, $others: [ID!]!, $reason: String!) {
    sayNeedsApart(need: $need, others: $others, reason: $reason) {
      outcome
      faults {
        field
        fault
        maximum
        position
      }
    }
  }
`);

/** Takes back that two needs do not belong together. */
export const TakeNeedsApartBackMutation = graphql(`
  mutation TakeNeedsApartBack($id: ID!) {
    takeNeedsApartBack(id: $id) {
      outcome
      faults {
        field
        fault
        maximum
        position
      }
    }
  }
`);
