import { graphql } from '../../core/api/graphql.ts';
import { SearchFacts } from './plan.documents.ts';
import { AssumptionFields, CountryHoursFields, LevelFields, SettingsFields, SourceFields } from './planAssumptions.documents.ts';

/** What a sentence about a plan is about. */
export const RefFields = graphql(`
  fragment PlanRefFields on PlanRef {
    kind
    id
    meetingKey
    otherMeetingKey
    personKey
    cause
    part: role
    languages
    mode
    fromCity
    toCity
    countryCode
    fromCountry
    toCountry
    rule
    pin
    isChosen
    bound
    costKind
    amount
    day
    from
    until
    source { ...PlanSourceFields }
  }
`, [SourceFields]);

/** Of hours of work what they are, and where that is from. */
export const HoursFields = graphql(`
  fragment PlanHoursFields on PlanRef {
    hours { ...PlanCountryHoursFields }
  }
`, [CountryHoursFields]);

const SaidFields = graphql(`
  fragment PlanSaidFields on PlanSentence {
    code
    amount
    measure
    day
    from
    until
  }
`);

const SentenceFields = graphql(`
  fragment PlanSentenceFields on PlanSentence {
    ...PlanSaidFields
    about {
      ...PlanRefFields
      ...PlanHoursFields
    }
  }
`, [SaidFields, RefFields, HoursFields]);

const LegFields = graphql(`
  fragment PlanLegFields on PlanLeg {
    fromCity
    toCity
    why {
      ...PlanSaidFields
      about { ...PlanRefFields }
    }
  }
`, [SaidFields, RefFields]);

const MomentFields = graphql(`
  fragment PlanMomentFields on PlanMoment {
    at
    local
    timeZone
  }
`);

/** A plan, without why it is as it is. */
export const PlanFields = graphql(`
  fragment PlanFields on ProposedPlan {
    nights
    worth
    balance
    countries
    formerChanges {
      count
      added
      dropped
      moved
      attended
    }
    travellers {
      personKey
      roles
      startCity
      isStartAssumed
      nights
      journeys {
        linkCode
        fromCity
        toCity
        mode
        personKeys
        departs { ...PlanMomentFields }
        arrives { ...PlanMomentFields }
        source { ...PlanSourceFields }
      }
    }
    meetings {
      meetingKey
      city
      isFixed
      interpreted
      starts { ...PlanMomentFields }
      ends { ...PlanMomentFields }
      attends {
        personKey
        roles
      }
    }
    costs {
      totalCents
      envelopeCents
      sums {
        kind
        cents
      }
      lines {
        kind
        cents
        units
        nights
        lunches
        dinners
        about { ...PlanRefFields }
      }
    }
  }
`, [MomentFields, RefFields, SourceFields]);

/** A search with its plan and all that is said of it. */
export const PlanSearchQuery = graphql(`
  query PlanSearch($id: ID!) {
    planSearch(id: $id) {
      ...PlanSearchFacts
      can {
        stop
        takeOver
        askCurve
        stopCurve
        askWhy
        stopWhy
      }
      curve {
        state
        reason
        points {
          envelopeCents
          meetings
          costCents
          isProved
        }
      }
      why {
        meetingKey
        state
        reason
      }
      takenAt
      settings { ...PlanSettingsFields }
      value { ...PlanLevelFields }
      people {
        key
        expert
        name
        isMember
        kinds: roles
      }
      plan { ...PlanFields }
      meetings { key }
      conflicts { ...PlanSentenceFields }
      legs { ...PlanLegFields }
      leftOut {
        meetingKey
        isOpen
        isProved
        why { ...PlanSentenceFields }
        witness { ...PlanSentenceFields }
        changes { ...PlanSentenceFields }
        exchange { ...PlanSentenceFields }
      }
      alternatives {
        kind
        isProved
        value { ...PlanLevelFields }
        plan { ...PlanFields }
        legs { ...PlanLegFields }
      }
      assumptions { ...PlanAssumptionFields }
    }
    travelLinks {
      code
      mode
      fromCity {
        id
        code
      }
      toCity {
        id
        code
      }
    }
  }
`, [AssumptionFields, LegFields, LevelFields, PlanFields, SearchFacts, SentenceFields, SettingsFields]);

/** Whether something else would be asked now of the same choice. */
export const PlanSearchOutdatedQuery = graphql(`
  query PlanSearchOutdated($id: ID!) {
    isPlanSearchOutdated(id: $id)
  }
`);
