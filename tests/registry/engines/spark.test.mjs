// Spark and `eligibility assess` agree on every firm and measure.
import { testEngine } from '../support/engine-tests.mjs';
import { Spark } from '../support/spark.mjs';

// Spark plans each large query for a minute or more, in each of three time zones.
testEngine('Spark', 'spark', Spark, 1_000);
