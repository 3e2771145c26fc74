/** The words for what a country says in its law, or of an instrument. */
import { registerEnumType } from 'type-graphql';
import { names } from '../core/names.ts';

export const ProvisionKind = names('PROVISION', 'RESERVATION', 'DECLARATION');
export type ProvisionKind = keyof typeof ProvisionKind;
registerEnumType(ProvisionKind, {
  name: 'ProvisionKind', description: 'What a country has in its law for an instrument, or has said of it.',
  valuesConfig: { PROVISION: { description: 'A provision of its own law.' }, RESERVATION: { description: 'A reservation to the instrument.' }, DECLARATION: { description: 'A declaration about the instrument.' } },
});
