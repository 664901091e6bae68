// The strict policy together with enforced Trusted Types.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  IN_FORCE,
  POLICY,
  assertNoErrors,
  eventsOf,
  newPage,
  openHostPage,
  showAllQuestions,
  useSite,
  waitForWidget,
} from '../support/page.mjs';
import { fullJourney } from '../support/full-journey.mjs';

const TRUSTED_TYPES_POLICY = `${POLICY}; require-trusted-types-for 'script'; trusted-types 'none'`;

const site = useSite();

/** A host page that records policy violations before the widget is added. */
const openRecording = async (options) => {
  const page = await openHostPage(site, '', options);
  await page.evaluate(() => {
    /** @type {any} */ (window).violations = [];
    document.addEventListener('securitypolicyviolation', ({ violatedDirective, sample }) =>
      /** @type {any} */ (window).violations.push(`${violatedDirective}: ${sample}`),
    );
  });
  await page.evaluate(() => document.body.append(document.createElement('eligibility-check')));
  await page.locator('eligibility-check').evaluate((element) => {
    element.append(Object.assign(document.createElement('p'), { textContent: '请到窗口咨询。' }));
  });
  return page;
};
const violations = (page) => page.evaluate(() => /** @type {any} */ (window).violations);

test('a full journey violates nothing', async () => {
  const page = await openRecording({ policy: TRUSTED_TYPES_POLICY });
  await waitForWidget(page);
  await fullJourney(page);
  assert.deepEqual(await violations(page), []);
  assertNoErrors(page);
  assert.deepEqual(eventsOf(page, 'error'), []);
  // The widget creates no policy, so the page's own markup is still checked.
  const enforced = await page.evaluate(() => {
    const attempt = (/** @type {() => void} */ action) => {
      try {
        action();
        return 'done';
      } catch (error) {
        return error.name;
      }
    };
    const { trustedTypes } = /** @type {any} */ (window);
    return {
      markup: attempt(() => (document.createElement('p').innerHTML = '<b>x</b>')),
      defaultPolicy: trustedTypes.defaultPolicy,
    };
  });
  assert.deepEqual(enforced, { markup: 'TypeError', defaultPolicy: null });
  await page.context().close();
});

test('the rules page has its style and leads to the self-check under the policy of the server', async () => {
  const page = await newPage(site, { width: 390, height: 844 });
  const response = await page.goto(`${site.origin}/rulebook.html`);
  assert.equal(response?.headers()['content-security-policy'], POLICY);
  const link = page.getByRole('link', { name: '去自测' }).first();
  assert.notEqual(
    await link.evaluate((element) => getComputedStyle(element).backgroundColor),
    'rgba(0, 0, 0, 0)',
  );
  assertNoErrors(page);
  await link.click();
  await waitForWidget(page);
  await page.context().close();
});

test('a policy that restricts names of Trusted Types without enforcing them is not violated', async () => {
  const page = await openRecording({ policy: `${POLICY}; trusted-types theirs` });
  await waitForWidget(page);
  await showAllQuestions(page, IN_FORCE);
  await page.getByRole('group').nth(9).waitFor();
  assert.deepEqual([await violations(page), page.recorded.errors], [[], []]);
  await page.context().close();
});
