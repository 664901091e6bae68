// The guide docs/guides/policies-on-your-site.md: its commands, run on a copy of the built site,
// the tags that it shows, and the messages that it lists.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, afterEach, describe, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { COMMAND, inRepository } from '../support/command.mjs';
import { codeBlocks, inlineCode, section, tableRows } from '../support/guides.mjs';
import {
  PUBLISHED_SITE,
  assertNoErrors,
  button,
  eventsOf,
  newPage,
  useSite,
  waitForText,
  waitForWidget,
} from '../support/page.mjs';

const GUIDE = readFileSync(inRepository('docs/guides/policies-on-your-site.md'), 'utf8');
const NATIONAL = '全国中小企业认定和税费优惠自测（2026年）';
const FENNMARK = 'Beispiel: erfundene Hilfen für Werkstätten in Fennmark';
const LIST = '您想了解哪项政策？';

// The folder in which the commands run: the packs, their scenarios, and the built site.
const folder = mkdtempSync(join(tmpdir(), 'eligibility-guide-'));
after(() => rmSync(folder, { recursive: true }));
const www = join(folder, 'www');
mkdirSync(join(www, 'eligibility'), { recursive: true });
mkdirSync(join(folder, 'bin'));
symlinkSync(COMMAND, join(folder, 'bin/eligibility'));
for (const name of ['packs', 'tests']) symlinkSync(inRepository(name), join(folder, name));
cpSync(PUBLISHED_SITE, join(folder, 'dist'), { recursive: true });

/** Runs commands of the guide with another root of the server. Returns what they print. */
function run(commands) {
  const PATH = `${join(folder, 'bin')}:${process.env.PATH}`;
  const script = commands.replaceAll('/srv/www', www);
  const options = { cwd: folder, encoding: 'utf8', env: { ...process.env, PATH, LC_ALL: 'C' } };
  const { status, stdout, stderr } = spawnSync(
    'bash',
    ['-ec', script],
    /** @type {import('node:child_process').SpawnSyncOptionsWithStringEncoding} */ (options),
  );
  return { status, text: stdout + stderr };
}
/** Runs the commands of a section, each of which must succeed. */
function follow(heading) {
  const blocks = codeBlocks(section(GUIDE, heading), 'sh');
  for (const commands of blocks) {
    const { status, text } = run(commands);
    assert.equal(status, 0, `${commands}\n${text}`);
  }
  return blocks;
}

const STEPS = follow('## Publish');
// The tags that name the folder of next year need it.
cpSync(join(www, 'eligibility'), join(www, 'eligibility-2027'), { recursive: true });

const site = useSite(www);
let page;
afterEach(async () => {
  if (page) await page.context().close();
  page = undefined;
});

const heading = () => page.locator('#ec-title');
const listed = () => page.locator('.ec-policy__open').allTextContents();
async function open(path) {
  page = await newPage(site);
  await page.goto(site.origin + path);
  await waitForWidget(page);
}
/** Opens a page of the web team with a tag of the guide. */
async function openTag(tag) {
  const head = '<meta charset="utf-8"><title>区政府网站</title><link rel="icon" href="data:,">';
  const html = `<!doctype html><html lang="zh-Hans"><head>${head}</head><body>${tag}</body></html>`;
  writeFileSync(join(www, 'page.html'), html);
  await open('/page.html');
}

test('the steps copy, check, write and copy again', () =>
  assert.deepEqual(
    STEPS.map((commands) => commands.split(' ').slice(0, 2).join(' ')),
    ['cp -r', 'eligibility lint', 'eligibility bundle', 'cp -r'],
  ));

describe('the published folder', () => {
  test('begins with the list, and a click opens a policy', async () => {
    await open('/eligibility/index.html');
    await waitForText(heading(), LIST);
    assert.deepEqual(await listed(), [NATIONAL, FENNMARK]);
    await page.getByRole('heading', { name: '今天不在施行期内的政策' }).waitFor();
    await button(page, NATIONAL).click();
    await waitForText(heading(), NATIONAL);
    await button(page, '选想了解的事').click();
    await page.locator('#ec-start-topics').waitFor();
    assertNoErrors(page);
  });

  test('has a page of each policy, which leads to the list', async () => {
    await open('/eligibility/policies/national-sme-2026/index.html');
    await waitForText(heading(), NATIONAL);
    await button(page, '全部政策').click();
    await waitForText(heading(), LIST);
    await button(page, FENNMARK).click();
    await waitForText(heading(), FENNMARK);
    assertNoErrors(page);
  });

  test('has one file with the list and both policies', async () => {
    page = await newPage(site);
    await page.goto(pathToFileURL(join(www, 'eligibility/offline.html')).href);
    await waitForWidget(page);
    await waitForText(heading(), LIST);
    await button(page, NATIONAL).click();
    await waitForText(heading(), NATIONAL);
    assertNoErrors(page);
  });

  test('has every file that the table of links names', () => {
    const links = section(GUIDE, '## Link to it');
    const paths = tableRows(links, 'you want').flatMap(([, use]) => inlineCode(use));
    assert.ok(paths.length >= 5);
    for (const path of paths) {
      const name = path.replace('/eligibility/', '').replace('ID', 'example-fennmark');
      assert.ok(existsSync(join(www, 'eligibility', name)), path);
    }
  });
});

