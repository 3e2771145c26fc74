export { Accounts, type SignInLink } from './accounts.service.ts';
export { AccountsResolver } from './accounts.resolver.ts';
export { Member, MemberRole } from './member.entity.ts';
export { Person } from './person.entity.ts';
export { SignInAccount, SignInSession, SignInVerification } from './sign-in.entity.ts';
import './accounts.reader.ts';
import './account.personal.ts';
