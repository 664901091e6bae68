// The keys of the journey with their codes in each protocol.
/** @type {Record<string, {key: string, code: number, text?: string, webdriver: string}>} */
export const KEYS = {
  Tab: { key: 'Tab', code: 9, webdriver: '\uE004' },
  Enter: { key: 'Enter', code: 13, text: '\r', webdriver: '\uE007' },
  Backspace: { key: 'Backspace', code: 8, webdriver: '\uE003' },
  Space: { key: ' ', code: 32, text: ' ', webdriver: ' ' },
  ArrowDown: { key: 'ArrowDown', code: 40, webdriver: '\uE015' },
};
