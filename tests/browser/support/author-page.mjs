// The authoring page: opened from a disk or a server, with a file, and what it shows.
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

/** The names of the languages in the menu of the page. */
export const LANGUAGES = { 'zh-Hans': '简体中文', 'zh-Hant': '繁體中文', en: 'English' };

/**
 * A new page with the start screen.
 * @param {{language?: string, url?: string, prepare?: () => void, width?: number,
 *   height?: number}} options  prepare: runs in the page before its scripts
 */
export async function openAuthor(
  site,
  { language = 'en', url = pathToFileURL(AUTHOR_PAGE).href, prepare, ...size } = {},
) {
  const page = await newPage(site, size);
  if (prepare) await page.addInitScript(prepare);
  await page.goto(url);
  await page.getByRole('heading', { level: 1 }).waitFor();
  await chooseInterface(page, language);
  return page;
}

/** Changes the language of the page. @param {string} language */
export const chooseInterface = (page, language) =>
  page.locator('.au-bar__language select').selectOption({ label: LANGUAGES[language] });

/**
 * Chooses a file with an input.
 * @param {string | {name: string, content: string | Buffer}} file  a path, or a file
 */
export const chooseFile = (input, file) =>
  input.setInputFiles(
    typeof file === 'string'
      ? file
      : { name: file.name, mimeType: 'application/json', buffer: Buffer.from(file.content) },
  );

/** Chooses a file on the start screen, which may refuse it. */
export const openFile = (page, file) =>
  chooseFile(page.locator('.au-start').locator('input[type=file]'), file);

/** Opens a pack on the start screen. @param {string} text */
export async function openPack(page, text, name = 'rules.json') {
  await openFile(page, { name, content: text });
  await page.locator('json-editor').waitFor();
}

/** The list of problems, once the current text has been checked. */
export async function checkedProblems(page) {
  const list = page.locator('.au-problems[aria-busy=false]');
  await list.waitFor();
  return list;
}

/** Playwright's own script in a frame of the preview, which forbids scripts. */
const PLAYWRIGHT = "Blocked script execution in 'about:srcdoc'";

/** Asserts that nothing was thrown or logged, and that nothing violated the policy. */
export const assertNoAuthorErrors = (page) =>
  assert.deepEqual(
    page.recorded.errors.filter((error) => !error.includes(PLAYWRIGHT)),
    [],
  );
