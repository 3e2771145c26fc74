import { fieldProblem, SHAPES } from './src/planner/mission/field-problem.fixture.ts';
import { planMission } from './src/planner/mission/index.ts';
const [, , shape, seed, n = '1', w = '300000'] = process.argv;
for (let i = 0; i < Number(n); i += 1) { const t = process.cpuUsage(); let first = 0; const el = () => { const u = process.cpuUsage(t); return ((u.user + u.system) / 1e6).toFixed(2); };
const a = planMission({ problem: fieldProblem(Number(seed), (SHAPES as any)[shape!]), seed: 0, maxWork: Number(w), maxLabels: 100_000 }, { onBetter: (_p, v, b) => { if (process.env.LOUD) console.log(el(), v.join(), b.join()); } });
console.log(el(), a.value?.join(), a.bound?.join(), a.isOptimal, a.work); }
