/** As what somebody can act, in the order that lists have them: those who run the network first. */
export const ROLES = [
  'ADVISER', 'ASSISTANT', 'TRANSLATOR', 'SCAC', 'SSI', 'AUTHORITY', 'INTERNATIONAL', 'NGO_COORDINATOR', 'NGO_MEMBER', 'EXPERT',
] as const;

/** As what somebody acts. */
export type Role = (typeof ROLES)[number];

/** Where in that order a role stands. */
export function placeOfRole({ role }: { readonly role: Role }): number {
  return ROLES.indexOf(role);
}
