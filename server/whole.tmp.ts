import { readFileSync } from 'node:fs';
import { searchForPlan } from './src/plans/search-plan.ts';
import { SEARCH_LIMITS } from './src/plans/search-task.ts';
const s = JSON.parse(readFileSync(process.argv[2]!,'utf8'));
const p = s.problem ?? s;
for (const limits of [p.limits, p.limits.slice(0,1)]) {
  const t0 = process.cpuUsage(); let last = 0;
  searchForPlan({ problem: { ...p, limits }, seed: 0, limits: SEARCH_LIMITS } as any, (m: any) => {
    const u = process.cpuUsage(t0); const at = (u.user+u.system)/1e6;
    console.log((at).toFixed(2), (at-last).toFixed(2), m.is, m.work, JSON.stringify(m.value), JSON.stringify(m.bound), m.isOptimal, m.explained ? JSON.stringify(m.explained).slice(0,700) : '');
    last = at;
  }, () => false);
}
