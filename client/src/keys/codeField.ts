/** What makes a field one for codes. */
const CODE = { class: 'typed-code', autocapitalize: 'none', spellcheck: 'false', required: true } as const;

/** The attributes of a field for the six digits of an application: with room for the spaces that people type. */
export const DIGITS = { ...CODE, inputmode: 'numeric', autocomplete: 'one-time-code', maxlength: 12 } as const;

/** The attributes of a field for a recovery code, however it is written. */
export const RECOVERY_CODE = { ...CODE, inputmode: 'text', maxlength: 40 } as const;
