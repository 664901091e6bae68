// The demo pages: two themes made of custom properties only, and a page with a conflicting
// stylesheet. The tests do not depend on the first screen.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { AxeBuilder } from '@axe-core/playwright';
import { STEPS, openDemo, widget } from '../support/demo-pages.mjs';
import { assertNoErrors, openDay, useSite } from '../support/page.mjs';

const AXE_TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

const site = useSite();

/** The size of every element of the widget, and all computed styles of the first of each kind. */
const computed = (page) =>
  widget(page).evaluate((element) => {
    const root = /** @type {ShadowRoot} */ (element.shadowRoot);
    const kinds = /** @type {Record<string, string[]>} */ ({});
    const sizes = [];
    for (const part of root.querySelectorAll('*')) {
      if (part.parentNode === root) continue; // It inherits from the page, but shows nothing.
      const { width, height } = part.getBoundingClientRect();
      sizes.push(`${part.localName}.${part.className} ${width} × ${height}`);
      for (const pseudo of [null, '::before', '::after', '::marker', '::selection']) {
        const name = `${part.localName}.${part.className}${pseudo || ''}`;
        if (kinds[name]) continue;
        const style = getComputedStyle(part, pseudo);
        kinds[name] = [...style]
          .sort()
          .map((property) => `${property}: ${style.getPropertyValue(property)}`);
      }
    }
    return { kinds, sizes };
  });

for (const width of [360, 1280])
  test(`a conflicting stylesheet changes no computed style at ${width} px`, async () => {
    const pages = [
      await openDemo(site, 'hostile', { width, neutral: true }),
      await openDemo(site, 'hostile', { width }),
    ];
    const assertSame = async (when) => {
      const [neutral, hostile] = await Promise.all(pages.map(computed));
      const names = Object.keys(neutral.kinds);
      assert.ok(names.length >= 100, `${when}: only ${names.length} kinds of elements`);
      assert.deepEqual(Object.keys(hostile.kinds), names, when);
      for (const name of names)
        assert.deepEqual(hostile.kinds[name], neutral.kinds[name], `${when}: ${name}`);
      assert.deepEqual(hostile.sizes, neutral.sizes, when);
    };
    await assertSame('the first screen');
    if (width < 1280) return;
    let count = 0;
    for (const [name, step] of Object.entries(STEPS)) {
      const [a, b] = [await step(pages[0]), await step(pages[1])];
      assert.equal(a, b, name);
      if (a) await assertSame(name);
      count += a ? 1 : 0;
    }
    assert.ok(count > 0, 'no step was possible');
    for (const page of pages) assertNoErrors(page);
  });

test('on the conflicting page, the widget is equal to that on a plain page, pixel by pixel', async () => {
  const takeScreenshot = async (options) => {
    const page = await openDemo(site, 'hostile', { width: 800, ...options });
    // Without the rest of the page, because the page decides the position.
    const box = await widget(page).evaluate((element) => {
      const parent = /** @type {Element} */ (element.parentNode);
      for (const node of [...document.body.childNodes, ...parent.childNodes])
        if (![element, parent].includes(/** @type {Element} */ (node))) node.remove();
      // The antialiasing of round corners differs between screenshots.
      /** @type {HTMLElement} */ (element).style.setProperty('--ec-radius', '0px');
      const { x, y, width, height } = /** @type {Element} */ (
        element.shadowRoot?.querySelector('div > *')
      ).getBoundingClientRect();
      return { x, y, width, height };
    });
    assert.ok(box.height > 200, `${box.height} px high`);
    return {
      box,
      image: await page.screenshot({ clip: { ...box, height: Math.min(box.height, 900 - box.y) } }),
    };
  };
  const hostile = await takeScreenshot({});
  // The inline element has a line box of the page above it.
  const neutral = await takeScreenshot({ neutral: true, above: hostile.box.y });
  assert.deepEqual(hostile.box, neutral.box);
  assert.ok(hostile.image.equals(neutral.image), 'the screenshots differ');
});

for (const name of ['government', 'intranet', 'hostile'])
  for (const width of [360, 1280])
    test(`${name}: axe finds no violation, and no horizontal scrolling at ${width} px`, async () => {
      const page = await openDemo(site, name, { width });
      const { violations } = await new AxeBuilder({ page })
        .options({ resultTypes: ['violations'] })
        .withTags(AXE_TAGS)
        .analyze();
      assert.deepEqual(
        violations.map(
          ({ id, nodes }) => `${id}: ${nodes.length} × ${nodes[0].html} ${nodes[0].failureSummary}`,
        ),
        [],
      );
      assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), width);
    });

const THEMES = {
  government: {
    accent: 'rgb(184, 20, 31)',
    accentText: 'rgb(255, 255, 255)',
    text: 'rgb(34, 34, 34)',
    scheme: 'light',
    radius: '0px',
  },
  intranet: {
    accent: 'rgb(138, 184, 255)',
    accentText: 'rgb(13, 27, 48)',
    text: 'rgb(228, 231, 235)',
    scheme: 'dark',
    radius: '8px',
  },
};

for (const [name, theme] of Object.entries(THEMES)) {
  test(`${name}: the widget has the colours of the theme`, async () => {
    const page = await openDemo(site, name);
    // Only the buttons of the next step are filled; the lapsed policy's start screen has none.
    await openDay(widget(page));
    const buttons = await widget(page)
      .getByRole('button')
      .evaluateAll((buttons) =>
        buttons.map((button) => {
          const { backgroundColor, color, colorScheme, borderRadius } = getComputedStyle(button);
          return {
            accent: backgroundColor,
            accentText: color,
            scheme: colorScheme,
            radius: borderRadius,
          };
        }),
      );
    const { text, ...expected } = theme;
    assert.deepEqual(
      buttons.find(({ accent }) => accent === theme.accent),
      expected,
      JSON.stringify(buttons),
    );
    const heading = widget(page).getByRole('heading').first();
    assert.equal(await heading.evaluate((heading) => getComputedStyle(heading).color), text);
  });

  test(`${name}: printing is black on white`, async () => {
    const page = await openDemo(site, name);
    await page.emulateMedia({ media: 'print' });
    const colours = await widget(page).evaluate((element) => {
      const root = /** @type {ShadowRoot} */ (element.shadowRoot);
      const shown = [...root.querySelectorAll('div *')].filter(
        (part) => part.getClientRects().length && !part.closest('button'),
      );
      const read = (/** @type {'color' | 'backgroundColor'} */ property) =>
        shown.map((part) => getComputedStyle(part)[property]);
      return {
        text: [...new Set(read('color'))],
        behind: [...new Set(read('backgroundColor'))].sort(),
      };
    });
    assert.deepEqual(colours.text, ['rgb(0, 0, 0)']);
    for (const behind of colours.behind)
      assert.match(behind, /^(rgba\(0, 0, 0, 0\)|rgb\(255, 255, 255\))$/);
  });
}
