// The authoring page: opened with a file, from a disk or a server, and what it shows.
import assert from 'node:assert/strict';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { join } from 'node:path';
import { PUBLISHED_SITE, newPage } from './page.mjs';
import { inRepository } from './command.mjs';

/** The file under test. */
export const AUTHOR_PAGE = process.env.AUTHOR_PAGE || join(PUBLISHED_SITE, 'author.html');

/** The pack that the page starts from. */
export const TEMPLATE = fileURLToPath(
  new URL('../../../tests/transcripts/guide/start.json', import.meta.url),
);
export const RULES = inRepository('rules.json');

/**
 * A new page with the start screen.
 * @param {{url?: string, prepare?: () => void, width?: number, height?: number}} options  prepare:
 *   runs in the page before its scripts
 */
export async function openAuthorPage(
  site,
  { url = pathToFileURL(AUTHOR_PAGE).href, prepare, ...size } = {},
) {
  const page = await newPage(site, size);
  if (prepare) await page.addInitScript(prepare);
  await page.goto(url);
  await page.getByRole('heading', { name: '编写自测规则' }).waitFor();
  return page;
}

/** Playwright's own script in a frame of the preview, which forbids scripts. */
const PLAYWRIGHT = "Blocked script execution in 'about:srcdoc'";

/** Asserts that nothing was thrown or logged, and that nothing violated the policy. */
export const assertNoAuthorErrors = (page) =>
  assert.deepEqual(
    page.recorded.errors.filter((error) => !error.includes(PLAYWRIGHT)),
    [],
  );

/** Chooses a file on the start screen: a path, or its name and content. */
export async function chooseFile(page, file) {
  const chosen =
    typeof file === 'string'
      ? file
      : { mimeType: 'application/json', ...file, buffer: file.content };
  await page.getByLabel('打开规则文件').setInputFiles(chosen);
}

/** The list of problems, once the text has been checked. */
export async function checkedProblems(page) {
  const list = page.locator('.au-problems[aria-busy=false]');
  await list.waitFor();
  return list;
}

/** Replaces the text in the editor. */
export async function replaceText(page, text) {
  await page.locator('json-editor .cm-content').click();
  await page.keyboard.press('Control+a');
  await page.keyboard.insertText(text);
}
