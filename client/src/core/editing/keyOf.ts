/** The key in an id: what follows the name of its kind. */
export const keyOf = ({ id }: { readonly id: string }): string => id.slice(id.indexOf('_') + 1);
