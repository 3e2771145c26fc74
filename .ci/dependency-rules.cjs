/** Arrows go one way, and every feature has one door. */
const FEATURE = '(?!core/|migrations/)[^/]+';

/** The layers of the planner of missions, the lowest first: each knows itself and those before it, and what all of it is asked and shares out. */
const LAYERS = ['model', 'labels', 'relaxation', 'teams', 'neighbourhood'];
const MISSION = '^server/src/planner/mission/';
const layerRules = LAYERS.map((layer, n) => ({
  name: `planner-mission-${layer}-knows-what-is-below`, severity: 'error',
  from: { path: `${MISSION}${layer}/` }, to: { path: MISSION, pathNot: `${MISSION}((${LAYERS.slice(0, n + 1).join('|')})/|(request|shares)\\.ts$)` },
}));

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    { name: 'no-cycles-across-features', severity: 'error', from: {}, to: { circular: true, viaOnly: { pathNot: '\\.(entity|type)\\.ts$|reader/' }, dependencyTypesNot: ['type-only'] } },
    { name: 'server-and-client-never-meet', severity: 'error', from: { path: '^server/' }, to: { path: '^client/' } },
    { name: 'client-and-server-never-meet', severity: 'error', from: { path: '^client/' }, to: { path: '^server/' } },
    { name: 'shared-knows-nobody', severity: 'error', from: { path: '^shared/' }, to: { path: '^(server|client|e2e)/' } },
    { name: 'e2e-knows-shared-only', severity: 'error', from: { path: '^e2e/' }, to: { path: '^(server|client)/' } },
    { name: 'core-knows-no-feature', severity: 'error', from: { path: '^server/src/core/' }, to: { path: `^server/src/${FEATURE}/` } },
    { name: 'client-core-knows-no-feature', severity: 'error', from: { path: '^client/src/core/' }, to: { path: `^client/src/(?!core/|gql/|locales/)[^/]+/` } },
    {
      // Queries are written of other features' fragments: a query knows queries, not pages.
      name: 'features-by-their-door', severity: 'error',
      from: { path: `^(server|client)/src/(${FEATURE})/`, pathNot: '\\.documents\\.ts$' },
      to: { path: `^$1/src/(?!core/|gql/|locales/|migrations/)[^/]+/.+`, pathNot: `^$1/src/$2/|/index\\.ts$` },
    },
    {
      name: 'queries-know-queries', severity: 'error',
      from: { path: `^client/src/(${FEATURE})/.+\\.documents\\.ts$` },
      to: { path: '^client/src/(?!core/|gql/)[^/]+/.+', pathNot: '^client/src/$1/|\\.documents\\.ts$' },
    },
    { name: 'policy-knows-entities-only', severity: 'error', from: { path: '\\.policy\\.ts$' }, to: { path: '\\.(service|resolver|reader|jobs)\\.ts$' } },
    { name: 'entity-knows-entities-only', severity: 'error', from: { path: '\\.entity\\.ts$' }, to: { path: '\\.(service|resolver|reader|policy|jobs|personal)\\.ts$' } },
    { name: 'personal-knows-entities-only', severity: 'error', from: { path: '\\.personal\\.ts$' }, to: { path: '\\.(service|resolver|reader|policy|jobs)\\.ts$' } },
    { name: 'planner-engine-is-pure', severity: 'error', from: { path: '^server/src/planner/engine/' }, to: { pathNot: '^(server/src/planner/engine|shared/src)/' } },
    { name: 'planner-explanations-are-pure', severity: 'error', from: { path: '^server/src/planner/explain/' }, to: { pathNot: '^(server/src/planner/explain|shared/src)/' } },
    { name: 'planner-mission-is-pure', severity: 'error', from: { path: '^server/src/planner/mission/' }, to: { pathNot: '^(server/src/planner/(engine|mission)|shared/src)/' } },
    ...layerRules,
    { name: 'only-composables-ask', severity: 'error', from: { path: '^client/src/.+\\.vue$' }, to: { path: '@urql' } },
    {
      // What says whether a plan is valid, and what it is worth, knows nothing of how a plan is found, of any machine or of any library.
      name: 'planning-knows-the-rules-alone', severity: 'error',
      from: { path: '^shared/src/planning(\\.ts|/)' }, to: { pathNot: '^shared/src/(planning(\\.ts|/)|allowance\\.ts|interpretation\\.ts|missionTeam\\.ts)' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '\\.test\\.ts$|/gql/|\\.fixture\\.ts$|/dist/' },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'node', 'default'], extensions: ['.ts', '.vue', '.js', '.json'] },
  },
};
