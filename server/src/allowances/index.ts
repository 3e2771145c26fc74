/** What allowances are computed from: rates by country, what currencies are worth, and the rule. */
export { AllowanceRate, AllowanceRule, ExchangeRate } from './allowance.entity.ts';
export { mayCost } from './allowance.policy.ts';
export { AllowancesResolver } from './allowances.resolver.ts';
export { CURRENCIES } from './currencies.ts';
export { CostFault, type CostField, CostOutcome, type CostResult, fault, invalid, lineFaults, result, tidyLine } from './cost-result.ts';
export { type Columns, isAddress, isWithin, MOST, type Read, today } from './read-basis.ts';
import './allowance.personal.ts';
import './allowance.reader.ts';
