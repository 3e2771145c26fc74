import './probe2.tmp.ts';
const H = [...(globalThis as any).H]; console.log(H.length); for (const [k, v] of H.sort((a: any, b: any) => b[1] - a[1]).slice(0, 60)) console.log(v, k);
