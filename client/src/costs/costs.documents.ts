import { LocalizedFields } from '../core/api/fragments.documents.ts';
import { graphql } from '../core/api/graphql.ts';

/** What all costs of a mission come to. */
export const BudgetFields = graphql(`
  fragment BudgetFields on Mission {
    id
    envelopeCents
    budget {
      plannedCents
      expectedCents
      actualCents
      unknownLines
      can {
        edit
        travel
      }
    }
  }
`);

/** The journeys and costs of a mission, as the adviser keeps them. */
export const CostsFields = graphql(`
  fragment CostsFields on Mission {
    ...BudgetFields
    isDemonstration
    startsOn
    title { ...LocalizedFields }
    members {
      key
      name
      substituteForKey
    }
    legs {
      id
      city {
        id
        code
        name { ...LocalizedFields }
      }
    }
    journeys {
      key
      version
      mode
      departsAt
      arrivesAt
      carrier
      travellers
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
    }
    costs {
      key
      version
      kind
      isComputed
      legKey
      memberKey
      travelKey
      label
      labelLocale
      onDay
      nights
      lunches
      dinners
      unitCents
      currency
      plannedCents
      actualCents
      basis {
        arrivesAt
        leavesAt
        since
        until
        isLodgingProvided
        lunchesProvided
        dinnersProvided
        rule
        ruleFrom
        ruleSource
        nightPermille
        nightFrom
        nightUntil
        isNightWhole
        lunchPermille
        lunchFrom
        lunchUntil
        dinnerPermille
        dinnerFrom
        dinnerUntil
        rateFrom
        rateSource
        micros
        exchangeFrom
        exchangeSource
      }
    }
  }
`, [BudgetFields, LocalizedFields]);

/** What all costs of a mission come to. */
export const BudgetQuery = graphql(`
  query MissionBudget($id: ID!) {
    mission(id: $id) { ...BudgetFields }
  }
`, [BudgetFields]);

/** The journeys and costs of a mission, and the cities that journeys lead to. */
export const CostsQuery = graphql(`
  query MissionCosts($id: ID!) {
    mission(id: $id) { ...CostsFields }
    cities {
      id
      code
      name { ...LocalizedFields }
    }
  }
`, [CostsFields, LocalizedFields]);
