// @ts-check
/**
 * The options of the widget of a session, from the attributes of the element and the page.
 * @param {import('./session.js').Session} session
 * @param {string} language
 * @returns {import('eligibility-widget').Options}
 */
export function optionsOf(session, language) {
  const { element, assets, src, isBuiltIn, policy, hasList } = session;
  return {
    // The topics of the policy that the page names.
    topic: (policy === session.loading.policy && element.getAttribute('topic')) || '',
    asOf: element.getAttribute('as-of') || session.today,
    headingLevel: Number(element.getAttribute('heading-level')) || 2,
    languages: session.languages,
    // The rules page describes the pack next to the script.
    rulesPage:
      element.getAttribute('rules') ||
      (src || isBuiltIn ? undefined : assets.rulesPage(language, policy)) ||
      undefined,
    // A page from a file opens nowhere else.
    pageAddress: /^https?:/.test(location.protocol) ? location.href.split('#')[0] : undefined,
    hasList,
    isBuiltIn,
    hasLanguageFailed: session.hasLanguageFailed,
    resume: session.code || undefined,
    userAgent: session.module.userAgent(),
    style: session.loading.style,
    styleUrl: assets.styleUrl,
  };
}
