/** Texts of the single pages; a page with many has a file of its own beside this one. */
export const pageWords = {
  columnParticipant: { de: 'Teilnehmende:r', en: 'Participant' },
  columnWhat: { de: 'Was', en: 'What' },
  columnWhen: { de: 'Wann', en: 'When' },
  columnWho: { de: 'Wer', en: 'Who' },
  columnPhase: { de: 'Phase', en: 'Phase' },
  columnAttention: { de: 'Stand', en: 'Attention' },
  columnNext: { de: 'Nächste Frist', en: 'Next deadline' },
  columnCaseWorker: { de: 'Begleitung', en: 'Case worker' },
  columnCompany: { de: 'Betrieb', en: 'Company' },
  participantsCount: { de: '{total} Begleitungen', en: '{total} journeys' },
  participantsNone: {
    de: 'Hier ist noch niemand. Sobald Ihnen jemand zugewiesen ist, steht er oder sie hier.',
    en: 'Nobody is here yet. As soon as somebody is assigned to you, they are listed here.',
  },
  milestones: { de: 'Meilensteine', en: 'Milestones' },
  milestoneReached: { de: 'erreicht', en: 'reached' },
  milestoneExpected: { de: 'erwartet', en: 'expected' },
  milestoneOpen: { de: 'offen', en: 'open' },
  opsStuck: { de: 'Hängen gebliebene Aufträge', en: 'Stuck effects' },
  opsNone: { de: 'Alles läuft: kein Auftrag hängt fest.', en: 'All is well: nothing is stuck.' },
} as const;
