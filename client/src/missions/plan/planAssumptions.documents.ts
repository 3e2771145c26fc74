import { graphql } from '../../core/api/graphql.ts';

export const SourceFields = graphql(`
  fragment PlanSourceFields on PlanSource {
    text
    url
    checkedOn
    isVerified
  }
`);

/** When people work in a country, and where that is from. */
export const CountryHoursFields = graphql(`
  fragment PlanCountryHoursFields on PlanCountryHours {
    countryCode
    hours {
      weekday
      from
      until
    }
    sources { ...PlanSourceFields }
  }
`, [SourceFields]);

export const LevelFields = graphql(`
  fragment PlanLevelFields on PlanLevel {
    bound
    isProved
    terms {
      measure
      weight
      amount
      points
      unknown
    }
  }
`);

/** What whoever asked has chosen. */
export const SettingsFields = graphql(`
  fragment PlanSettingsFields on PlanSettings {
    envelopeCents
    interpreterCents
    taken
    isTeamKept
    isIdea
    mostCountries
    goals {
      isWeighed
      goals {
        measure
        points
      }
    }
    kindLimits {
      kind
      cents
    }
    former {
      search
      as
    }
    pins {
      pin
      meetingKey
      personKey
      startsAt
    }
  }
`);

/** What was assumed, and with what was planned. */
export const AssumptionFields = graphql(`
  fragment PlanAssumptionFields on PlanAssumptions {
    envelopeCents
    transferMinutes
    bufferMinutes
    profit
    openWorth {
      urged
      considered
      invited
      need
    }
    candidates {
      meetingKey
      countryCode
      city
      themeCode
      needs
      urged
      considered
      invited
      worth
      roles
      isThemeAsked
      isRoleAsked
      isLanguageAsked
      fits
      speaks
    }
    homeCity
    homeAssumedFor
    interpreters {
      languageCode
      countryCodes
      per
      cents
      isAssumed
      source { ...PlanSourceFields }
    }
    links
    people
    meetings
    workingHours {
      weekday
      from
      until
    }
    hoursChangeIn
    countryHours { ...PlanCountryHoursFields }
    workRules {
      maxProgrammeMinutes
      maxDutyMinutes
      minRestMinutes
      source { ...PlanSourceFields }
    }
    unusedLinks {
      linkCode
      lacking
    }
  }
`, [SourceFields, CountryHoursFields]);
