import { graphql } from '../core/api/graphql.ts';

/** That registrations have changed that who is signed in may see: of a session, or of all. */
export const RegistrationsChangedSubscription = graphql(`
  subscription RegistrationsChanged($session: ID) {
    registrationsChanged(session: $session)
  }
`);
