// PostgreSQL and `eligibility assess` agree on every firm and measure.
import { testEngine } from '../support/engine-tests.mjs';
import { Postgres } from '../support/postgres.mjs';

testEngine('PostgreSQL', 'postgres', Postgres);
