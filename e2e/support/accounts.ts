/** People of the demonstration by their addresses. */

export const address = (name: string): string => `${name}@passerelle.example`;
