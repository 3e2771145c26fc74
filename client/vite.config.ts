import { defineConfig } from 'vite';

import { catalogueFiles } from './scripts/catalogueFiles.ts';
import { checkInWorker } from './scripts/checkInWorker.ts';
import { codePlugins, UNUSED_PARTS } from './scripts/codePlugins.ts';
import { compressedFiles } from './scripts/compressedFiles.ts';
import { leaveNoTrace } from './scripts/leaveNoTrace.ts';
import { pageDocuments } from './scripts/pageDocuments.ts';
import { publicPages } from './scripts/publicPages.ts';
import { srgbColours } from './scripts/srgb.ts';

/**
 * What most pages need is in one file, and so is what lists are made of, pages about one thing, and rows that
 * stand on several: a file packs better than a dozen small ones, and is asked for once.
 */
const SHARED = [
  { name: 'common', minShareCount: 84, priority: 2 },
  // What the first page has in common with some others: each would be a file of its own, none of them a kilobyte.
  { name: 'start', minShareCount: 2, priority: 2, test: /client\/src\/(?:accounts\/presence|core\/(?:i18n\/startOfDay|ui\/(?:BridgeSign|DemonstrationMark|nameNotes?|StateSign))|service\/facts|trainings\/[sS]essionState)\./ },
  // The line of whoever is signed in, and how they come and go.
  { name: 'account', minShareCount: 1, priority: 2, test: /client\/src\/(?:accounts\/(?:startAnew|use(?:RoleName|SigningIn|Viewer)|SignOutButton|ViewerLine)|core\/(?:kept\/|proof\/(?:index|proof\.|use)))/ },
  // What changes what is there already says what somebody else has changed since.
  { name: 'conflicts', minShareCount: 13, priority: 1, test: /client\/src\/core\/editing\/(?:comparing|firstField|useShown|useTaken|FieldConflict)/ },
  { name: 'forms', minShareCount: 13, priority: 1, test: /client\/src\/core\/editing\/(?:justSaved|keyOf|use(?:FocusKept|Sending)|FormEnd)/ },
  { name: 'missions', minShareCount: 2, priority: 1, test: /client\/src\/missions\/(?:mission(?:Acts|Team|s\.)|use(?:Missions|MissionWords|StateWords)|MissionGate|StateMark|TeamState)/ },
  // Fields of forms and of filters.
  { name: 'fields', minShareCount: 20, priority: 1, test: /client\/src\/core\/(?:ui\/(?:SelectField|LocalizedOption|TextField|Date|date)|forms\/)/ },
  {
    name: 'lists', minShareCount: 2, priority: 1,
    test: /client\/src\/(?:core\/(?:filtering|list)\/|vocabulary\/|core\/ui\/(?:FilterForm|InputField|PageLinks|ListResults))/,
  },
  {
    name: 'details', minShareCount: 2, priority: 1,
    test: /client\/src\/core\/(?:labels\/(?:labels|use(?:ErrorSentence|Labels))|ui\/(?:DetailPage|NotFoundAdvice))/,
  },
  // Sources and lists within a sentence: the map of the first page has them too.
  { name: 'notes', minShareCount: 2, priority: 1, test: /client\/src\/core\/(?:labels\/useInstrumentStatus|ui\/(?:ProvenanceNote|SentenceList))/ },
  {
    name: 'rows', minShareCount: 2, priority: 1,
    test: /client\/src\/(?:experts\/Expert(?:Facts|Identity|List|State)|trainings\/Session(?:List|Languages|Place)|instruments\/instrumentName)/,
  },
];

export default defineConfig({
  plugins: [
    codePlugins(),
    catalogueFiles(),
    leaveNoTrace(),
    checkInWorker(),
    publicPages(),
    pageDocuments(),
    compressedFiles(),
  ],
  define: UNUSED_PARTS,
  css: { postcss: { plugins: [srgbColours] } },
  build: {
    target: 'es2022',
    // Makes what these do not know, such as colours for the light and for the dark, of what they do.
    cssTarget: ['chrome100', 'firefox100', 'safari15'],
    manifest: true,
    // What Vite's own minifier makes is a thirtieth larger; the two together make the least.
    minify: 'terser',
    terserOptions: { ecma: 2020, module: true, compress: { passes: 3 } },
    // Data addresses would need a wider content security policy.
    assetsInlineLimit: 0,
    // What a page imports is listed in its own document. A list for whoever comes to it from another page would be a part of every visit.
    modulePreload: { polyfill: false, resolveDependencies: (_file, dependencies, { hostType }) => (hostType === 'html' ? dependencies : []) },
    rolldownOptions: { output: { minify: true, chunkFileNames: 'assets/[hash:7].js', codeSplitting: { includeDependenciesRecursively: false, groups: SHARED } } },
  },
  worker: { format: 'es' },
  server: {
    proxy: Object.fromEntries(['/graphql', '/data-register.json', '/sign-in/agent', '/calendar/'].map((path) => [path, `http://127.0.0.1:${process.env.PORT ?? 4000}`])),
  },
});
