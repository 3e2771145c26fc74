/**
 * The distance of a zone to Greenwich as clocks and travel papers everywhere have it: `GMT+1`, `UTC−5`, `GMT+5:30`. The data that formats
 * come from names Greenwich in Bulgarian, puts spaces before the sign in Bosnian, Croatian and Slovenian, and minutes after it in Greek.
 */
export const plainOffset = (name: string): string => name.replace('Гринуич', 'GMT').replace(/\s|:00|\b0(?=\d)/g, '');
