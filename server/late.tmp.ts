import { planMission } from './src/planner/mission/index.ts';
import { at, person, WORKED } from '@passerelle/shared/planning/worked-example.fixture.ts';
const O = { id: 'O-busy', from: at(8, '00:00'), until: at(10, '00:00'), cause: 'ENGAGED' } as const;
const p: any = { ...WORKED, persons: WORKED.persons.map((q) => (q.id === 'O' ? { ...q, blocks: [O] } : q)) };
for (const w of [300000]) { const a = planMission({ problem: p, seed: 0, maxWork: w, maxLabels: 40000 }); console.log(w, a.value, a.bound, a.work, a.plan?.meetings.map((m) => m.meetingId).sort().join()); }
