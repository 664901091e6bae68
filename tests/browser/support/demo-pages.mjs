// The demonstrations, and what can be done in a widget without knowing which screen comes first.
import assert from 'node:assert/strict';
import { POLICY, button, newPage, waitUntil } from './page.mjs';

/** A demonstration with its widget ready and everything loaded. */
export async function openDemo(site, name, { neutral = false, above = 0, ...size } = {}) {
  const page = await newPage(site, size);
  if (neutral) {
    const headers = { 'Content-Security-Policy': POLICY };
    await page.route(`**/demo/${name}.css`, (route) =>
      // Black, for it is seen behind the round corners.
      route.fulfill({ body: `body { margin: 0; padding-top: ${above}px; background: black }`, contentType: 'text/css' }),
    );
    await page.route(`**/demo/${name}.html`, async (route) => {
      const html = await (await route.fetch()).text();
      assert.match(html, / dir="rtl"/);
      await route.fulfill({ body: html.replace(' dir="rtl"', ''), headers, contentType: 'text/html' });
    });
  }
  await page.goto(`${site.origin}/demo/${name}.html`);
  await waitUntil('ready is heard', () => page.recorded.events.some(({ type }) => type === 'ready'));
  await page.waitForLoadState('networkidle');
  assert.deepEqual(page.recorded.errors, []);
  return page;
}

export const widget = (page) => page.locator('eligibility-check');

/** What can be done on whatever screen there is; each says whether it could. */
export const STEPS = {
  'the questions': async (page) => {
    const begin = button(widget(page), '开始自测');
    return (await begin.count()) > 0 && (await begin.click(), await widget(page).getByRole('group').first().waitFor(), true);
  },
  'an answer': async (page) => {
    const first = widget(page).getByRole('radio').first();
    return (await first.count()) > 0 && (await first.check(), true);
  },
  'what is folded away': async (page) => {
    const first = widget(page).locator('summary').first();
    return (await first.count()) > 0 && (await first.press('Enter'), true);
  },
  'the sheet': async (page) => {
    const show = button(widget(page), '查看核对清单');
    if ((await show.count()) === 0) return false;
    await show.click();
    await widget(page).getByRole('heading', { name: '申报前核对清单' }).waitFor();
    return true;
  },
};
