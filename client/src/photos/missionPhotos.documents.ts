import { LocalizedFields } from '../core/api/fragments.documents.ts';
import { graphql } from '../core/api/graphql.ts';

/** A mission with its photos, as the adviser has them. */
export const MissionPhotosFields = graphql(`
  fragment MissionPhotosFields on Mission {
    id
    isDemonstration
    title { ...LocalizedFields }
    publication { publication { id } }
    photos {
      key
      version
      width
      height
      credit
      creditLocale
      caption { ...LocalizedFields }
      texts {
        locale
        isSource
        isOutdated
        caption
      }
      decision {
        photoVersion
        confirmedAt
        confirmedByName
      }
    }
    can {
      writeReport
      translateReport
      publish
    }
  }
`, [LocalizedFields]);

/** The same, asked for. */
export const MissionPhotosQuery = graphql(`
  query MissionPhotos($id: ID!) {
    mission(id: $id) { ...MissionPhotosFields }
  }
`, [MissionPhotosFields]);

/** What comes of each change. */
const MissionPhotosAnswer = graphql(`
  fragment MissionPhotosAnswer on MissionPayload {
    outcome
    faults {
      field
      fault
      maximum
    }
    mission { ...MissionPhotosFields }
  }
`, [MissionPhotosFields]);

/** Changes what is said of a photo, and its place. */
export const SaveMissionPhotoMutation = graphql(`
  mutation SaveMissionPhoto($mission: ID!, $key: UUID!, $version: Int!, $input: MissionPhotoInput!) {
    saveMissionPhoto(mission: $mission, key: $key, version: $version, input: $input) { ...MissionPhotosAnswer }
  }
`, [MissionPhotosAnswer]);

/** Says it in another language. */
export const TranslateMissionPhotoMutation = graphql(`
  mutation TranslateMissionPhoto($mission: ID!, $key: UUID!, $version: Int!, $texts: MissionPhotoTextsInput!) {
    translateMissionPhoto(mission: $mission, key: $key, version: $version, texts: $texts) { ...MissionPhotosAnswer }
  }
`, [MissionPhotosAnswer]);

/** Removes one. */
export const RemoveMissionPhotoMutation = graphql(`
  mutation RemoveMissionPhoto($mission: ID!, $key: UUID!, $version: Int!) {
    removeMissionPhoto(mission: $mission, key: $key, version: $version) { ...MissionPhotosAnswer }
  }
`, [MissionPhotosAnswer]);

/** Makes one public. */
export const PublishMissionPhotoMutation = graphql(`
  mutation PublishMissionPhoto($mission: ID!, $key: UUID!, $version: Int!, $isConfirmed: Boolean!) {
    publishMissionPhoto(mission: $mission, key: $key, version: $version, isConfirmed: $isConfirmed) { ...MissionPhotosAnswer }
  }
`, [MissionPhotosAnswer]);

/** Takes that back. */
export const WithdrawMissionPhotoMutation = graphql(`
  mutation WithdrawMissionPhoto($mission: ID!, $key: UUID!) {
    withdrawMissionPhoto(mission: $mission, key: $key) { ...MissionPhotosAnswer }
  }
`, [MissionPhotosAnswer]);
