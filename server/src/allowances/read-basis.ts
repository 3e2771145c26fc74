/** Reading what is sent of rates and rules: the columns as they are stored, or everything that is wrong with them. Pure functions. */
import type { AllowanceRateInput, AllowanceRuleInput, ExchangeRateInput, SourceInput } from './allowance-input.type.ts';
import { CURRENCIES } from './currencies.ts';
import { type CostFault, fault, lineFaults, tidyLine } from './cost-result.ts';

/** The most signs of a source and of its address, hundredths of a daily rate, and millionths of a euro that a unit of a currency is worth. */
export const MOST = { source: 300, sourceUrl: 500, cents: 100_000_000, micros: 100_000_000 } as const;

/** A row, by column. */
export type Columns = Readonly<Record<string, string | number | boolean | null>>;

/** What is sent, by column, and what is wrong with it. */
export interface Read {
  readonly columns: Columns;
  readonly faults: readonly CostFault[];
}

/** Whether it is a whole number between two. */
export const isWithin = (value: number, least: number, most: number): boolean => Number.isInteger(value) && value >= least && value <= most;

/** Whether it is an address on the web. */
export function isAddress(text: string): boolean {
  return /^https?:\/\/\S+$/.test(text) && URL.canParse(text);
}

function sourceOf({ source, sourceUrl, readOn }: SourceInput, today: string): Read {
  const [said, url] = [tidyLine(source), tidyLine(sourceUrl)];
  return {
    columns: { source: said, source_url: url, checked_on: readOn, is_verified: true },
    faults: [
      ...(said === null ? [fault('SOURCE', 'MISSING')] : lineFaults('SOURCE', said, MOST.source)), ...lineFaults('SOURCE_URL', url, MOST.sourceUrl), ...(url !== null && !isAddress(url) ? [fault('SOURCE_URL', 'UNREADABLE')] : []),
      ...(readOn > today ? [fault('READ_ON', 'FUTURE')] : []),
    ],
  };
}

/** Of what a day in a country gives; `today` where the adviser is. */
export function readRate({ country, validFrom, centsPerDay, currency, source }: AllowanceRateInput, today: string): Read {
  const { columns, faults } = sourceOf(source, today);
  return {
    columns: { country_code: country, valid_from: validFrom, cents_per_day: centsPerDay, currency, ...columns },
    faults: [...(isWithin(centsPerDay, 1, MOST.cents) ? [] : [fault('AMOUNT', 'OUT_OF_RANGE')]), ...(CURRENCIES.has(currency) ? [] : [fault('CURRENCY', 'UNKNOWN')]), ...faults],
  };
}

/** Of what a currency is worth. */
export function readExchange({ currency, validFrom, micros, source }: ExchangeRateInput, today: string): Read {
  const { columns, faults } = sourceOf(source, today);
  return {
    columns: { currency, valid_from: validFrom, micros, ...columns },
    faults: [...(CURRENCIES.has(currency) && currency !== 'EUR' ? [] : [fault('CURRENCY', 'UNKNOWN')]), ...(isWithin(micros, 1, MOST.micros) ? [] : [fault('EXCHANGE', 'OUT_OF_RANGE')]), ...faults],
  };
}

/** The day in Paris, whose day the regional adviser’s is. */
export const today = (): string => new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/Paris' }).format(new Date());

const HOUR = /^([01]\d|2[0-3]):[0-5]\d$/;

/** Of the rule. */
export function readRule({ validFrom, isNightWhole, source, ...rule }: AllowanceRuleInput, today: string): Read {
  const { columns, faults } = sourceOf(source, today);
  const windows = [['night', rule.nightPermille, rule.nightFrom, rule.nightUntil], ['lunch', rule.lunchPermille, rule.lunchFrom, rule.lunchUntil], ['dinner', rule.dinnerPermille, rule.dinnerFrom, rule.dinnerUntil]] as const;
  const hasShares = windows.every(([, permille]) => isWithin(permille, 0, 1000)) && windows.reduce((sum, [, permille]) => sum + permille, 0) <= 1000;
  const hasHours = windows.every(([, , from, until]) => HOUR.test(from) && HOUR.test(until) && from < until);
  return {
    columns: { valid_from: validFrom, is_night_whole: isNightWhole, ...Object.fromEntries(windows.flatMap(([name, permille, from, until]) => [[`${name}_permille`, permille], [`${name}_from`, from], [`${name}_until`, until]])), ...columns },
    faults: [...(hasShares ? [] : [fault('SHARES', 'OUT_OF_RANGE')]), ...(hasHours ? [] : [fault('HOURS', 'NOT_AFTER')]), ...faults],
  };
}
