/** The door of the register of personal data: what a feature needs to declare what its tables hold about persons. */
import 'reflect-metadata';
import { declarations } from './declare.ts';

export { DataRegisterResolver } from './data-register.resolver.ts';
export { declarations, kept, proposed, until, unlinked } from './declare.ts';
export { registerFile } from './file.ts';
export { forgettings, termsOf } from './forgetting.ts';
export { UnlinkedReason } from './codes.ts';
export { DataColumn } from './data-register.type.ts';
export { type Lead, type TableWay, waysOf } from './ways.ts';

export const { personalData, personalTable, noPersons } = declarations;
