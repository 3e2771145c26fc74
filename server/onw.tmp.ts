import { readFileSync } from 'node:fs';
import { modelOf } from './src/planner/mission/model.ts';
import { plainOf } from './src/planner/mission/plain.ts';
import { onwardOf } from './src/planner/mission/onward.ts';
const s = JSON.parse(readFileSync(process.argv[2]!, 'utf8')); const p = plainOf(s.problem ?? s);
const model = modelOf(p); const o = onwardOf(model, Number(process.argv[3] ?? 1e9));
const all = model.tasks.reduce((a, t) => a | t.lo, 0);
for (const sub of [all, ...model.tasks.map((t) => t.lo)]) { const w = o.work; console.log(sub, o.of(p.persons[0]!, { place: model.placeIndex.get(p.persons[0]!.startPlaceId)!, arrived: -Infinity, ready: model.from, now: model.from, rested: -Infinity, dutyBy: Infinity }, sub, 0), o.work - w); }
console.log(model.departures.map((l) => l.length));
