// Spark and `eligibility assess` agree on every firm and measure.
import { testEngine } from '../support/engine-tests.mjs';
import { Spark } from '../support/spark.mjs';

testEngine('Spark', 'spark', Spark);
