import { LocalizedFields } from '../core/api/fragments.documents.ts';
import { graphql } from '../core/api/graphql.ts';

export const RateFields = graphql(`
  fragment RateFields on AllowanceRate {
    key
    version
    isDemonstration
    validFrom
    centsPerDay
    currency
    country {
      id
      code
      name { ...LocalizedFields }
      nameNote { ...LocalizedFields }
    }
    provenance {
      source
      sourceUrl
      isVerified
      checkedOn
    }
  }
`, [LocalizedFields]);

export const ExchangeFields = graphql(`
  fragment ExchangeFields on ExchangeRate {
    key
    version
    isDemonstration
    validFrom
    currency
    micros
    provenance {
      source
      sourceUrl
      isVerified
      checkedOn
    }
  }
`);

export const RuleFields = graphql(`
  fragment RuleFields on AllowanceRule {
    code
    version
    isDemonstration
    validFrom
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
    provenance {
      source
      sourceUrl
      isVerified
      checkedOn
    }
  }
`);

/** What allowances are computed from, and whether who asks keeps accounts of missions. */
export const RatesQuery = graphql(`
  query Allowances {
    viewer {
      can { planMissions }
    }
    countries {
      id
      code
      name { ...LocalizedFields }
      nameNote { ...LocalizedFields }
    }
    allowanceRates { ...RateFields }
    exchangeRates { ...ExchangeFields }
    allowanceRules { ...RuleFields }
  }
`, [ExchangeFields, LocalizedFields, RateFields, RuleFields]);

/** What comes of a change: what was changed, as it is now. */
const RateAnswer = graphql(`
  fragment RateAnswer on AllowancePayload {
    outcome
    faults {
      field
      fault
      maximum
    }
    rate { ...RateFields }
    exchange { ...ExchangeFields }
    rule { ...RuleFields }
  }
`, [ExchangeFields, RateFields, RuleFields]);

export const SaveRateMutation = graphql(`
  mutation SaveAllowanceRate($key: UUID!, $version: Int!, $input: AllowanceRateInput!) {
    saveAllowanceRate(key: $key, version: $version, input: $input) { ...RateAnswer }
  }
`, [RateAnswer]);

export const SaveExchangeMutation = graphql(`
  mutation SaveExchangeRate($key: UUID!, $version: Int!, $input: ExchangeRateInput!) {
    saveExchangeRate(key: $key, version: $version, input: $input) { ...RateAnswer }
  }
`, [RateAnswer]);

export const SaveRuleMutation = graphql(`
  mutation SaveAllowanceRule($code: String!, $version: Int!, $input: AllowanceRuleInput!) {
    saveAllowanceRule(code: $code, version: $version, input: $input) { ...RateAnswer }
  }
`, [RateAnswer]);

export const RemoveBasisMutation = graphql(`
  mutation RemoveAllowanceBasis($kind: AllowanceBasisKind!, $key: String!, $version: Int!) {
    removeAllowanceBasis(kind: $kind, key: $key, version: $version) { ...RateAnswer }
  }
`, [RateAnswer]);
