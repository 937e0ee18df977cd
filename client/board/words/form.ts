/** Texts of forms made from event schemas. */
export const formWords = {
  choose: { de: 'Bitte wählen', en: 'Please choose' },
  unsaid: { de: 'keine Angabe', en: 'not stated' },
  confirmed: { de: 'ja, so ist es', en: 'yes, that is so' },
  otherId: { de: 'Andere (Kennung eingeben)', en: 'Another (enter the id)' },
  otherIdOf: { de: '{label}: Kennung', en: '{label}: id' },
  idHelp: {
    de: 'Buchstaben, Ziffern und Bindestriche.',
    en: 'Letters, digits and hyphens.',
  },
  noteHelp: {
    de: 'Bleibt als Notiz in der Akte; die Namen anderer gehören nicht hierher.',
    en: 'Kept as a note in the file; leave out the names of others.',
  },
  noChoices: { de: 'Zurzeit steht nichts zur Wahl.', en: 'There is nothing to choose from right now.' },
  addRow: { de: '{label} hinzufügen', en: 'Add: {label}' },
  removeRow: { de: '{label} {number} entfernen', en: 'Remove {label} {number}' },
  rowOf: { de: '{label} {number}', en: '{label} {number}' },
  instantDay: { de: 'Tag', en: 'Day' },
  instantTime: { de: 'Uhrzeit', en: 'Time' },
  whenTitle: { de: 'Wann war das?', en: 'When did it happen?' },
  whenHelp: {
    de: 'Nur ändern, wenn es früher war. Fristen rechnen ab diesem Tag.',
    en: 'Change it only if it was earlier. Deadlines are reckoned from this day.',
  },
  whenDay: { de: 'Tag', en: 'Day' },
  whenTime: { de: 'Uhrzeit', en: 'Time' },
  inRole: { de: 'In welcher Rolle tragen Sie das ein?', en: 'In which role do you enter this?' },
  toPreview: { de: 'Weiter zur Vorschau', en: 'Continue to the preview' },
  faultsTitle: { de: 'Bitte noch berichtigen', en: 'Please put this right' },
  faultMissing: { de: 'Bitte ausfüllen.', en: 'Please fill this in.' },
  faultNumber: {
    de: 'Bitte eine ganze Zahl von {least} bis {most} eingeben.',
    en: 'Please enter a whole number from {least} to {most}.',
  },
  faultNumberFrom: {
    de: 'Bitte eine ganze Zahl ab {least} eingeben.',
    en: 'Please enter a whole number from {least}.',
  },
  faultDay: { de: 'Bitte einen ganzen Tag angeben.', en: 'Please give a full date.' },
  faultTime: { de: 'Bitte eine Uhrzeit angeben.', en: 'Please give a time.' },
  faultInstant: { de: 'Bitte Tag und Uhrzeit angeben.', en: 'Please give day and time.' },
  faultMonth: { de: 'Bitte einen Monat angeben (JJJJ-MM).', en: 'Please give a month (YYYY-MM).' },
  faultFuture: {
    de: 'Das liegt in der Zukunft. Eingetragen wird, was geschehen ist.',
    en: 'That lies in the future. Enter what has happened.',
  },
  faultId: {
    de: 'Bitte eine Kennung aus Buchstaben, Ziffern und Bindestrichen eingeben.',
    en: 'Please enter an id of letters, digits and hyphens.',
  },
  faultLong: { de: 'Bitte höchstens 10.000 Zeichen.', en: 'Please at most 10,000 characters.' },
} as const;
