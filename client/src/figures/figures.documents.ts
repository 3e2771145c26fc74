import { graphql } from '../core/api/graphql.ts';

/** What training sessions have come to. */
export const TrainingFiguresQuery = graphql(`
  query TrainingFigures(
    $from: DateTimeISO
    $until: DateTimeISO
    $country: CountryCode
    $theme: String
  ) {
    trainingFigures(from: $from, until: $until, country: $country, theme: $theme) {
      sessions
      total {
        registered
        confirmed
        present
        people
      }
      bySector {
        sector
        registered
        confirmed
        present
        people
      }
      byProfession {
        profession
        registered
        confirmed
        present
        people
      }
      byCountry {
        country
        registered
        confirmed
        present
        people
      }
      coverage {
        country
        theme
        sessions
        people
        years {
          year
          sessions
        }
      }
      countries
      themes
    }
  }
`);
