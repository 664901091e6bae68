// The demo pages, and actions on a widget that do not depend on its first screen.
import assert from 'node:assert/strict';
import {
  POLICY,
  assertNoErrors,
  button,
  eventsOf,
  newPage,
  startInterview,
  waitUntil,
} from './page.mjs';

/**
 * Opens a demo page and waits until its widget is ready and everything is loaded.
 * @param {{neutral?: boolean, above?: number, width?: number, height?: number}} options  neutral:
 *   replaces the stylesheet by one that does not conflict; above: its padding at the top
 */
export async function openDemo(site, name, { neutral = false, above = 0, ...size } = {}) {
  const page = await newPage(site, size);
  if (neutral) {
    const headers = { 'Content-Security-Policy': POLICY };
    await page.route(`**/demo/${name}.css`, (route) =>
      // Black like the other page, because it shows through behind rounded corners.
      route.fulfill({
        body: `body { margin: 0; padding-top: ${above}px; background: black }`,
        contentType: 'text/css',
      }),
    );
    await page.route(`**/demo/${name}.html`, async (route) => {
      const html = await (await route.fetch()).text();
      assert.match(html, / dir="rtl"/);
      await route.fulfill({
        body: html.replace(' dir="rtl"', ''),
        headers,
        contentType: 'text/html',
      });
    });
  }
  await page.goto(`${site.origin}/demo/${name}.html`);
  await waitUntil('the ready event has fired', () => eventsOf(page, 'ready').length > 0);
  await page.waitForLoadState('networkidle');
  assertNoErrors(page);
  return page;
}

export const widget = (page) => page.locator('eligibility-check');

/** Actions that are tried on any screen. Each returns whether it was possible. */
export const STEPS = {
  'the first question': async (page) => {
    if ((await widget(page).locator('#ec-begin, #ec-day-step').count()) === 0) return false;
    await startInterview(widget(page));
    return true;
  },
  'an answer': async (page) => {
    const first = widget(page).getByRole('radio').first();
    if ((await first.count()) === 0) return false;
    await first.check();
    return true;
  },
  'an open disclosure': async (page) => {
    const first = widget(page).locator('summary').first();
    if ((await first.count()) === 0) return false;
    await first.press('Enter');
    return true;
  },
  'the checklist': async (page) => {
    const show = button(widget(page), '做办事清单');
    if ((await show.count()) === 0) return false;
    await show.click();
    await widget(page).getByRole('heading', { name: '申报前核对清单' }).waitFor();
    return true;
  },
};
