/** Texts of the page of data protection. */
export const protectionWords = {
  protection: { de: 'Datenschutz', en: 'Data protection' },
  findJourney: { de: 'Begleitung suchen', en: 'Find a journey' },
  findJourneyHelp: {
    de: 'Auf der Seite einer Begleitung setzen Sie die Löschung aus oder lassen sie wieder zu. Die Prüfung des Journals rechnet nach, ob seit dem Schreiben jemand etwas daran geändert hat.',
    en: 'On a journey’s page you put its erasure on hold or allow it again. Checking the journal reckons whether anybody has changed it since it was written.',
  },
  findName: { de: 'Name oder Kennung', en: 'Name or id' },
  findDo: { de: 'Suchen', en: 'Search' },
  findHits: { de: 'Gefundene Begleitungen', en: 'Journeys found' },
  findNone: {
    de: 'An Ihren Standorten passt keine Begleitung zu »{q}«.',
    en: 'No journey at your sites matches “{q}”.',
  },
  findMore: {
    de: 'Die ersten {shown} von {total}. Grenzen Sie die Suche ein.',
    en: 'The first {shown} of {total}. Narrow the search down.',
  },
  findId: { de: 'Kennung', en: 'Id' },
  verifyColumn: { de: 'Journal', en: 'Journal' },
  verify: { de: 'Journal prüfen', en: 'Check the journal' },
  verifyWhole: { de: 'unverändert', en: 'unchanged' },
  verifyBroken: { de: 'verändert ab Eintrag {entry}', en: 'changed from entry {entry}' },
  refusals: { de: 'Abgelehnte Zugriffe', en: 'Refused accesses' },
  refusalsHelp: {
    de: 'Was jemandem verweigert wurde: weil das Recht fehlte, oder weil die Regeln es nicht zuließen. Was eingegeben wurde, wird nicht festgehalten.',
    en: 'What somebody was refused: for lack of a right, or because the rules did not allow it. What was typed is not kept.',
  },
  refusalsNone: {
    de: 'Bisher wurde niemandem etwas verweigert.',
    en: 'Nobody has been refused anything so far.',
  },
  refusalsRoles: { de: 'Rolle', en: 'Role' },
  refusalsForbidden: { de: 'kein Recht dazu', en: 'no right to it' },
  refusalsByRules: { de: 'von den Regeln abgelehnt ({code})', en: 'refused by the rules ({code})' },
  refusalsPages: { de: 'Seiten der abgelehnten Zugriffe', en: 'Pages of refused accesses' },
  refusalsNewer: { de: 'Neuere', en: 'Newer' },
  refusalsOlder: { de: 'Ältere', en: 'Older' },
  refusalsPage: {
    de: 'Seite {page} von {pages}, zusammen {total}',
    en: 'Page {page} of {pages}, {total} altogether',
  },
} as const;
