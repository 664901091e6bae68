// A site with three policies: that of rules.json, a second one with the same questions, and one
// that has not begun. It is made from the build, as a web team would.
import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after } from 'node:test';
import { COMMAND, inRepository } from './command.mjs';
import { AUTHORED, DIST, IN_FORCE, button, newPage, waitForText, waitForWidget } from './page.mjs';

export const PHONE = { width: 390, height: 844 };

/** The policies of the site, in the order of its list. */
export const FIRST = JSON.parse(AUTHORED);
export const SECOND = {
  ...FIRST,
  id: 'second',
  title: { 'zh-Hans': '第二项政策', 'zh-Hant': '第二項政策', en: 'The second policy' },
  audience: { 'zh-Hans': '造船企业', 'zh-Hant': '造船企業', en: 'Shipbuilders' },
};
export const LATER = {
  ...FIRST,
  id: 'later',
  title: { 'zh-Hans': '以后的政策', 'zh-Hant': '以後的政策', en: 'The later policy' },
  'in-force': { from: '2040-01-01' },
};
delete LATER.instead;

/** The title of the first policy. */
export const TITLE = FIRST.title['zh-Hans'];

/** The folder of the site. Removed after the tests of the file. */
export function sitesOfPolicies() {
  const folder = mkdtempSync(join(tmpdir(), 'eligibility-policies-'));
  after(() => rmSync(folder, { recursive: true }));
  const site = join(folder, 'site');
  cpSync(DIST, site, { recursive: true });
  const paths = [SECOND, LATER].map((pack) => {
    const path = join(folder, `${pack.id}.json`);
    writeFileSync(path, JSON.stringify(pack));
    return path;
  });
  const packs = [inRepository('rules.json'), ...paths].flatMap((path) => ['--pack', path]);
  execFileSync(COMMAND, ['bundle', ...packs, '--out', site], { stdio: 'ignore' });
  return site;
}

/**
 * What people do on such a site, each time on one page.
 * @param {any} site
 * @param {(page: any) => void} onOpen  receives each page that is opened
 */
export function stepsOn(site, onOpen) {
  let page;
  /** Opens a page on a day on which the first two policies are in force. */
  const load = async (path = '/index.html', change = async (/** @type {any} */ _page) => {}) => {
    page = await newPage(site, PHONE);
    onOpen(page);
    await page.clock.setFixedTime(`${IN_FORCE}T09:00:00+08:00`);
    await change(page);
    await page.goto(new URL(path, site.origin).href);
  };
  const heading = () => page.locator('#ec-title');
  return {
    load,
    /** The same, until the widget is ready. @type {typeof load} */
    async start(path, change) {
      await load(path, change);
      await waitForWidget(page);
    },
    heading,
    row: (/** @type {string} */ name) => page.getByRole('listitem').filter({ hasText: name }),
    open: (/** @type {string} */ name) => button(page, name).click(),
    back: () => button(page, '全部政策'),
    listIsShown: () => waitForText(heading(), '您想了解哪项政策？'),
  };
}
