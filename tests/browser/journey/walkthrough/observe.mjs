// An observation of the widget as a user perceives it: roles, names, states and visible text. It
// contains no class, id or data attribute, so two implementations of the same widget give the same
// observations.
import { createHash } from 'node:crypto';
import { waitUntil } from '../../support/page.mjs';

/**
 * A checklist with more lines is recorded as its headings, with a hash of the text below each. To
 * see which lines differ, record the old build with `LONGEST_TEXT=10000 UPDATE=1`, and test the new
 * one with `LONGEST_TEXT=10000`.
 */
const LONGEST_TEXT = Number(process.env.LONGEST_TEXT || 220);

/**
 * Runs in the page. An outline has one line for each block of text and one for each control:
 *
 * | line                          | meaning                                               |
 * |-------------------------------|-------------------------------------------------------|
 * | `### text`                    | heading with its level                                |
 * | `[name]`, `<name>`            | button, link                                          |
 * | `(•) name`, `[x] name`        | radio button, checkbox                                |
 * | `textbox name = “value” {…}`  | text box with its value, its states and description   |
 * | `▸ text`, `▾ text`            | disclosure, closed or open; its content is indented   |
 * | `- text`                      | list item                                             |
 * | `a ¦ b`                       | row of a table                                        |
 */
function read() {
  const host = document.querySelector('eligibility-check');
  const root = host && host.shadowRoot;
  if (!root) return null;

  const squeeze = (text) => text.replace(/[\s\u00a0]+/g, ' ').trim();
  const NATIVE = {
    BUTTON: 'button',
    A: 'link',
    H1: 'heading',
    H2: 'heading',
    H3: 'heading',
    H4: 'heading',
    H5: 'heading',
    H6: 'heading',
    FIELDSET: 'group',
    DETAILS: 'group',
    SUMMARY: 'summary',
    SECTION: 'section',
    ARTICLE: 'article',
    FORM: 'form',
    LI: 'listitem',
    TR: 'row',
    UL: 'list',
    OL: 'list',
    TABLE: 'table',
    TEXTAREA: 'textbox',
    MAIN: 'main',
    SELECT: 'combobox',
  };
  const INPUTS = {
    radio: 'radio',
    checkbox: 'checkbox',
    search: 'searchbox',
    file: 'file',
    submit: 'button',
    button: 'button',
  };
  const roleOf = (el) =>
    el.getAttribute('role') ||
    (el.tagName === 'INPUT' ? INPUTS[el.type] || 'textbox' : NATIVE[el.tagName]) ||
    '';
  const isControl = (el) =>
    ['radio', 'checkbox', 'searchbox', 'textbox', 'file', 'combobox'].includes(roleOf(el));
  const isShown = (el) =>
    el.checkVisibility({ visibilityProperty: true }) && el.getAttribute('aria-hidden') !== 'true';
  const byIds = (ids) =>
    squeeze(
      (ids || '')
        .split(' ')
        .map((id) => root.getElementById(id)?.textContent ?? '')
        .join(' '),
    );
  const nameOf = (el) => {
    if (el.hasAttribute('aria-labelledby')) return byIds(el.getAttribute('aria-labelledby'));
    if (el.hasAttribute('aria-label')) return squeeze(el.getAttribute('aria-label'));
    if (el.labels && el.labels.length)
      return squeeze([...el.labels].map((label) => label.textContent).join(' '));
    if (el.tagName === 'FIELDSET') return squeeze(el.querySelector('legend')?.textContent ?? '');
    if (el.tagName === 'SECTION' || el.tagName === 'DETAILS' || el.tagName === 'INPUT') return '';
    return squeeze(el.textContent);
  };
  const levelOf = (el) => Number(el.getAttribute('aria-level') || el.tagName.slice(1));

  function control(el) {
    const role = roleOf(el);
    const disabled = el.disabled ? ' disabled' : '';
    if (role === 'radio') return `(${el.checked ? '•' : ' '}) ${nameOf(el)}${disabled}`;
    if (role === 'checkbox') return `[${el.checked ? 'x' : ' '}] ${nameOf(el)}${disabled}`;
    const invalid = el.getAttribute('aria-invalid') === 'true' ? ' invalid' : '';
    const description = byIds(el.getAttribute('aria-describedby'));
    return `${role} ${nameOf(el)} = “${role === 'file' ? '' : el.value}”${invalid}${disabled}${description ? ` {${description}}` : ''}`;
  }

  /** The outline of an element. `excluded` elements have their own outlines. */
  function outline(start, excluded = []) {
    const lines = [];
    let text = '';
    const add = (line, depth) => lines.push('  '.repeat(depth) + line);
    const flush = (depth) => {
      if (squeeze(text)) add(squeeze(text), depth);
      text = '';
    };
    const children = (node, depth) => [...node.childNodes].forEach((child) => visit(child, depth));
    function visit(node, depth) {
      if (node.nodeType === Node.TEXT_NODE) text += node.data;
      if (node.nodeType !== Node.ELEMENT_NODE || excluded.includes(node)) return;
      if (node.tagName === 'BR') return flush(depth);
      if (!isShown(node) || node.tagName === 'STYLE' || node instanceof SVGElement) return;
      const role = roleOf(node);
      if (isControl(node)) {
        flush(depth);
        return add(control(node), depth);
      }
      if (node.tagName === 'LABEL' && node.control) return;
      if (role === 'heading') {
        flush(depth);
        return add(`${'#'.repeat(levelOf(node))} ${nameOf(node)}`, depth);
      }
      if (role === 'button' || role === 'link') {
        flush(depth);
        const pressed = node.getAttribute('aria-pressed') === 'true' ? ' pressed' : '';
        const expanded = node.hasAttribute('aria-expanded')
          ? ` expanded=${node.getAttribute('aria-expanded')}`
          : '';
        return add(
          role === 'link'
            ? `<${nameOf(node)}>`
            : `[${nameOf(node)}]${pressed}${expanded}${node.disabled ? ' disabled' : ''}`,
          depth,
        );
      }
      if (node.tagName === 'DETAILS') {
        flush(depth);
        const summary = node.querySelector('summary');
        const title = summary ? outline(summary).join(' ¦ ') : '';
        add(`${node.open ? '▾' : '▸'} ${title}`, depth);
        if (!node.open) return;
        [...node.childNodes]
          .filter((child) => child !== summary)
          .forEach((child) => visit(child, depth + 1));
        return flush(depth + 1);
      }
      if (role === 'row') {
        flush(depth);
        return add([...node.children].map((cell) => outline(cell).join(' / ')).join(' ¦ '), depth);
      }
      if (role === 'listitem') {
        flush(depth);
        const lines = outline(node, excluded);
        return lines.forEach((line, index) => add(`${index ? ' ' : '-'} ${line}`, depth));
      }
      const isBlock = !/^(inline|contents)/.test(getComputedStyle(node).display);
      if (isBlock) flush(depth);
      children(node, depth);
      if (isBlock) flush(depth);
    }
    children(start, 0);
    flush(0);
    return lines;
  }

  const every = (role) =>
    [...root.querySelectorAll('*')].filter((el) => roleOf(el) === role && isShown(el));
  const results = every('section').find((el) =>
    ['您的结果', '你的結果', 'Your results'].includes(nameOf(el)),
  );
  const [article] = every('article');
  const questions = every('group').filter(
    (el) =>
      el.tagName === 'FIELDSET' &&
      // The languages in the menu are no question.
      !el.closest('details')?.querySelector('summary[aria-label]') &&
      [...el.querySelectorAll('input')].some(isControl),
  );
  // Screen readers hear the last one that changes.
  const said = every('status').map((el) => squeeze(el.textContent));
  const excluded = [...questions, ...(results ? [results] : []), ...(article ? [article] : [])];

  /** The answer to a question, in one line. */
  function answer(el) {
    const controls = [...el.querySelectorAll('input')].filter(
      (one) => isControl(one) && isShown(one),
    );
    const chosen = controls.filter((one) => one.checked).map(nameOf);
    const boxes = controls
      .filter((one) => roleOf(one) === 'textbox')
      .map((one) => {
        const wrong =
          one.getAttribute('aria-invalid') === 'true'
            ? ` invalid {${byIds(one.getAttribute('aria-describedby'))}}`
            : '';
        return one.value || wrong ? `“${one.value}”${wrong}` : '';
      });
    return [...boxes, ...chosen].filter(Boolean).join('; ') || '–';
  }

  /** The heading of the screen: the first one. */
  function title() {
    const [first] = every('heading');
    return nameOf(first || host);
  }

  let focused = document.activeElement;
  while (focused && focused.shadowRoot && focused.shadowRoot.activeElement)
    focused = focused.shadowRoot.activeElement;
  const hasFocus = focused && root.contains(focused);
  const focusedName =
    hasFocus &&
    (isControl(focused) || nameOf(focused) !== squeeze(focused.textContent)
      ? nameOf(focused)
      : outline(focused).join(' ¦ '));
  return {
    heading: title(),
    focus: hasFocus
      ? `${roleOf(focused) || 'text'} ${focusedName}`
      : focused === document.body
        ? 'nothing'
        : focused?.localName,
    screen: outline(root, excluded),
    questions: questions.map((el) => ({
      name: nameOf(el),
      answer: answer(el),
      outline: outline(el),
    })),
    results: results ? outline(results) : null,
    said: said.filter(Boolean).join(' ¦ '),
    checklist: article ? outline(article) : null,
  };
}

