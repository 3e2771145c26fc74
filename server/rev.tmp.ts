import { readFileSync } from 'node:fs';
import { planMission } from './src/planner/mission/index.ts';
import { pinned } from './src/planner/explain/pin.ts';
const p = JSON.parse(readFileSync('/tmp/w/workedT.json', 'utf8'));
for (const [a, b] of [['PRN', 'BEG'], ['BEG', 'SJJ']]) {
  const kept = p.meetings.filter((m: any) => [a, b].includes(m.placeId)).map((m: any) => m.id);
  const q = pinned(p, { pin: 'ORDER', placeIds: [a!, b!] } as any, ...kept.map((meetingId: string) => ({ pin: 'IN', meetingId }) as const));
  for (const w of [10000, 30000, 100000, 300000]) { const r = planMission({ problem: q, seed: 0, maxWork: w, maxLabels: 20000 }); console.log(a, w, r.value, r.bound, r.isOptimal, r.work); }
}
