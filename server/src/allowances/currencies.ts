/** The currencies that there are: ISO 4217, as the engine knows them. */
export const CURRENCIES: ReadonlySet<string> = new Set(Intl.supportedValuesOf('currency'));
