import { LocalizedFields } from '../core/api/fragments.documents.ts';
import { graphql } from '../core/api/graphql.ts';

/** The calendars that somebody may have, and the addresses that they have made. */
export const CalendarsQuery = graphql(`
  query Calendars {
    themes {
      id
      code
      name { ...LocalizedFields }
    }
    viewer {
      calendarPosts {
        id
        code
        name { ...LocalizedFields }
        nameNote { ...LocalizedFields }
      }
      calendarLinks {
        id
        locale
        createdAt
        lastUsedOn
        country {
          id
          code
          name { ...LocalizedFields }
          nameNote { ...LocalizedFields }
        }
        theme {
          id
          name { ...LocalizedFields }
        }
      }
    }
  }
`, [LocalizedFields]);

/** Makes an address at which a program reads a calendar. */
export const MakeCalendarLinkMutation = graphql(`
  mutation MakeCalendarLink($country: CountryCode, $theme: String, $locale: Locale!, $submission: UUID!) {
    makeCalendarLink(country: $country, theme: $theme, locale: $locale, submission: $submission) {
      outcome
      address
    }
  }
`);

/** Takes such an address away. */
export const RevokeCalendarLinkMutation = graphql(`
  mutation RevokeCalendarLink($id: ID!) {
    revokeCalendarLink(id: $id) {
      isRevoked
    }
  }
`);
