/** Texts of the calendar. */
export const calendarWords = {
  calendarView: { de: 'Ansicht', en: 'View' },
  calendarWeek: { de: 'Woche', en: 'Week' },
  calendarDay: { de: 'Tag', en: 'Day' },
  calendarToday: { de: 'Heute', en: 'Today' },
  calendarPreviousWeek: { de: 'Vorige Woche', en: 'Previous week' },
  calendarNextWeek: { de: 'Nächste Woche', en: 'Next week' },
  calendarPreviousDay: { de: 'Voriger Tag', en: 'Previous day' },
  calendarNextDay: { de: 'Nächster Tag', en: 'Next day' },
  calendarWeekOf: { de: '{from} – {to}', en: '{from} – {to}' },
  calendarCancelled: { de: 'Abgesagte zeigen', en: 'Show cancelled ones' },
  calendarIsCancelled: { de: 'abgesagt', en: 'cancelled' },
  calendarNoneHere: { de: 'Hier sind keine Gespräche geplant.', en: 'No meetings are planned here.' },
  calendarFree: { de: 'keine Gespräche', en: 'no meetings' },
  calendarSubscribe: { de: 'Kalender abonnieren', en: 'Subscribe to the calendar' },
  calendarSubscribeHelp: {
    de: 'Sie bekommen eine geheime Adresse für das Kalenderprogramm auf Ihrem Rechner oder Telefon. Wer sie kennt, sieht Ihre Termine.',
    en: 'You get a secret address for the calendar program on your computer or phone. Whoever knows it sees your meetings.',
  },
  calendarSubscribeWarning: {
    de: 'Eine frühere Adresse gilt danach nicht mehr; Programme, die sie nutzen, brauchen die neue.',
    en: 'An earlier address ends with it; programs that use it need the new one.',
  },
  calendarMakeAddress: { de: 'Neue Adresse erstellen', en: 'Make a new address' },
  calendarAddress: { de: 'Ihre geheime Adresse', en: 'Your secret address' },
  calendarAddressHelp: {
    de: 'Sie wird nur jetzt gezeigt. Fügen Sie sie im Kalenderprogramm als »Kalender aus dem Internet« ein.',
    en: 'It is shown only now. Add it to your calendar program as a “calendar from the internet”.',
  },
  calendarCopy: { de: 'Adresse kopieren', en: 'Copy the address' },
  calendarCopied: { de: 'Adresse kopiert', en: 'Address copied' },
} as const;
