/** The rule that roles are known to policies alone: that it finds each way to decide by one, and lets be what only shows one; and the one of what browsers cannot sort. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { ESLint } from 'eslint';

const eslint = new ESLint({ cwd: fileURLToPath(new URL('..', import.meta.url)), overrideConfigFile: fileURLToPath(new URL('eslint.config.js', import.meta.url)) });

/** How often a rule, known by how its message begins, speaks of a text as that of a file. */
async function found(text: string, filePath: string, begins = 'Roles are known to policies alone'): Promise<number> {
  const [result] = await eslint.lintText(text, { filePath });
  assert.deepEqual(result!.messages.filter(({ fatal }) => fatal), []);
  return result!.messages.filter(({ message }) => message.includes(begins)).length;
}

/** In a script, of the server and of the client. */
const EVERYWHERE = [
  "export const f = ({ role }) => role === 'ADVISER';",
  "export const f = ({ role }) => 'SCAC' !== role;",
  "const { role } = member; export const is = role == 'AUTHORITY';",
  "export const f = (ownRole: string) => ownRole === 'INTERNATIONAL';",
  "export const f = (asWhat: string) => asWhat === 'NGO_MEMBER';",
  'export const f = (asWhat: string) => asWhat === `SSI`;',
  "export const f = ({ role }) => (role as string) === 'EXPERT';",
  "export const f = ({ role }) => role! === 'EXPERT';",
  "export const f = ({ role }) => { switch (role) { default: return 1; } };",
  "export const f = (as: string) => { switch (as) { case 'TRANSLATOR': return 1; default: return 2; } };",
  'export const f = (list: string[], { role }) => list.includes(role);',
  'export const f = (list: Set<string>, { role }) => list.has(role);',
  'export const f = ({ role }) => Object.hasOwn(TABLE, role);',
  'export const f = ({ role }) => role in TABLE;',
  "export const f = (roles: string[]) => roles.includes('SCAC');",
  "export const f = ({ role }) => role.startsWith('NGO');",
  "export const POSTS = ['SCAC', 'SSI'];",
];

/** In a script of the client. */
const IN_THE_CLIENT = [
  'export const f = (member) => member.role;', "export const f = (member) => member?.role === 'EXPERT';", "export const f = (member) => member['role'];",
  'export const f = ({ role: own }) => own;', "export const f = ({ role: own = '' }) => own;", 'export const f = ({ role }, other) => role === other;', 'export const f = ({ role }) => TABLE[role];', 'export const TABLE = { SCAC: true };',
];

/** In a template. */
const IN_A_TEMPLATE = [
  '<p v-if="member.role === \'EXPERT\'" />', '<p v-if="member?.role !== \'ADVISER\'" />', '<p v-if="can.invite.some(({ role }) => role === \'SCAC\')" />', '<p v-if="roles.includes(\'SCAC\')" />', '<p v-if="LIST.includes(member.role)" />',
  '<p :class="{ high: TABLE[member.role] }" />', '<p>{{ person.role === \'AUTHORITY\' ? 1 : 2 }}</p>', '<p v-for="{ role: own } in members" :key="own" />', '<p v-if="asWhat === \'NGO_MEMBER\'" />', '<p v-if="member.role.startsWith(\'NGO\')" />',
];

for (const text of EVERYWHERE) {
  test(`in a script: ${text}`, async () => {
    assert.notEqual(await found(text, 'server/src/members/probe.service.ts'), 0);
    assert.notEqual(await found(text, 'client/src/members/probe.ts'), 0);
    assert.notEqual(await found(`<script setup lang="ts">\n${text.replaceAll('export const', 'const')}\n</script>\n`, 'client/src/members/Probe.vue'), 0);
  });
}
for (const text of IN_THE_CLIENT) test(`in the client: ${text}`, async () => assert.notEqual(await found(text, 'client/src/members/probe.ts'), 0));
for (const text of IN_A_TEMPLATE) test(`in a template: ${text}`, async () => assert.notEqual(await found(`<template>\n  ${text}\n</template>\n`, 'client/src/members/Probe.vue'), 0));

test('where roles are known, in policies and in lists of words, it is silent', async () => {
  const text = EVERYWHERE[0]!;
  assert.equal(await found(text, 'server/src/members/members.policy.ts'), 0);
  assert.equal(await found('export const words = { SCAC: 1 }; export const f = (role) => words[role];', 'client/src/accounts/useRoleName.ts'), 0);
});

test('what shows a role, sends it or asks an ability for it is left alone', async () => {
  for (const text of ["export const f = ({ role }) => roleName(role);", 'export const f = (can, act) => can.changeTo.includes(act.role);', "export const f = (kind) => kind === 'INTERNATIONAL';", "export const f = (value) => value === 'ADVISER';", "export const f = (subject) => subject === 'EXPERT';"]) {
    assert.equal(await found(text, 'server/src/members/probe.service.ts'), 0);
  }
  assert.equal(await found('export const f = ({ role }) => ({ input: { role } });', 'client/src/members/probe.ts'), 0);
  assert.equal(await found('<template>\n  <p role="alert">{{ roleName(member.role) }}</p>\n</template>\n', 'client/src/members/Probe.vue'), 0);
});

test('names are sorted by `byName` alone: what asks the browser for an order is found, in pages too', async () => {
  const sorting = ['export const f = (a, b) => a.localeCompare(b);', "export const f = new Intl.Collator('sq');", "export const { Collator } = Intl;", "export const f = (a, b) => a?.localeCompare(b);"];
  for (const text of sorting) {
    assert.notEqual(await found(text, 'client/src/experts/probe.ts', 'Chromium cannot sort'), 0, text);
    assert.notEqual(await found(`<script setup lang="ts">\n${text.replaceAll('export const', 'const')}\n</script>\n`, 'client/src/experts/Probe.vue', 'Chromium cannot sort'), 0, text);
  }
  assert.equal(await found(sorting[1]!, 'client/src/core/i18n/ordering.ts', 'Chromium cannot sort'), 0);
  assert.equal(await found(sorting[0]!, 'server/src/experts/probe.ts', 'Chromium cannot sort'), 0);
});
