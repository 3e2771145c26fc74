/**
 * Fields of forms are parts of `core`, which bring their label, their hint, what is wrong with them and their look. Selectors of
 * `vue/no-restricted-syntax`. Choices of which one is taken are native: what stands around them differs.
 */
const message = 'Fields are parts of core: TextField, SelectField, ChosenField, CheckList, TickBox, SearchLine, DateField, HourField, FileField, GuardedText, GuardedLine.';

export const FIELDS = [
  "VElement[name=/^(select|textarea)$/]",
  "VElement[name='input']:not(:has(VAttribute[key.name='type'][value.value='radio']))",
].map((selector) => ({ selector, message }));

/** What has a field of its own, and why. */
export const OWN_FIELDS = [
  // The fields that an answer takes are those of its question, with one name for all of them.
  'client/src/questions/AnswerField.vue',
  // Figures with the least and the most, and what they mean above them.
  'client/src/consultations/ConsultTerms.vue',
  // Its label may be in another language than the page.
  'client/src/preparing/PlaceField.vue',
];
