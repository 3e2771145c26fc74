import { readFileSync } from 'node:fs';
import { COST_KINDS } from '@passerelle/shared/planning.ts';
import { planMission } from './src/planner/mission/index.ts';
import { sparing } from './src/planner/explain/alternatives.ts';
const p = JSON.parse(readFileSync('/tmp/w/workedT.json', 'utf8'));
for (const [cents, w] of [[249249, 30000], [249249, 300000], [220000, 30000], [200000, 30000], [200000, 300000]] as const) {
  const q = sparing({ ...p, limits: [...p.limits, { id: 'at most', kinds: COST_KINDS, cents }] } as any, 'COST_CENTS');
  const r = planMission({ problem: q, seed: 0, maxWork: w, maxLabels: 20000 }); console.log(cents, w, r.value, r.bound, r.isOptimal, r.work);
}
for (const n of [8, 7, 6]) { const q = { ...p, maxNights: n }; for (const w of [30000, 300000]) { const r = planMission({ problem: q, seed: 0, maxWork: w, maxLabels: 20000 }); console.log('nights', n, w, r.value, r.bound, r.isOptimal, r.work); } }
