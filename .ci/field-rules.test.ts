/** The rule that fields are parts of core: that it finds each native one, and lets be what has a reason. */
import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { ESLint } from 'eslint';
import { OWN_FIELDS } from './field-rules.js';

const root = fileURLToPath(new URL('..', import.meta.url));
const eslint = new ESLint({ cwd: root, overrideConfigFile: fileURLToPath(new URL('eslint.config.js', import.meta.url)) });

/** How often the rule speaks of a template as that of a file. */
async function found(template: string, filePath = 'client/src/members/Probe.vue'): Promise<number> {
  const [result] = await eslint.lintText(`<template>\n  ${template}\n</template>\n`, { filePath });
  assert.deepEqual(result!.messages.filter(({ fatal }) => fatal), []);
  return result!.messages.filter(({ message }) => message.startsWith('Fields are parts of core')).length;
}

for (const text of ['<input v-model="typed" />', '<input type="checkbox" />', '<p><input :type="kind" /></p>', '<select v-if="is" v-model="typed" />', '<textarea v-model="typed" />']) {
  test(`a field that a page draws itself is found: ${text}`, async () => assert.equal(await found(text), 1));
}

test('what is chosen of several, a part of core and whatever has a reason are left alone', async () => {
  assert.equal(await found('<input v-model="typed" type="radio" />'), 0);
  assert.equal(await found('<TextField v-model="typed" />'), 0);
  for (const file of ['client/src/core/ui/TextField.vue', ...OWN_FIELDS]) assert.equal(await found('<input v-model="typed" />', file), 0);
});

test('who compares a role in a template is still found', async () => {
  const [result] = await eslint.lintText('<template>\n  <p v-if="member.role === \'EXPERT\'" />\n</template>\n', { filePath: 'client/src/members/Probe.vue' });
  assert.notEqual(result!.messages.filter(({ message }) => message.startsWith('Roles are known')).length, 0);
});

test('each file with a field of its own is there', () => {
  assert.deepEqual(OWN_FIELDS.filter((file) => !existsSync(new URL(`../${file}`, import.meta.url))), []);
});
