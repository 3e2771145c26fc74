export { alongChain, inMail, type InWords } from './along.ts';
export { filled, given } from './filled.ts';
export { LocaleTextInput } from './locale-text.input.ts';
export { LocaleScalar } from './locale.scalar.ts';
export { LocalizedText } from './localized-text.ts';
export { areSaid, isSaid, saidIn, say, type TextTable, tidy } from './said.ts';
export { ShownTranslation, Translated, Translation } from './translation.entity.ts';
export { typedFault } from './typed.ts';
export { forgetWrongLanguage, keepTranslations } from './wrong-language.ts';
