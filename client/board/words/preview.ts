/** Texts of the preview that every command is shown with. */
export const previewWords = {
  previewTitle: { de: 'Das würde geschehen', en: 'What this would do' },
} as const;
