// The demonstrations: two themes made of nothing but custom properties, and a page whose style must stay outside.
// Nothing here knows which screen comes first.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { AxeBuilder } from '@axe-core/playwright';
import { STEPS, openDemo, widget } from '../support/demo-pages.mjs';
import { assertNoErrors, useSite } from '../support/page.mjs';

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

const site = useSite();

/** The size of every element of the widget; and, of the first of each kind, all that the browser computed for it. */
const computed = (page) =>
  widget(page).evaluate((element) => {
    const root = /** @type {ShadowRoot} */ (element.shadowRoot);
    const kinds = /** @type {Record<string, string[]>} */ ({});
    const sizes = [];
    for (const part of root.querySelectorAll('*')) {
      if (part.parentNode === root) continue; // It bears the page's style, and shows nothing of it.
      const { width, height } = part.getBoundingClientRect();
      sizes.push(`${part.localName}.${part.className} ${width} × ${height}`);
      for (const pseudo of [null, '::before', '::after', '::marker', '::selection']) {
        const name = `${part.localName}.${part.className}${pseudo || ''}`;
        if (kinds[name]) continue;
        const style = getComputedStyle(part, pseudo);
        kinds[name] = [...style].sort().map((property) => `${property}: ${style.getPropertyValue(property)}`);
      }
    }
    return { kinds, sizes };
  });

for (const width of [360, 1280])
  test(`a hostile stylesheet changes no property of any element at ${width} px`, async () => {
    const pages = [await openDemo(site, 'hostile', { width, neutral: true }), await openDemo(site, 'hostile', { width })];
    const same = async (when) => {
      const [neutral, hostile] = await Promise.all(pages.map(computed));
      const names = Object.keys(neutral.kinds);
      assert.ok(names.length >= 100, `${when}: only ${names.length} kinds of elements`);
      assert.deepEqual(Object.keys(hostile.kinds), names, when);
      for (const name of names) assert.deepEqual(hostile.kinds[name], neutral.kinds[name], `${when}: ${name}`);
      assert.deepEqual(hostile.sizes, neutral.sizes, when);
    };
    await same('the first screen');
    if (width < 1280) return;
    let taken = 0;
    for (const [name, step] of Object.entries(STEPS)) {
      const [a, b] = [await step(pages[0]), await step(pages[1])];
      assert.equal(a, b, name);
      if (a) await same(name);
      taken += a ? 1 : 0;
    }
    assert.ok(taken > 0, 'no step could be taken');
    for (const page of pages) assertNoErrors(page);
  });

test('on a hostile page the widget is, to the pixel, what it is on a plain one', async () => {
  const picture = async (options) => {
    const page = await openDemo(site, 'hostile', { width: 800, ...options });
    // Alone, for its place on the page is the page's.
    const box = await widget(page).evaluate((element) => {
      const around = /** @type {Element} */ (element.parentNode);
      for (const node of [...document.body.childNodes, ...around.childNodes])
        if (![element, around].includes(/** @type {Element} */ (node))) node.remove();
      // A round corner is a shade lighter or darker from one picture to the next.
      /** @type {HTMLElement} */ (element).style.setProperty('--ec-radius', '0px');
      const { x, y, width, height } = /** @type {Element} */ (element.shadowRoot?.querySelector('div > *')).getBoundingClientRect();
      return { x, y, width, height };
    });
    assert.ok(box.height > 200, `${box.height} px high`);
    return { box, image: await page.screenshot({ clip: { ...box, height: Math.min(box.height, 900 - box.y) } }) };
  };
  const hostile = await picture({});
  // An element that was made inline has a line of the page above it.
  const neutral = await picture({ neutral: true, above: hostile.box.y });
  assert.deepEqual(hostile.box, neutral.box);
  assert.ok(hostile.image.equals(neutral.image), 'the pictures differ');
});

for (const name of ['government', 'intranet', 'hostile'])
  for (const width of [360, 1280])
    test(`${name}: no fault that axe can find, and no sideways scrolling at ${width} px`, async () => {
      const page = await openDemo(site, name, { width });
      const { violations } = await new AxeBuilder({ page }).options({ resultTypes: ['violations'] }).withTags(RULES).analyze();
      assert.deepEqual(violations.map(({ id, nodes }) => `${id}: ${nodes.length} × ${nodes[0].html} ${nodes[0].failureSummary}`), []);
      assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), width);
    });

const THEMES = {
  government: { accent: 'rgb(184, 20, 31)', accentText: 'rgb(255, 255, 255)', text: 'rgb(34, 34, 34)', scheme: 'light', radius: '0px' },
  intranet: { accent: 'rgb(138, 184, 255)', accentText: 'rgb(13, 27, 48)', text: 'rgb(228, 231, 235)', scheme: 'dark', radius: '8px' },
};

for (const [name, theme] of Object.entries(THEMES)) {
  test(`${name}: the theme is seen in the widget`, async () => {
    const page = await openDemo(site, name);
    const buttons = await widget(page).getByRole('button').evaluateAll((buttons) =>
      buttons.map((button) => {
        const { backgroundColor, color, colorScheme, borderRadius } = getComputedStyle(button);
        return { accent: backgroundColor, accentText: color, scheme: colorScheme, radius: borderRadius };
      }),
    );
    const { text, ...expected } = theme;
    assert.deepEqual(buttons.find(({ accent }) => accent === theme.accent), expected, JSON.stringify(buttons));
    const heading = widget(page).getByRole('heading').first();
    assert.equal(await heading.evaluate((heading) => getComputedStyle(heading).color), text);
  });

  test(`${name}: paper is black on white all the same`, async () => {
    const page = await openDemo(site, name);
    await page.emulateMedia({ media: 'print' });
    const colours = await widget(page).evaluate((element) => {
      const root = /** @type {ShadowRoot} */ (element.shadowRoot);
      const shown = [...root.querySelectorAll('div *')].filter((part) => part.getClientRects().length && !part.closest('button'));
      const read = (/** @type {'color' | 'backgroundColor'} */ property) => shown.map((part) => getComputedStyle(part)[property]);
      return { text: [...new Set(read('color'))], behind: [...new Set(read('backgroundColor'))].sort() };
    });
    assert.deepEqual(colours.text, ['rgb(0, 0, 0)']);
    for (const behind of colours.behind) assert.match(behind, /^(rgba\(0, 0, 0, 0\)|rgb\(255, 255, 255\))$/);
  });
}
