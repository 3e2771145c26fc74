/** GraphiQL: there in development only, and everything it needs is our own. */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { graphiqlPages } from '../../src/graphiql.ts';
import { send, testServer } from './harness.ts';

const server = testServer({}, {}, graphiqlPages());

/** What a page, a style sheet or a policy has loaded from elsewhere. */
const ELSEWHERE = /(?:src|href|action)\s*=\s*["']?\s*(?:https?:)?\/\/|url\(\s*["']?\s*(?:https?:)?\/\/|@import/i;

describe('GraphiQL', () => {
  test('is a page whose every asset is there, and our own', async () => {
    const { status, text, headers } = await send(server(), '/graphiql');
    expect(status).toBe(200);
    expect(headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(text).not.toMatch(ELSEWHERE);
    expect(text).not.toMatch(/<script>|style="[^"]*url|\son\w+=/);
    const assets = [...text.matchAll(/(?:src|href)="([^"]+)"/g)].map(([, path]) => path!);
    expect(assets.length).toBeGreaterThanOrEqual(5);
    for (const path of assets) {
      expect(path).toMatch(/^\/graphiql\/[a-z-]+\.(js|css)$/);
      const asset = await send(server(), path);
      expect({ path, status: asset.status, type: asset.headers.get('content-type'), isEmpty: asset.text === '' }).toEqual({
        path, status: 200, type: path.endsWith('.css') ? 'text/css; charset=utf-8' : 'text/javascript; charset=utf-8', isEmpty: false,
      });
      if (path.endsWith('.css')) expect(asset.text).not.toMatch(ELSEWHERE);
    }
  });

  test('asks our own API only', async () => {
    const { text } = await send(server(), '/graphiql/start.js');
    expect(text).toContain("'/graphql'");
    expect(text).not.toMatch(/https?:/);
  });

  test('may load nothing from elsewhere, whatever its scripts try', async () => {
    for (const path of Object.keys(graphiqlPages())) {
      const policy = (await send(server(), path)).headers.get('content-security-policy')!;
      const directives = policy.split(';').map((directive) => directive.trim().split(/\s+/));
      expect(directives[0]).toEqual(['default-src', "'none'"]);
      const allowed = new Set(["'self'", "'none'", "'unsafe-eval'", "'unsafe-inline'", 'data:', 'blob:']);
      expect(directives.flatMap(([, ...sources]) => sources).filter((source) => !allowed.has(source))).toEqual([]);
    }
  });

  test('is not there unless the server is told to show it, and never outside development', async () => {
    const other = await server().beside();
    for (const path of Object.keys(graphiqlPages())) expect((await send(other, path)).status).toBe(404);
    const projectFolder = await mkdtemp(join(tmpdir(), 'passerelle-project-'));
    await mkdir(join(projectFolder, 'client/dist'), { recursive: true });
    await writeFile(join(projectFolder, 'client/dist/index.html'), '<title>Page</title>');
    const outside = await server().beside({}, { isDevelopment: false, projectFolder }, graphiqlPages());
    expect((await send(outside, '/graphiql')).text).toBe('<title>Page</title>');
    for (const path of Object.keys(graphiqlPages())) expect((await send(outside, path)).text).not.toMatch(/graphiql|React/i);
    await rm(projectFolder, { recursive: true });
  });

  test('would be noticed if it loaded from elsewhere', () => {
    for (const text of ['<script src="https://unpkg.com/x"></script>', "<link href='//cdn.example/x.css'>", '@import "x.css"', 'a { background: url(https://x.example/y) }']) expect(text).toMatch(ELSEWHERE);
  });
});
