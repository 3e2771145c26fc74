import { graphql } from '../core/api/graphql.ts';
import { EnteredFields } from './entering.documents.ts';

/** What stands on a sheet of what an expert proposes, by codes. */
export const ProposedSheetFields = graphql(`
  fragment ProposedSheetFields on ProposedSheet {
    sourceLocale
    name
    profession
    corps
    institution
    summary
    languages {
      language
      level
    }
    themes
    countries
  }
`);

/** What an expert proposes for their own sheet, and what was decided about it. */
export const ProposalFields = graphql(`
  fragment ProposalFields on SheetProposal {
    key
    version
    proposedAt
    decidedAt
    fields
    reasonLocale
    base { ...ProposedSheetFields }
    content { ...ProposedSheetFields }
    decisions {
      field
      isTaken
      reason
    }
  }
`, [ProposedSheetFields]);

/** An expert with their sheet and what was last proposed for it. */
export const ProposedExpertFields = graphql(`
  fragment ProposedExpertFields on Expert {
    ...EnteredFields
    sheet {
      proposal { ...ProposalFields }
    }
  }
`, [EnteredFields, ProposalFields]);

/** What came of proposing, of withdrawing that and of deciding about it. */
export const ProposalPayloadFields = graphql(`
  fragment ProposalPayloadFields on SheetProposalPayload {
    outcome
    faults {
      field
      fault
      maximum
    }
    expert { ...ProposedExpertFields }
  }
`, [ProposedExpertFields]);

/** One’s own sheet as an expert. */
export const OwnProposalQuery = graphql(`
  query OwnProposal {
    viewer {
      sheet {
        expert { ...ProposedExpertFields }
      }
    }
  }
`, [ProposedExpertFields]);

/** What waits for the adviser’s decision. */
export const ProposalsQuery = graphql(`
  query SheetProposals {
    sheetProposals {
      key
      expert { ...ProposedExpertFields }
    }
  }
`, [ProposedExpertFields]);

/** Proposes to change one’s own sheet. */
export const ProposeSheetMutation = graphql(`
  mutation ProposeSheet(
    $key: UUID!
    $version: Int!
    $sheetVersion: Int!
    $input: SheetProposalInput!
  ) {
    proposeSheet(key: $key, version: $version, sheetVersion: $sheetVersion, input: $input) { ...ProposalPayloadFields }
  }
`, [ProposalPayloadFields]);

/** Withdraws what one has proposed. */
export const WithdrawProposalMutation = graphql(`
  mutation WithdrawSheetProposal($key: UUID!, $version: Int!) {
    withdrawSheetProposal(key: $key, version: $version) { ...ProposalPayloadFields }
  }
`, [ProposalPayloadFields]);

/** Takes or declines what is proposed. */
export const DecideProposalMutation = graphql(`
  mutation DecideSheetProposal($key: UUID!, $input: DecideSheetProposalInput!) {
    decideSheetProposal(key: $key, input: $input) { ...ProposalPayloadFields }
  }
`, [ProposalPayloadFields]);
