// @ts-check
/** Day and time on this device's clock, in the ISO form. */
function local() {
  const now = new Date();
  return new Date(now.getTime() - now.getTimezoneOffset() * 60_000).toISOString();
}

/** Today, YYYY-MM-DD. */
export const today = () => local().slice(0, 10);

/** The day and time, as it is printed. */
export const now = () => local().slice(0, 16).replace('T', ' ');
