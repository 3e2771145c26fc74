import { LocalizedFields } from '../core/api/fragments.documents.ts';
import { graphql } from '../core/api/graphql.ts';

/** An expert with the photos on the sheet; without a sheet for whom they are not. */
export const ExpertPhotosFields = graphql(`
  fragment ExpertPhotosFields on Expert {
    id
    name
    profession {
      id
      name { ...LocalizedFields }
    }
    sheet {
      name
      nameVisibility
      account { name }
      can {
        edit
        choose
      }
      photos {
        key
        isConfirmed
        visibility
        chosenAt
        consentedOn
        declinedAt
        declineReason
        reasonLocale
        width
        height
      }
    }
  }
`, [LocalizedFields]);

/** The same, asked for. */
export const ExpertPhotosQuery = graphql(`
  query ExpertPhotos($id: ID!) {
    expert(id: $id) { ...ExpertPhotosFields }
  }
`, [ExpertPhotosFields]);

/** The photos about which the adviser has not decided, with whose they are. */
export const PhotoProposalsQuery = graphql(`
  query PhotoProposals {
    photoProposals {
      key
      expert {
        id
        name
        profession {
          id
          name { ...LocalizedFields }
        }
      }
    }
  }
`, [LocalizedFields]);

/** What comes of each change. */
const ExpertPhotoAnswer = graphql(`
  fragment ExpertPhotoAnswer on ExpertPhotoPayload {
    outcome
    expert { ...ExpertPhotosFields }
  }
`, [ExpertPhotosFields]);

/** Puts the photo that an expert proposes on the sheet. */
export const ConfirmExpertPhotoMutation = graphql(`
  mutation ConfirmExpertPhoto($key: UUID!, $replaces: UUID) {
    confirmExpertPhoto(key: $key, replaces: $replaces) { ...ExpertPhotoAnswer }
  }
`, [ExpertPhotoAnswer]);

/** Declines one, with the reason. */
export const DeclineExpertPhotoMutation = graphql(`
  mutation DeclineExpertPhoto($key: UUID!, $reason: String!, $locale: Locale!) {
    declineExpertPhoto(key: $key, reason: $reason, locale: $locale) { ...ExpertPhotoAnswer }
  }
`, [ExpertPhotoAnswer]);

/** Chooses who may see one. */
export const ChooseExpertPhotoMutation = graphql(`
  mutation ChooseExpertPhoto($key: UUID!, $choice: ExpertPhotoChoiceInput!) {
    chooseExpertPhoto(key: $key, choice: $choice) { ...ExpertPhotoAnswer }
  }
`, [ExpertPhotoAnswer]);

/** Removes one. */
export const RemoveExpertPhotoMutation = graphql(`
  mutation RemoveExpertPhoto($key: UUID!) {
    removeExpertPhoto(key: $key) { ...ExpertPhotoAnswer }
  }
`, [ExpertPhotoAnswer]);
