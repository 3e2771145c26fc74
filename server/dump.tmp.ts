import { writeFileSync } from 'node:fs';
import * as W from '@passerelle/shared/planning/worked-example.fixture.ts';
console.log(Object.keys(W));
writeFileSync('/tmp/w/worked.json', JSON.stringify((W as any).WORKED ?? (W as any).workedExample?.() ?? Object.values(W).find((x: any) => x?.format === 'passerelle.problem')));
