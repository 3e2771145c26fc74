import { readFileSync } from 'node:fs';
import { planMission } from './src/planner/mission/index.ts';
const s = JSON.parse(readFileSync(process.argv[3]!,'utf8'));
const p = s.problem ?? s;
for (const limits of [p.limits]) {
  const t = process.cpuUsage();
  const a: any = planMission({ problem: { ...p, limits }, seed: 0, maxWork: Number(process.argv[2] ?? 300000), maxLabels: 3e6 } as any);
  const u = process.cpuUsage(t);
  console.log((u.user+u.system)/1e6, JSON.stringify({ ...a, plan: undefined }).slice(0,800));
}
