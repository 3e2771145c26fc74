/** The door of the register of personal data: what a feature needs to declare what its tables hold about persons. */
import 'reflect-metadata';
import { declarations } from './declare.ts';

export { DataRegisterResolver } from './data-register.resolver.ts';
export { kept, proposed, until } from './declare.ts';
export { registerFile } from './file.ts';

export const { personalData, personalTable, noPersons } = declarations;
