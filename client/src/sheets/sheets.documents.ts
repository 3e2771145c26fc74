import { graphql } from '../core/api/graphql.ts';

/** An expert’s own sheet, with who may see what of it. */
export const OwnSheetFields = graphql(`
  fragment OwnSheetFields on ExpertSheet {
    name
    nameVisibility
    institution {
      id
      name
    }
    institutionVisibility
    emailVisibility
    missionsVisibility
    chosenAt
    expert { id }
  }
`);

/** Whose account a sheet belongs to, for the adviser. */
export const BoundSheetFields = graphql(`
  fragment BoundSheetFields on ExpertSheet {
    account {
      name
      email
    }
    can {
      bind
      choose
      clear
      edit
    }
  }
`);

/** The accounts of experts, with whether each has a sheet. */
export const ExpertAccountsQuery = graphql(`
  query ExpertAccounts {
    members(filter: { roles: [EXPERT], states: [ACTIVE] }, sort: NAME, first: 100) {
      nodes {
        id
        name
        email
        sheet {
          expert { id }
        }
      }
    }
  }
`);

/** Says whose account a sheet belongs to. */
export const BindExpertMutation = graphql(`
  mutation BindExpert($id: ID!, $member: ID!) {
    bindExpert(id: $id, member: $member) {
      outcome
    }
  }
`);

/** Says that a sheet belongs to nobody’s account. */
export const UnbindExpertMutation = graphql(`
  mutation UnbindExpert($id: ID!) {
    unbindExpert(id: $id) {
      outcome
    }
  }
`);

/** Chooses who may see what of one’s own sheet. */
export const ChooseSheetMutation = graphql(`
  mutation ChooseSheet($choices: SheetChoicesInput!) {
    chooseSheet(choices: $choices) {
      isChosen
    }
  }
`);
