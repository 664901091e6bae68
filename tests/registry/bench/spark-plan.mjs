// The plans of Spark for one measure, ten measures and all, and the time of each.
//
//   node bench/spark-plan.mjs            the number of operators and shuffles, and times
//   node bench/spark-plan.mjs --explain  also the plan of one measure
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PACKS, sql, writeFirms } from '../support/command.mjs';
import { Spark } from '../support/spark.mjs';

const FIRMS = Number(process.env.BENCH_FIRMS || 100_000);
const pack = PACKS[0];
const measures = pack.rules.measures.map((measure) => measure.id);
const spark = await Spark.open();
console.log(`Spark ${await spark.version()}, ${FIRMS} firms, pack ${pack.name}`);
await spark.load(pack.rules.facts, writeFirms(pack, FIRMS).csv);
for (const count of [1, 10, measures.length]) {
  const query = sql(pack, 'spark', { measures: measures.slice(0, count) });
  const file = join(spark.folder, 'query.sql');
  writeFileSync(file, query);
  const plan = String(await spark.send({ explain: file }));
  const operators = [...plan.matchAll(/^\(\d+\) (\w+)/gm)].map(([, name]) => name);
  const exchanges = operators.filter((name) => /Exchange/.test(name)).length;
  const read =
    'SELECT count(*), sum(length(outcome) + coalesce(size(missing), 0)), sum(amount_min)';
  const seconds = [];
  for (let round = 0; round < 2; round += 1) {
    const start = performance.now();
    await spark.send({ query: `${read} FROM (\n${query}\n) AS result` });
    seconds.push(((performance.now() - start) / 1000).toFixed(1));
  }
  console.log(`${count} measures: ${exchanges} exchanges; operators ${operators.join(', ')}`);
  console.log(`  first run ${seconds[0]} s, second run ${seconds[1]} s`);
  if (count === 1 && process.argv.includes('--explain')) console.log(plan);
}
await spark.close();
