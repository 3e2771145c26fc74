import { LocalizedFields } from '../core/api/fragments.documents.ts';
import { graphql } from '../core/api/graphql.ts';

export const LinkFields = graphql(`
  fragment LinkFields on TravelLink {
    code
    version
    isDemonstration
    fromCity {
      id
      code
      name { ...LocalizedFields }
    }
    toCity {
      id
      code
      name { ...LocalizedFields }
    }
    mode
    hasService
    minutes
    fareCents
    seats
    weekdays
    departures
    firstDeparture
    lastDeparture
    countryCodes
    isRest
    isOffered
    validFrom
    validUntil
    provenance {
      source
      sourceUrl
      isVerified
      checkedOn
    }
  }
`, [LocalizedFields]);

export const BorderFields = graphql(`
  fragment BorderFields on BorderRule {
    code
    version
    isDemonstration
    fromCountry
    toCountry
    unlessEnteredFrom
    validFrom
    validUntil
    provenance {
      source
      sourceUrl
      isVerified
      checkedOn
    }
  }
`);

export const InterpretationFields = graphql(`
  fragment InterpretationFields on InterpretationPrice {
    code
    version
    isDemonstration
    language {
      id
      code
      name { ...LocalizedFields }
    }
    countryCode
    per
    priceCents
    people
    validFrom
    validUntil
    provenance {
      source
      sourceUrl
      isVerified
      checkedOn
    }
  }
`, [LocalizedFields]);

export const HoursFields = graphql(`
  fragment CountryHoursFields on CountryHours {
    code
    version
    isDemonstration
    countryCode
    weekdays
    fromHour
    untilHour
    validFrom
    validUntil
    provenance {
      source
      sourceUrl
      isVerified
      checkedOn
    }
  }
`);

/** What is known of travelling, and whether who asks plans missions. */
export const TravelQuery = graphql(`
  query Travel {
    viewer {
      can { planMissions }
    }
    countries {
      id
      code
      name { ...LocalizedFields }
      nameNote { ...LocalizedFields }
    }
    cities {
      id
      code
      name { ...LocalizedFields }
    }
    travelLinks { ...LinkFields }
    borderRules { ...BorderFields }
    languages {
      id
      code
      name { ...LocalizedFields }
    }
    interpretationPrices { ...InterpretationFields }
    countryHours { ...CountryHoursFields }
  }
`, [BorderFields, HoursFields, InterpretationFields, LinkFields, LocalizedFields]);

/** What comes of a change: what was changed, as it is now. */
const TravelAnswer = graphql(`
  fragment TravelAnswer on TravelPayload {
    outcome
    faults {
      field
      fault
      maximum
    }
    link { ...LinkFields }
    borderRule { ...BorderFields }
    interpretation { ...InterpretationFields }
    countryHours { ...CountryHoursFields }
  }
`, [BorderFields, HoursFields, InterpretationFields, LinkFields]);

export const SaveLinkMutation = graphql(`
  mutation SaveTravelLink($code: String!, $version: Int!, $input: TravelLinkInput!) {
    saveTravelLink(code: $code, version: $version, input: $input) { ...TravelAnswer }
  }
`, [TravelAnswer]);

export const SaveBorderRuleMutation = graphql(`
  mutation SaveBorderRule($code: String!, $version: Int!, $input: BorderRuleInput!) {
    saveBorderRule(code: $code, version: $version, input: $input) { ...TravelAnswer }
  }
`, [TravelAnswer]);

export const SaveInterpretationMutation = graphql(`
  mutation SaveInterpretation($code: String!, $version: Int!, $input: InterpretationInput!) {
    saveInterpretation(code: $code, version: $version, input: $input) { ...TravelAnswer }
  }
`, [TravelAnswer]);

export const SaveHoursMutation = graphql(`
  mutation SaveCountryHours($code: String!, $version: Int!, $input: CountryHoursInput!) {
    saveCountryHours(code: $code, version: $version, input: $input) { ...TravelAnswer }
  }
`, [TravelAnswer]);

export const RemoveFactMutation = graphql(`
  mutation RemoveTravelFact($kind: TravelKind!, $code: String!, $version: Int!) {
    removeTravelFact(kind: $kind, code: $code, version: $version) { ...TravelAnswer }
  }
`, [TravelAnswer]);
