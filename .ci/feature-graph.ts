/**
 * Draws, in `docs/architecture.md`, which feature of the server uses which: between the two marks, from the imports.
 * With `--check`, fails when the drawing is not what the code says.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const project = fileURLToPath(new URL('..', import.meta.url));
const source = join(project, 'server/src');
const page = join(project, 'docs/architecture.md');
const NOT_FEATURES = new Set(['core', 'migrations']);

const features = readdirSync(source, { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && !NOT_FEATURES.has(entry.name))
  .map((entry) => entry.name)
  .sort();

function usedBy(feature: string): string[] {
  const files = readdirSync(join(source, feature), { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts') && !/\.(?:test|fixture)\.ts$/.test(name));
  const used = files.flatMap((name) => [...readFileSync(join(source, feature, name), 'utf8').matchAll(/from '(?:\.\.\/)+([a-z-]+)\/[^']+'/g)].map((match) => match[1]!));
  return features.filter((other) => other !== feature && used.includes(other));
}

const lines = features.flatMap((feature) => {
  const used = usedBy(feature);
  return used.length > 0 ? [`  ${feature} --> ${used.join(' & ')}`] : [`  ${feature}`];
});
const drawing = `<!-- feature graph: generated -->\n\n\`\`\`mermaid\ngraph LR\n${lines.join('\n')}\n\`\`\`\n\n<!-- end of feature graph -->`;
const before = readFileSync(page, 'utf8');
const after = before.replace(/<!-- feature graph: generated -->[\s\S]*<!-- end of feature graph -->/, drawing);
if (!process.argv.includes('--check')) writeFileSync(page, after);
else if (after !== before) {
  console.error('The feature graph in docs/architecture.md is not what the code says: run `npm run graph`.');
  process.exitCode = 1;
}