describe('the tags', () => {
  const [list, policy, src] = codeBlocks(section(GUIDE, '## Link to it'), 'html');

  test('without an attribute: the list', async () => {
    await openTag(list);
    await waitForText(heading(), LIST);
    await button(page, NATIONAL).click();
    await waitForText(heading(), NATIONAL);
    assertNoErrors(page);
  });

  test('with policy: that policy, and from it the list', async () => {
    await openTag(policy);
    await waitForText(heading(), NATIONAL);
    await button(page, '全部政策').click();
    await waitForText(heading(), LIST);
    assertNoErrors(page);
  });

  test('with src: the list of another folder, and its policies', async () => {
    await openTag(src);
    await waitForText(heading(), LIST);
    await button(page, NATIONAL).click();
    await waitForText(heading(), NATIONAL);
    const paths = page.recorded.requests.map((url) => new URL(url).pathname);
    assert.ok(paths.includes('/eligibility-2027/policies/national-sme-2026/rules.zh-Hans.json'));
    assertNoErrors(page);
  });
});

describe('the messages of bundle', () => {
  const BUNDLE = 'eligibility bundle --pack packs/national-sme-2026.json';
  const SECOND = '--pack packs/example-fennmark.json';
  const twoPacks = (rest) => () => run(`${BUNDLE} ${SECOND} ${rest}`);
  /** The command with a pack of format 1, as those of an earlier version are. */
  function ofAnEarlierVersion() {
    const pack = readFileSync(inRepository('packs/example-fennmark.json'), 'utf8');
    const earlier = JSON.stringify({ ...JSON.parse(pack), format: 1 });
    writeFileSync(join(folder, 'earlier.json'), earlier);
    return run(`${BUNDLE} --pack earlier.json --out site`);
  }
  /** The command with a folder whose built-in packs have another format. */
  function intoAnotherVersion() {
    const other = join(folder, 'other');
    cpSync(join(folder, 'site'), other, { recursive: true });
    const name = join(other, 'built-in/rules.zh-Hans.json');
    const text = readFileSync(name, 'utf8');
    writeFileSync(name, text.replace(/"eligibility-pack":\d+/, '"eligibility-pack":7'));
    return run(`${BUNDLE} --out other`);
  }

  /** What provokes each message of the table. */
  const CAUSES = {
    'the id `…` is that of `…` and of `…`': () => run(`${BUNDLE} ${SECOND} ${SECOND} --out site`),
    'cannot read `…`: No such file': () => run(`${BUNDLE} --pack packs/missing.json --out site`),
    'expected a pack of format 2, found format 1': ofAnEarlierVersion,
    'was built by another version of this program, or is damaged': intoAnotherVersion,
    'does not name its pack': twoPacks('--scenarios tests/scenarios-fennmark --out site'),
    'no pack has the id `…`': twoPacks('--scenarios fennmark=tests/scenarios-fennmark --out site'),
    'has a version in its name and must not change': () =>
      run('mkdir -p v0.1.0-00000000; ' + `${BUNDLE} --out v0.1.0-00000000`),
    'means different things in `…` and `…`; answers are not carried over': twoPacks('--out site'),
    'still names `…`, whose packs have not changed': twoPacks('--out site'),
  };

  for (const [cell, cause] of tableRows(section(GUIDE, '## If a message appears'), 'message')) {
    const [message] = inlineCode(cell);
    test(message, () => {
      const provoke = CAUSES[message];
      assert.ok(provoke, 'no cause');
      const { status, text } = provoke();
      assert.equal(status, cause.includes('Not an error') ? 0 : 2, text);
      const parts = message.split('…').map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
      assert.match(text, new RegExp(parts.join('[^`]+')));
    });
  }
});

describe('the messages of the page', () => {
  const [[notOpened], [unavailable]] = tableRows(
    section(GUIDE, '## If a message appears'),
    'people see',
  );

  test('a policy of the list whose file is missing', async () => {
    page = await newPage(site);
    await page.route('**/policies/example-fennmark/rules.*.json', (route) =>
      route.fulfill({ status: 404, body: 'not found' }),
    );
    await page.goto(`${site.origin}/eligibility/index.html`);
    await waitForWidget(page);
    await button(page, FENNMARK).click();
    await waitForText(page.getByRole('alert'), notOpened.replace('…', FENNMARK));
    assert.equal(eventsOf(page, 'error').length, 1);
    await button(page, NATIONAL).click();
    await waitForText(heading(), NATIONAL);
  });

  test('a page that names a policy which the site does not have', async () => {
    page = await newPage(site);
    await page.goto(`${site.origin}/eligibility/frame.html?policy=none`);
    await waitForText(page.getByRole('alert'), unavailable.split(' and ')[0]);
    assert.equal(eventsOf(page, 'error').length, 1);
  });
});

test('a removed policy is no longer on the server, and the one that is left has no list', async () => {
  follow('## Remove a policy');
  assert.equal(existsSync(join(folder, 'site/policies')), false);
  assert.equal(existsSync(join(www, 'eligibility/policies/example-fennmark')), false);
  await open('/eligibility/index.html');
  await waitForText(heading(), NATIONAL);
  assert.equal(await button(page, '全部政策').count(), 0);
  assertNoErrors(page);
});
