// The strictest page: the policy of the design, and Trusted Types enforced on top of it.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { POLICY, assertNoErrors, button, openHostPage, useSite, waitForWidget } from '../support/page.mjs';
import { fullJourney } from '../support/full-journey.mjs';

const ENFORCED = `${POLICY}; require-trusted-types-for 'script'; trusted-types 'none'`;

const site = useSite();

const withRecord = async (options) => {
  const page = await openHostPage(site, '', options);
  await page.evaluate(() => {
    /** @type {any} */ (window).violations = [];
    document.addEventListener('securitypolicyviolation', ({ violatedDirective, sample }) =>
      /** @type {any} */ (window).violations.push(`${violatedDirective}: ${sample}`));
  });
  await page.evaluate(() => document.body.append(document.createElement('eligibility-check')));
  await page.locator('eligibility-check').evaluate((element) => {
    element.append(Object.assign(document.createElement('p'), { textContent: '请到窗口咨询。' }));
  });
  return page;
};
const violations = (page) => page.evaluate(() => /** @type {any} */ (window).violations);

test('a whole journey with print and every file breaks nothing of it', async () => {
  const page = await withRecord({ policy: ENFORCED });
  await waitForWidget(page);
  await fullJourney(page);
  assert.deepEqual(await violations(page), []);
  assertNoErrors(page);
  assert.deepEqual(page.recorded.events.filter(({ type }) => type === 'error'), []);
  // What the page writes itself is checked as before: the widget creates no policy.
  const theirs = await page.evaluate(() => {
    const tried = (/** @type {() => void} */ deed) => {
      try {
        deed();
        return 'done';
      } catch (error) {
        return error.name;
      }
    };
    const { trustedTypes } = /** @type {any} */ (window);
    return {
      markup: tried(() => (document.createElement('p').innerHTML = '<b>x</b>')),
      byDefault: trustedTypes.defaultPolicy,
    };
  });
  assert.deepEqual(theirs, { markup: 'TypeError', byDefault: null });
  await page.context().close();
});

test('a page with a policy of names that asks for no Trusted Types works as well', async () => {
  const page = await withRecord({ policy: `${POLICY}; trusted-types theirs` });
  await waitForWidget(page);
  await button(page, '按部分查看全部题目').click();
  await page.getByRole('group').nth(9).waitFor();
  assert.deepEqual([await violations(page), page.recorded.errors], [[], []]);
  await page.context().close();
});
