/** Texts of cohort files, and of the menu of what is needed less often. */
export const filesWords = {
  more: { de: 'Mehr', en: 'More' },
  files: { de: 'Kohortendateien', en: 'Cohort files' },
  filesImport: { de: 'Teilnehmende übernehmen', en: 'Bring participants in' },
  filesImportHelp: {
    de: 'Jede Zeile wird eine Begleitung mit ihrer Vorgeschichte. Für Vergangenes geht nichts hinaus. Zuerst sehen Sie, wo jede Zeile stehen würde; begonnen wird alles oder nichts.',
    en: 'Each line becomes a journey with its history. Nothing is sent for the past. You first see where each line would stand; all are begun or none.',
  },
  filesFile: { de: 'Datei', en: 'File' },
  filesFileHelp: {
    de: 'CSV, wie eine Tabellenkalkulation sie speichert, mit Kopfzeile. Der Export unten zeigt alle Spalten.',
    en: 'CSV as a spreadsheet saves it, with a header. The export below shows all columns.',
  },
  filesNoFile: { de: 'Bitte eine Datei wählen.', en: 'Please choose a file.' },
  filesTry: { de: 'Prüfen', en: 'Check' },
  filesTried: { de: 'So würde »{file}« übernommen', en: 'How “{file}” would be brought in' },
  filesBegin: { de: '{count} Begleitungen beginnen', en: 'Begin {count} journeys' },
  filesBegun: { de: '{count} Begleitungen begonnen', en: '{count} journeys begun' },
  filesKnown: {
    de: '{lines} Zeilen; davon gibt es {known} schon.',
    en: '{lines} lines; {known} of them exist already.',
  },
  filesLine: { de: 'Zeile', en: 'Line' },
  filesIsKnown: { de: 'gibt es schon', en: 'exists already' },
  filesIsNew: { de: 'neu', en: 'new' },
  filesOverdue: { de: 'überfällig:', en: 'overdue:' },
  filesMeeting: { de: 'Gespräch fällig seit', en: 'Meeting due since' },
  filesMend: {
    de: 'Bringen Sie die Datei in Ordnung, und wählen Sie sie noch einmal.',
    en: 'Mend the file, and choose it again.',
  },
  filesFaults: { de: 'Was nicht stimmt', en: 'What is wrong' },
  filesExport: { de: 'Begleitungen herausgeben', en: 'Take journeys out' },
  filesExportHelp: {
    de: 'Eine Tabelle mit Namen und Adressen, die sich wieder übernehmen lässt. Bewahren Sie sie so auf wie eine Akte.',
    en: 'A table with names and addresses, which can be brought in again. Keep it as you keep a file.',
  },
  filesExportDo: { de: 'Tabelle (CSV) herunterladen', en: 'Download table (CSV)' },
  filesExported: { de: 'Heruntergeladen.', en: 'Downloaded.' },
  filesLeftOut: {
    de: 'Heruntergeladen. Nicht als Zeile zu fassen und weggelassen: {journeys}',
    en: 'Downloaded. Cannot be told as a line and left out: {journeys}',
  },
} as const;
