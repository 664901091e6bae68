// @ts-check
/**
 * The panel of a crashed widget. Its texts are here, because the instance that holds the pack is
 * broken.
 */

/** @type {Record<string, Record<'crashed' | 'code' | 'resume' | 'restart', string>>} */
const TEXTS = {
  'zh-Hans': {
    crashed: '自测工具出错，已停止运行。',
    code: '您的回答保存在下面的回执码里，请先复制：',
    resume: '用这些回答重新开始',
    restart: '重新开始',
  },
  'zh-Hant': {
    crashed: '自測工具出錯，已停止運作。',
    code: '你的回答保存在下面的回執碼內，請先複製：',
    resume: '用這些回答重新開始',
    restart: '重新開始',
  },
  en: {
    crashed: 'The self-check has stopped because of an error.',
    code: 'This receipt code holds your answers; copy it first:',
    resume: 'Restart with these answers',
    restart: 'Restart',
  },
};

/** @param {string} tag @param {string} className @param {(string | Node)[]} content */
function create(tag, className, ...content) {
  const element = document.createElement(tag);
  element.className = className;
  element.append(...content);
  return element;
}

/**
 * A message, the receipt code of the answers, and a button that restarts the widget.
 * @param {string} lang
 * @param {string} code  receipt code of the answers, or an empty string
 * @param {boolean} isResumable  whether the restart keeps the answers
 * @param {() => void} restart
 */
export function crashPanel(lang, code, isResumable, restart) {
  const language = TEXTS[lang] ? lang : 'en';
  const texts = TEXTS[language];
  const alert = create('p', '', texts.crashed, ...(code ? [' ', texts.code] : []));
  alert.setAttribute('role', 'alert');
  const button = create(
    'button',
    'ec-button ec-button--main',
    code && isResumable ? texts.resume : texts.restart,
  );
  button.addEventListener('click', restart);
  const panel = create(
    'div',
    'ec ec-crash',
    alert,
    ...(code ? [create('p', 'ec-crash__code', code)] : []),
    button,
  );
  panel.lang = language;
  // In a separate element, because the panel floats.
  return create('div', '', panel);
}
