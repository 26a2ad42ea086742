import fc from 'fast-check';
import { it } from 'vitest';
import { drawChart } from '../src/render/charts/index.ts';
import { growingChart, growingRows } from './fuzz/growing-charts.ts';
it('x', { timeout: 600000 }, async () => {
  const size = { id: 'c', width: 1136, height: 430, lang: 'en', title: 'T', alt: 'A' };
  const counts: Record<string, number> = {};
  const slow: string[] = [];
  const t0 = Date.now();
  for (const [chart, data] of fc.sample(fc.tuple(growingChart, growingRows), { numRuns: 3000, seed: Number(process.env.HUNT ?? 1) })) {
    if (Date.now() - t0 > 150000) break;
    const s = process.cpuUsage();
    let key = 'drawn';
    try {
      const o = await drawChart({ chart: chart as never, data: data as never }, size);
      if (!o.ok) key = o.diagnostics.map((d) => d.message).join('|').slice(0, 110);
    } catch (e) { key = 'EXC ' + String(e).slice(0, 100); slow.push('EXC ' + JSON.stringify(chart)); }
    counts[key] = (counts[key] ?? 0) + 1;
    const u = process.cpuUsage(s); const ms = (u.user + u.system) / 1000;
    if (ms > 1500) slow.push(`${Math.round(ms)} ${data.length} ${key.slice(0, 40)} ${JSON.stringify(chart)}`);
  }
  console.log(JSON.stringify(Object.entries(counts).sort((a, b) => b[1] - a[1]).slice(0, 40), null, 1));
  console.log(slow.length, slow.sort((a, b) => parseInt(b) - parseInt(a)).slice(0, 12).join('\n\n'));
});
