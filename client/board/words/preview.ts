/** Texts of the preview that every command is shown with, and of entering it. */
export const previewWords = {
  previewTitle: { de: 'Vorschau: das geschieht', en: 'Preview: this will happen' },
  previewLead: { de: 'Noch ist nichts eingetragen.', en: 'Nothing has been entered yet.' },
  previewNothing: {
    de: 'Es wird im Verlauf festgehalten. Fristen und Nachrichten bleiben, wie sie sind.',
    en: 'It is kept in the journal. Deadlines and messages stay as they are.',
  },
  previewMake: { de: 'Wird verschickt oder veranlasst', en: 'Is sent or arranged' },
  previewAmend: { de: 'Wird geändert', en: 'Is changed' },
  previewWithdraw: { de: 'Wird zurückgenommen', en: 'Is withdrawn' },
  previewEntered: { de: 'Beginnt', en: 'Begins' },
  previewLeft: { de: 'Endet', en: 'Ends' },
  previewGained: { de: 'Neue Fristen', en: 'New deadlines' },
  previewMoved: { de: 'Fristen auf anderem Tag', en: 'Deadlines on another day' },
  previewLost: { de: 'Fristen entfallen', en: 'Deadlines no longer there' },
  previewMore: { de: 'und {count} weitere', en: 'and {count} more' },
  previewEnter: { de: 'Eintragen', en: 'Enter' },
  entered: { de: 'Eingetragen: {what}', en: 'Entered: {what}' },
  enteredSeveral: { de: '{count} Einträge gemacht', en: '{count} entries made' },
  changeMeeting: {
    de: 'Einladung zum Reflexionsgespräch um den {day} an {to}',
    en: 'Invitation to the reflection meeting around {day} to {to}',
  },
  changeMeetingAt: {
    de: 'Einladung zum Reflexionsgespräch am {moment} an {to}',
    en: 'Invitation to the reflection meeting on {moment} to {to}',
  },
  changeNotice: { de: 'Nachricht »{topic}« ({day}) an {to}', en: 'Message “{topic}” ({day}) to {to}' },
  changeConflict: {
    de: 'Nachricht zum {ordinal}. Konflikt, Antwort bis {day}, an {to}',
    en: 'Message on conflict no. {ordinal}, to be answered by {day}, to {to}',
  },
  changeLessons: {
    de: 'Anfrage nach Stütz- und Förderunterricht ({subject}) bis {day}',
    en: 'Request for learning support ({subject}) by {day}',
  },
  changeInformation: {
    de: 'Informationen zur Assistierten Ausbildung an den Betrieb ({company}) bis {day}',
    en: 'Information on assisted training to the company ({company}) by {day}',
  },
  changeLate: { de: '{what} – wird nachgeholt', en: '{what} – made good late' },
  deadlineBy: { de: '{label}: {day}', en: '{label}: {day}' },
  deadlineMoved: { de: '{label}: {day} statt {from}', en: '{label}: {day} instead of {from}' },
} as const;
