// @ts-check
const two = (/** @type {number} */ number) => String(number).padStart(2, '0');

/** Today on this device's clock, YYYY-MM-DD. */
export function today() {
  const now = new Date();
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

/** The day and time on this device's clock, as it is printed. */
export function now() {
  const now = new Date();
  return `${today()} ${two(now.getHours())}:${two(now.getMinutes())}`;
}