/**
 * The results by group: the lines before the first group as `head`, then the measures by heading.
 */
function grouped(lines) {
  const level = (line) => /^#*/.exec(line)?.[0].length ?? 0;
  const deepest = Math.max(...lines.map(level));
  const groups = /** @type {Record<string, string[]>} */ ({});
  let current = (groups.head = []);
  for (const line of lines) {
    if (level(line) === deepest && level(lines[0]) < deepest)
      current = groups[line.slice(deepest + 1)] = [];
    else current.push(line);
  }
  return groups;
}

/** The headings of a long text, each with the number of lines below it and their hash. */
function digest(lines) {
  const parts = [{ heading: '(start)', text: [] }];
  for (const line of lines) {
    if (line.startsWith('#')) parts.push({ heading: line, text: [] });
    else parts[parts.length - 1].text.push(line);
  }
  return parts
    .filter(({ heading, text }) => text.length || heading.startsWith('#'))
    .map(({ heading, text }) => {
      const hash = createHash('sha256').update(text.join('\n')).digest('hex').slice(0, 8);
      return text.length ? `${heading} · ${text.length} lines · ${hash}` : heading;
    });
}

/** An observation as it is recorded. Without `whole`, each question by section takes one line. */
function recordForm(seen, { whole }) {
  const { heading, focus, said, screen, questions, results, checklist } = seen;
  const isDetailed = questions.length === 1 || whole;
  return {
    heading,
    focus,
    ...(said ? { said } : {}),
    screen,
    ...(questions.length && isDetailed
      ? {
          question: questions.flatMap(({ name, outline }) => [
            `group ${name}`,
            ...outline.map((line) => `  ${line}`),
          ]),
        }
      : {}),
    ...(questions.length && !isDetailed
      ? { questions: questions.map(({ name, answer }) => `${name} ${answer}`) }
      : {}),
    ...(results ? { results: grouped(results) } : {}),
    ...(checklist
      ? { checklist: checklist.length > LONGEST_TEXT ? digest(checklist) : checklist }
      : {}),
  };
}

/** Returns a function that counts the pending requests of a page. */
export function watchRequests(page) {
  const open = new Set();
  page.on('request', (request) => open.add(request));
  for (const event of ['requestfinished', 'requestfailed'])
    page.on(event, (request) => open.delete(request));
  return () => open.size;
}

const frames = (page) =>
  page.evaluate(
    () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))),
  );

/** Waits until nothing is loading and two consecutive observations, two frames apart, are equal. */
export async function observe(page, { pending = () => 0, whole = false } = {}) {
  let seen, last;
  await waitUntil('the widget is idle', async () => {
    last = JSON.stringify(seen);
    await frames(page);
    seen = await page.evaluate(read);
    return pending() === 0 && seen && JSON.stringify(seen) === last;
  });
  return recordForm(seen, { whole });
}
