// @ts-check
/**
 * The panel of a crashed page: the texts of the document can be downloaded or copied. Its words are
 * here, because the module that has all others is broken.
 */

/** @typedef {{name: string, text: string}} SavedFile */

/** @type {Record<string, Record<'crashed' | 'download' | 'reload', string>>} */
const TEXTS = {
  'zh-Hans': {
    crashed:
      '本页面出错，已停止运行。您写的内容都在下面，请先下载，或复制到别处。然后重新打开本页面，打开下载的文件即可继续。',
    download: '下载 {}',
    reload: '重新打开本页面',
  },
  'zh-Hant': {
    crashed:
      '本頁面出錯，已停止運作。你寫的內容都在下面，請先下載，或複製到別處。然後重新開啟本頁面，開啟下載的檔案即可繼續。',
    download: '下載 {}',
    reload: '重新開啟本頁面',
  },
  en: {
    crashed:
      'This page has stopped because of an error. Everything that you wrote is below. Download it, or copy it, first. Then open this page again, and continue with the downloaded file.',
    download: 'Download {}',
    reload: 'Open this page again',
  },
};

/** @param {string} tag @param {string} className @param {(string | Node)[]} content */
function create(tag, className, ...content) {
  const element = document.createElement(tag);
  element.className = className;
  element.append(...content);
  return element;
}

/** @param {string} text @param {() => void} action */
function createButton(text, action) {
  const button = /** @type {HTMLButtonElement} */ (create('button', 'au-button', text));
  button.type = 'button';
  button.addEventListener('click', action);
  return button;
}

/** @param {SavedFile} file */
function download({ name, text }) {
  const link = document.createElement('a');
  const address = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address));
}

/**
 * A message, and each file with a button that downloads it and a box to copy it from.
 * @param {string} lang
 * @param {SavedFile[]} files
 * @param {string} error
 */
export function crashPanel(lang, files, error) {
  const language = TEXTS[lang] ? lang : 'en';
  const texts = TEXTS[language];
  /** The files that are not downloaded yet. */
  const left = new Set(files);
  window.addEventListener('beforeunload', (event) => {
    if (left.size) event.preventDefault();
  });
  const rows = files.flatMap((file) => {
    const title = texts.download.replace('{}', file.name);
    const box = /** @type {HTMLTextAreaElement} */ (create('textarea', 'au-crash__text'));
    box.readOnly = true;
    box.value = file.text;
    box.setAttribute('aria-label', file.name);
    const button = createButton(title, () => {
      download(file);
      left.delete(file);
    });
    return [create('p', '', button), box];
  });
  const alert = create('p', 'au-error', texts.crashed);
  alert.setAttribute('role', 'alert');
  const reload = createButton(texts.reload, () => window.location.reload());
  const details = create('p', '', create('code', '', error));
  const panel = create('main', 'au au-crash', alert, ...rows, create('p', '', reload), details);
  panel.lang = language;
  return panel;
}
