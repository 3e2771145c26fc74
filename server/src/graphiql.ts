/** GraphiQL from this machine's own packages: nothing is asked of anybody else. Development only. */
import { createReadStream } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { Handler } from './core/http/index.ts';

const require = createRequire(import.meta.url);
const within = (name: string, file: string): string => join(dirname(require.resolve(`${name}/package.json`)), file);

const PAGE = `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <title>GraphiQL</title>
    <link rel="stylesheet" href="/graphiql/graphiql.css" />
  </head>
  <body>
    <div id="graphiql" style="block-size: 100vh"></div>
    <script src="/graphiql/react.js"></script>
    <script src="/graphiql/react-dom.js"></script>
    <script src="/graphiql/graphiql.js"></script>
    <script src="/graphiql/start.js"></script>
  </body>
</html>
`;

const START = `const locale = new URLSearchParams(location.search).get('locale');
const url = '/graphql' + (locale ? '?locale=' + encodeURIComponent(locale) : '');
ReactDOM.createRoot(document.getElementById('graphiql')).render(
  React.createElement(GraphiQL, { fetcher: GraphiQL.createFetcher({ url }) }),
);
`;

/** GraphiQL writes styles and compiles templates: its pages have a policy of their own. */
const POLICY = "default-src 'none'; script-src 'self' 'unsafe-eval'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self' data:; connect-src 'self'; worker-src 'self' blob:; base-uri 'none'; frame-ancestors 'none'";

const text = (type: string, body: string): Handler => (_request, response) => {
  response.setHeader('content-security-policy', POLICY);
  response.setHeader('content-type', `${type}; charset=utf-8`);
  response.end(body);
};

const file = (type: string, path: string): Handler => (_request, response) => {
  response.setHeader('content-security-policy', POLICY);
  response.setHeader('content-type', `${type}; charset=utf-8`);
  createReadStream(path).pipe(response);
};

/** The addresses of GraphiQL. Its packages are there in development only: call it then. */
export function graphiqlPages(): Readonly<Record<string, Handler>> {
  return {
    '/graphiql': text('text/html', PAGE),
    '/graphiql/start.js': text('text/javascript', START),
    '/graphiql/react.js': file('text/javascript', within('react', 'umd/react.production.min.js')),
    '/graphiql/react-dom.js': file('text/javascript', within('react-dom', 'umd/react-dom.production.min.js')),
    '/graphiql/graphiql.js': file('text/javascript', within('graphiql', 'graphiql.min.js')),
    '/graphiql/graphiql.css': file('text/css', within('graphiql', 'graphiql.min.css')),
  };
}
