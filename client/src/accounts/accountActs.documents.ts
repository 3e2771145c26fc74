import { graphql } from '../core/api/graphql.ts';

/** Signs out of another browser. */
export const EndSessionMutation = graphql(`
  mutation EndSession($id: ID!) {
    endSession(id: $id) {
      ended
    }
  }
`);

/** Signs out of all browsers but this one. */
export const EndOtherSessionsMutation = graphql(`
  mutation EndOtherSessions {
    endOtherSessions {
      ended
    }
  }
`);

/** Chooses the language of mails and documents. */
export const ChooseLocaleMutation = graphql(`
  mutation ChooseLocale($locale: Locale!) {
    chooseLocale(locale: $locale) {
      locale
    }
  }
`);

/** Chooses who may see one's address. */
export const ChooseEmailVisibilityMutation = graphql(`
  mutation ChooseEmailVisibility($visibility: Visibility!) {
    chooseEmailVisibility(visibility: $visibility) {
      visibility
    }
  }
`);

/** Chooses who may see oneself among the people of one’s organisation; null for nobody. */
export const ChooseContactVisibilityMutation = graphql(`
  mutation ChooseContactVisibility($visibility: Visibility) {
    chooseContactVisibility(visibility: $visibility) {
      visibility
    }
  }
`);
