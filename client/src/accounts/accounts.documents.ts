import { AgentIdentityFields } from '../agents/agents.documents.ts';
import { LocalizedFields } from '../core/api/fragments.documents.ts';
import { graphql } from '../core/api/graphql.ts';
import { OwnSheetFields } from '../sheets/sheets.documents.ts';

/** For whom somebody acts, and as what. */
export const MemberFields = graphql(`
  fragment MemberFields on Member {
    role
    country {
      id
      code
      name { ...LocalizedFields }
      nameNote { ...LocalizedFields }
    }
    organisation {
      id
      name { ...LocalizedFields }
    }
  }
`, [LocalizedFields]);

/** Who is signed in. */
export const ViewerQuery = graphql(`
  query Viewer {
    viewer {
      name
      locale
      memberships { ...MemberFields }
    }
  }
`, [MemberFields]);

/** All that an account shows its person. */
export const AccountQuery = graphql(`
  query Account {
    viewer {
      name
      email
      locale
      emailVisibility
      contactVisibility
      contactChosenAt
      isDemonstration
      can {
        readAuditEntries
        answerDataRequests
        manageMembers
        invite { role }
        decideAccessRequests
        registerParticipants
        takePart
        validateRegistrations
        readJobs
        planMissions
        importRecommendations
        followRecommendations
        proposeProjects
        readLegs
        enterNeeds
        readCooperationRequests
        prepareSessions
        translateSessions
        enterExperts
        askExperts
        answerAvailability
      }
      agentIdentity { ...AgentIdentityFields }
      sheet { ...OwnSheetFields }
      memberships { ...MemberFields }
      sessions {
        id
        userAgent
        createdAt
        lastSeenAt
        isCurrent
      }
    }
  }
`, [AgentIdentityFields, MemberFields, OwnSheetFields]);

/** Whom anybody may sign in as, where there is a demonstration. */
export const DemonstrationAccountsQuery = graphql(`
  query DemonstrationAccounts {
    demonstrationAccounts {
      name
      email
      role
      country {
        id
        code
        name { ...LocalizedFields }
        nameNote { ...LocalizedFields }
      }
      organisation {
        id
        name { ...LocalizedFields }
      }
    }
  }
`, [LocalizedFields]);

/** Asks for a link to sign in with. */
export const RequestSignInLinkMutation = graphql(`
  mutation RequestSignInLink($email: EmailAddress!, $proof: String) {
    requestSignInLink(email: $email, proof: $proof) {
      minutes
    }
  }
`);

/** Signs in with the secret of a link. */
export const ConfirmSignInMutation = graphql(`
  mutation ConfirmSignIn($secret: String!) {
    confirmSignIn(secret: $secret) {
      isSignedIn
      isSecondStepDue
    }
  }
`);

/** Signs out of this browser. */
export const SignOutMutation = graphql(`
  mutation SignOut {
    signOut {
      ended
      goOn
    }
  }
`);
