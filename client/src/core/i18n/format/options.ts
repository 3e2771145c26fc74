/** How dates are written: shared by the Intl formatter and by the builder of the tables, so that both say the same. */
export const DATE: Intl.DateTimeFormatOptions = { year: 'numeric', month: 'long', day: 'numeric' };

/** A date with its weekday. */
export const WEEKDAY_DATE: Intl.DateTimeFormatOptions = { ...DATE, weekday: 'long' };

/** A month alone, as a heading or a choice. */
export const MONTH: Intl.DateTimeFormatOptions = { month: 'long' };

/** A weekday alone. */
export const WEEKDAY: Readonly<Record<'long' | 'short', Intl.DateTimeFormatOptions>> = { long: { weekday: 'long' }, short: { weekday: 'short' } };

/** A month with its year. */
export const MONTH_YEAR: Intl.DateTimeFormatOptions = { year: 'numeric', month: 'long' };

/** An hour, on the 24-hour clock everywhere: a programme must not be read twelve hours off. */
export const TIME: Intl.DateTimeFormatOptions = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' };

/** A date with its hour and the distance of its zone to Greenwich. */
export const DATE_TIME: Intl.DateTimeFormatOptions = { ...DATE, ...TIME, timeZoneName: 'shortOffset' };

/** The decimals that a number shows. */
export const DECIMAL: Intl.NumberFormatOptions = { maximumFractionDigits: 3 };
