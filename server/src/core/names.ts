/** Words of an enumeration, each the value of its own name: `names('OPEN', 'CLOSED')` is `{ OPEN: 'OPEN', CLOSED: 'CLOSED' }`. */
export const names = <const T extends readonly string[]>(...given: T): { readonly [K in T[number]]: K } => Object.fromEntries(given.map((name) => [name, name])) as never;
