import { openStage } from '/work/main/server/bench/stage.ts';
const t=Date.now();
const s = await openStage(console.log);
console.log(JSON.stringify(s), Date.now()-t);
process.on('SIGTERM', async()=>{await s.close();process.exit(0)});
setInterval(()=>{},1000);
