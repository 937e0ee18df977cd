/** Texts of forms made from event schemas. */
export const formWords = {
  choose: { de: 'Bitte wählen', en: 'Please choose' },
} as const;
