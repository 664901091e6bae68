// Style isolation: the host page does not style the widget, and the widget does not style the page.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  POLICY,
  assertNoErrors,
  button,
  counts,
  openHostPage,
  option,
  showAllQuestions,
  useSite,
  waitForWidget,
} from '../support/page.mjs';

const BODY = '<p>正文</p><eligibility-check as-of="2019-05-10"></eligibility-check>';
const HOSTILE = {
  'all: unset; color: red !important': '* { all: unset; color: red !important }',
  'styles by tag and class': `button, input, summary, h2, p, .ec, .ec-button, .ec-question { display: none !important }`,
  'inherited text properties': `* { letter-spacing: 9px; text-align: right; text-transform: uppercase; text-indent: 3em;
    white-space: nowrap; line-height: 3; cursor: wait }`,
};

const site = useSite();

/** The computed styles of some elements of the widget and of the page. */
async function computedStyles(css) {
  const page = await openHostPage(site, BODY, { css, width: 800 });
  await waitForWidget(page);
  await showAllQuestions(page);
  await option(page, 'applicant-kind', '其他').check();
  const parts = {
    heading: page.getByRole('heading', { name: '全部题目' }),
    input: page.getByRole('searchbox', { name: '查找措施' }),
    button: button(page, '做办事清单'),
    radio: option(page, 'applicant-kind', '其他'),
    legend: page.getByText('您的单位是哪一类？', { exact: true }).first(),
    counts: counts(page),
  };
  const styles = {};
  for (const [name, part] of Object.entries(parts))
    styles[name] = await part.evaluate((part) => {
      const all = getComputedStyle(part);
      const names = [
        'color',
        'display',
        'font-family',
        'font-size',
        'font-weight',
        'line-height',
        'letter-spacing',
        'text-align',
        'text-transform',
        'text-indent',
        'white-space',
        'background-color',
        'cursor',
        'min-height',
      ];
      return Object.fromEntries(names.map((name) => [name, all.getPropertyValue(name)]));
    });
  styles.page = await page
    .getByText('正文', { exact: true })
    .evaluate((part) => getComputedStyle(part).fontFamily);
  assertNoErrors(page);
  await page.context().close();
  return styles;
}

for (const [name, css] of Object.entries(HOSTILE))
  test(`${name} on the host page does not affect the widget`, async () => {
    const { page: _, ...plain } = await computedStyles('');
    const { page: __, ...hostile } = await computedStyles(css);
    assert.deepEqual(hostile, plain);
  });

test('the widget does not affect the host page', async () => {
  const styles = await computedStyles('p { font-family: serif }');
  assert.equal(styles.page, 'serif');
});

test('custom properties theme the widget', async () => {
  const styles = await computedStyles('eligibility-check { --ec-accent: rgb(120, 0, 60) }');
  assert.equal(styles.button['background-color'], 'rgb(120, 0, 60)');
});

test('a browser without constructable stylesheets shows the widget with its style', async () => {
  const page = await openHostPage(site, '', {
    policy: POLICY.replace("style-src 'self'", "style-src 'self' 'unsafe-inline'"),
  });
  await page.evaluate(() => delete CSSStyleSheet.prototype.replaceSync);
  await page.evaluate((body) => document.body.insertAdjacentHTML('beforeend', body), BODY);
  await waitForWidget(page);
  const height = await page
    .locator('#ec-begin')
    .evaluate((part) => getComputedStyle(part).minHeight);
  assert.equal(height, '52px');
});
