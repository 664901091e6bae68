// Spark and `eligibility assess` agree on every firm and measure.
import { testEngine } from '../support/engine-tests.mjs';
import { Spark } from '../support/spark.mjs';

// Spark plans the large queries of the national pack for a minute, in each of three time zones.
testEngine('Spark', 'spark', Spark, { 'national-sme': 1_000 });
