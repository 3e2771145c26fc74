/** What a role means is written in the policies: elsewhere the server names none, save where the reason stands here. */
import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const SOURCE = new URL('../../src/', import.meta.url);

/** Where roles may be named: what they may do; the rules of rows, which say it again; what tries and invents them. */
const AT_HOME = /\.policy\.ts$|^migrations\/|\.(?:test|fixture|types)\.ts$|^demonstration\//;

const REASONS: Readonly<Record<string, string>> = {
  'accounts/member-role.ts': 'says which roles there are',
  'accounts/member.entity.ts': 'for what each role is: the check of the table',
  'consultations/consultation.entity.ts': 'as the two services of an embassy that answer',
  'consultations/unserved-service.entity.ts': 'as the two services of an embassy that answer: the view',
  'coordination/coordination.reader.ts': 'as the two services of an embassy, of which neither is told from the other',
  'exports/requests.export.ts': 'as the two services of an embassy that answer: the columns of the file',
  'members/access-request.entity.ts': 'as what one may ask for access: the check of the table',
  'members/access-requests.resolver.ts': 'as what one may ask for access',
  'members/invitation.entity.ts': 'for what each role is: the check of the table',
  'registrations/own-capacity.entity.ts': 'as what one takes part oneself: the view',
  'upkeep/upkeep.reader.ts': 'as the two services of an embassy, of which neither is told from the other',
};

/** Names that are of roles alone, and those that other things have too, where a role is compared with them. */
const NAMED = /\b(?:SCAC|SSI|NGO_COORDINATOR|NGO_MEMBER|ASSISTANT|TRANSLATOR)\b|\brole\b[^\n]{0,60}'(?:ADVISER|EXPERT|AUTHORITY|INTERNATIONAL)'/;

const namesRoles = (text: string): boolean => NAMED.test(text);

test('roles are named in the policies, and elsewhere for a reason', () => {
  const files = globSync('**/*.ts', { cwd: SOURCE }).map((file) => file.replaceAll('\\', '/')).filter((file) => !AT_HOME.test(file));
  expect(files.length).toBeGreaterThan(200);
  expect(files.filter((file) => namesRoles(readFileSync(new URL(file, SOURCE), 'utf8'))).sort()).toEqual(Object.keys(REASONS).sort());
});

test('a role that decides something elsewhere is found out', () => {
  for (const line of [`if (role === 'SSI') return true;`, `case when m.role = 'AUTHORITY' then`, `roles.includes('NGO_MEMBER')`, `m.role in ('SCAC')`]) expect([line, namesRoles(line)]).toEqual([line, true]);
  for (const line of [`visibility === 'ADVISER'`, `sector: 'AUTHORITY'`, `subject === 'EXPERT'`]) expect([line, namesRoles(line)]).toEqual([line, false]);
});
