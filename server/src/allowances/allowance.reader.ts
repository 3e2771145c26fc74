/** How rates and rules are read: by the adviser's circle, and of a demonstration the invented rates alone. */
import { provenanceOf } from '../core/provenance/index.ts';
import { one, query, reader, type RuleActor, type Sql, sql } from '../core/reader/index.ts';
import { CountryReader } from '../countries/index.ts';
import { AllowanceRate, AllowanceRule, ExchangeRate } from './allowance.entity.ts';

/** Of nobody's knowledge but the adviser's circle. */
const seenByAdviser = ({ circle }: RuleActor): Sql<boolean> | undefined => (circle === 'adviser' ? undefined : sql<boolean>`false`);

export const AllowanceRateReader = reader(AllowanceRate, { rows: (_rate, actor) => seenByAdviser(actor), fields: (rate) => ({ key: rate.uuid, country: one(CountryReader, (country) => sql`${country.code} = ${rate.country}`), provenance: provenanceOf(rate) }) });
export const ExchangeRateReader = reader(ExchangeRate, { rows: (_rate, actor) => seenByAdviser(actor), fields: (rate) => ({ key: rate.uuid, provenance: provenanceOf(rate) }) });
export const AllowanceRuleReader = reader(AllowanceRule, { rows: (_rule, actor) => seenByAdviser(actor), fields: (rule) => ({ provenance: provenanceOf(rule) }) });

query('allowanceRates', {
  description: 'What a day in each country gives, the latest first: the adviser’s alone; none for others. Of a country that is not among them it is not known.',
  list: AllowanceRateReader, order: (rate) => [rate.country, sql`${rate.validFrom} desc`, rate.uuid],
});
query('exchangeRates', { description: 'What currencies are worth in euros, the latest first: the adviser’s alone; none for others.', list: ExchangeRateReader, order: (rate) => [rate.currency, sql`${rate.validFrom} desc`, rate.uuid] });
query('allowanceRules', { description: 'By which rules allowances are computed, the latest first: the adviser’s alone; none for others.', list: AllowanceRuleReader, order: (rule) => [sql`${rule.validFrom} desc`, rule.code] });
