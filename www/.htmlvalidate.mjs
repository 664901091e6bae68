// What our markup is checked by. A rule is turned off only here, with its reason.
export default {
  root: true,
  extends: ['html-validate:standard', 'html-validate:a11y'],
  elements: ['html5'],
  rules: {
    // Firefox keeps ticks and choices over a reload unless each radio and checkbox says autocomplete="off" itself, and
    // answers must not outlive their page. The rule knows the attribute for text only.
    'valid-autocomplete': 'off',
  },
};
