/**
 * Compiles the templates of the mails, `src/mail/templates/*.mjml` in their one layout, to the HTML that the server fills
 * in. With `--check`, writes nothing and fails when the file is not what the templates say.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import mjml2html from 'mjml';

const folder = new URL('../src/mail/templates/', import.meta.url);
const file = new URL('templates.generated.ts', folder);
const LAYOUT = 'layout.mjml';

const read = (name: string): string => readFileSync(new URL(name, folder), 'utf8');

async function compiled(name: string): Promise<string> {
  const { html, errors } = await mjml2html(read(LAYOUT).replace('{{content}}', () => read(name)), { fonts: {}, keepComments: false, validationLevel: 'strict' });
  if (errors.length > 0) throw new Error(`${name}: ${errors.map(({ formattedMessage }) => formattedMessage).join('\n')}`);
  return html.split('\n').map((line) => line.trim()).filter((line) => line !== '').join('\n');
}

const names = readdirSync(folder).filter((name) => name.endsWith('.mjml') && name !== LAYOUT).sort();
const lines = await Promise.all(names.map(async (name) => `  ${name.replace('.mjml', '')}: ${JSON.stringify(await compiled(name))},`));
const text = [
  '/** The templates of the mails as HTML, with `{{names}}` to fill in. Written by `pnpm --filter @passerelle/server mails`. */',
  'export const TEMPLATES = {', ...lines, '} as const;', '',
].join('\n');

if (!process.argv.includes('--check')) writeFileSync(file, text);
else if (readFileSync(file, 'utf8') !== text) {
  console.error('The compiled mails are not what the templates say: run `pnpm --filter @passerelle/server mails`.');
  process.exitCode = 1;
}
