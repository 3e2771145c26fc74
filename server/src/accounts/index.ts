export { Accounts, type SignInLimits } from './accounts.service.ts';
export { AccountsResolver } from './accounts.resolver.ts';
export { DemonstrationAccount } from './demonstration-account.entity.ts';
export { Member } from './member.entity.ts';
export { Person } from './person.entity.ts';
export type { SignInLink } from './sign-in.ts';
export { SignInAccount, SignInSession, SignInVerification } from './sign-in.entity.ts';
export { PersonReader } from './accounts.reader.ts';
import './account.personal.ts';
