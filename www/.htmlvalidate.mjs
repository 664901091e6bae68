// The configuration of html-validate. Each disabled rule has its reason.
export default {
  root: true,
  extends: ['html-validate:standard', 'html-validate:a11y'],
  elements: ['html5'],
  rules: {
    // Answers must not survive a reload. Firefox keeps checked inputs unless each radio button and
    // checkbox has autocomplete="off", which this rule allows on text inputs only.
    'valid-autocomplete': 'off',
  },
};
