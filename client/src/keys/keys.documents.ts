import { graphql } from '../core/api/graphql.ts';

/** How things stand with the second factor. */
export const SecondStepFields = graphql(`
  fragment SecondStepFields on SecondStep {
    isDue
    isFresh
    isRequired
    isPossible
    hasPasskeys
    hasAuthenticator
    recoveryCodes
  }
`);

/** The same of who asks; null for a visitor. */
export const SecondStepQuery = graphql(`
  query SecondStep {
    secondStep { ...SecondStepFields }
  }
`, [SecondStepFields]);

/** Whose address a link goes to. */
export const OwnAddressQuery = graphql(`
  query OwnAddress {
    viewer { email }
  }
`);

/** The keys of who asks. */
export const KeysQuery = graphql(`
  query Keys {
    secondStep { ...SecondStepFields }
    viewer {
      passkeys {
        id
        name
        addedAt
        lastUsedAt
      }
      authenticator {
        addedAt
        lastUsedAt
      }
    }
  }
`, [SecondStepFields]);

/** Asks for a passkey. */
export const AskForPasskeyMutation = graphql(`
  mutation AskForPasskey {
    askForPasskey { options }
  }
`);

/** Shows a passkey. */
export const ShowPasskeyMutation = graphql(`
  mutation ShowPasskey($response: JSONObject!) {
    showPasskey(response: $response) { isShown }
  }
`);

/** Shows a code of an application. */
export const ShowCodeMutation = graphql(`
  mutation ShowCode($code: String!) {
    showCode(code: $code) { isShown }
  }
`);

/** Uses up a recovery code. */
export const ShowRecoveryCodeMutation = graphql(`
  mutation ShowRecoveryCode($code: String!) {
    showRecoveryCode(code: $code) { isShown }
  }
`);

/** Begins to set up a passkey. */
export const BeginPasskeyMutation = graphql(`
  mutation BeginPasskey {
    beginPasskey { options }
  }
`);

/** Keeps a passkey. */
export const AddPasskeyMutation = graphql(`
  mutation AddPasskey($name: String!, $response: JSONObject!) {
    addPasskey(name: $name, response: $response) { isAdded recoveryCodes }
  }
`);

/** Begins to set up an application. */
export const BeginAuthenticatorMutation = graphql(`
  mutation BeginAuthenticator {
    beginAuthenticator { secret uri }
  }
`);

/** Keeps an application. */
export const AddAuthenticatorMutation = graphql(`
  mutation AddAuthenticator($code: String!) {
    addAuthenticator(code: $code) { isAdded recoveryCodes }
  }
`);

/** Gives a passkey another name. */
export const RenamePasskeyMutation = graphql(`
  mutation RenamePasskey($id: ID!, $name: String!) {
    renamePasskey(id: $id, name: $name) { isDone }
  }
`);

/** Removes a passkey. */
export const RemovePasskeyMutation = graphql(`
  mutation RemovePasskey($id: ID!) {
    removePasskey(id: $id) { isDone }
  }
`);

/** Removes the application. */
export const RemoveAuthenticatorMutation = graphql(`
  mutation RemoveAuthenticator {
    removeAuthenticator { isDone }
  }
`);

/** Makes new recovery codes. */
export const RenewRecoveryCodesMutation = graphql(`
  mutation RenewRecoveryCodes {
    renewRecoveryCodes { recoveryCodes }
  }
`);

/** Asks for a link to one's own address. */
export const RequestOwnLinkMutation = graphql(`
  mutation RequestOwnLink($email: EmailAddress!, $proof: String) {
    requestSignInLink(email: $email, proof: $proof) { minutes }
  }
`);
