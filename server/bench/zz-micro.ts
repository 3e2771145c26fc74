// usage: zz-micro.ts name=file.json ... : times statements on one connection, interleaved; backend CPU from /proc
import pg from 'pg';
import { readFileSync } from 'node:fs';
const app = JSON.parse(readFileSync('/tmp/stage.out','utf8').split('\n').find(l=>l.startsWith('{'))!.replace(/}.*/,'}')).app;
const c = new pg.Client({ connectionString: app, options: process.env.PGOPT ?? '-c plan_cache_mode=force_generic_plan -c jit=off -c TimeZone=UTC' });
await c.connect();
const pid = (await c.query('select pg_backend_pid() p')).rows[0].p;
const cpu = () => { const s = readFileSync(`/proc/${pid}/schedstat`,'utf8').split(' '); return Number(s[0])/1e6; };
const items = process.argv.slice(2).map((a)=>{ const [n,f]=a.split('='); const s = JSON.parse(readFileSync(f!,'utf8')); return { n:n!, text:s.text as string, values:s.values, ms:[] as number[], cpu:[] as number[], out:'' }; });
const N = Number(process.env.N ?? 200), R = Number(process.env.R ?? 7);
for (const i of items) { for (let k=0;k<10;k++) { const r = await c.query({ name:'n'+i.n, text:i.text, values:i.values, rowMode:'array' }); i.out = r.rows[0][0]; } }
for (let r=0;r<R;r++) for (const i of items) {
  const t = performance.now(), c0 = cpu();
  for (let k=0;k<N;k++) await c.query({ name:'n'+i.n, text:i.text, values:i.values, rowMode:'array' });
  i.ms.push((performance.now()-t)/N); i.cpu.push((cpu()-c0)/N);
}
const med=(a:number[])=>a.sort((x,y)=>x-y)[a.length>>1]!;
for (const i of items) console.log(i.n.padEnd(14), 'wall', med(i.ms).toFixed(3), 'cpu', med(i.cpu).toFixed(3), 'min', Math.min(...i.cpu).toFixed(3), 'bytes', Buffer.byteLength(i.out), 'same', i.out===items[0]!.out);
await c.end();
