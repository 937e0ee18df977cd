/** Reminds somebody of something due or overdue: one text for each topic. */
import type { Answer, Order } from '../workflows/effects/effects.ts';
import type { ReminderTopic } from '../workflows/effects/words.ts';
import { germanDate } from './german.ts';
import { type Means, notify } from './letters.ts';

interface ReminderText {
  readonly subject: string;
  readonly matter: string;
  readonly todo: string;
}

const texts = {
  intakeUndecided: {
    subject: 'Aufnahme noch nicht entschieden',
    matter: 'Über die Aufnahme in die Assistierte Ausbildung ist noch nicht entschieden.',
    todo: 'Bitte entscheiden Sie: aufnehmen, weiterverweisen oder ablehnen, und tragen Sie es ein.',
  },
  intakeOverdue: {
    subject: 'Aufnahme überfällig',
    matter: 'Die Entscheidung über die Aufnahme ist auch nach einer Erinnerung nicht eingetragen.',
    todo: 'Bitte klären Sie mit der Ausbildungsbegleitung, woran es liegt, und sorgen Sie für eine Entscheidung.',
  },
  preparationEndNear: {
    subject: 'Die Vorphase endet bald',
    matter: 'Die Vorbereitungsphase endet bald, und noch ist keine Ausbildung vereinbart.',
    todo: 'Bitte prüfen Sie, welche Betriebe in Frage kommen und ob die Vorphase verlängert werden soll.',
  },
  preparationOver: {
    subject: 'Die Vorphase ist zu Ende',
    matter: 'Die Vorbereitungsphase ist abgelaufen.',
    todo: 'Bitte tragen Sie ein, wie es weitergeht: Vermittlung, Verlängerung oder Ende.',
  },
  companyUninformed: {
    subject: 'Betrieb noch nicht informiert',
    matter: 'Der Betrieb ist noch nicht eingehend über die Assistierte Ausbildung informiert.',
    todo: 'Bitte führen Sie das Gespräch mit dem Betrieb und tragen Sie es ein.',
  },
  contractUnregistered: {
    subject: 'Ausbildungsvertrag noch nicht eingetragen',
    matter: 'Für den Ausbildungsvertrag ist noch keine Eintragung bei der zuständigen Stelle bekannt.',
    todo: 'Bitte fragen Sie beim Betrieb nach, ob die Eintragung beantragt ist, und tragen Sie das Ergebnis ein.',
  },
  contractUnregisteredEscalated: {
    subject: 'Eintragung des Ausbildungsvertrags überfällig',
    matter:
      'Der Ausbildungsvertrag ist noch immer nicht als bei der zuständigen Stelle eingetragen vermerkt.',
    todo: 'Bitte klären Sie mit Ausbildungsbegleitung, Betrieb und Kammer, woran es liegt.',
  },
  firstDayUnconfirmed: {
    subject: 'Erster Ausbildungstag nicht bestätigt',
    matter: 'Die Ausbildung sollte begonnen haben; der erste Tag ist nicht bestätigt.',
    todo: 'Bitte fragen Sie nach, ob die Ausbildung angetreten wurde, und tragen Sie es ein.',
  },
  probationReview: {
    subject: 'Probezeit auswerten',
    matter: 'Die Probezeit endet bald.',
    todo: 'Bitte sprechen Sie mit allen Beteiligten darüber, ob die Ausbildung fortgesetzt wird und was dafür nötig ist.',
  },
  betweenContracts: {
    subject: 'Neuer Ausbildungsbetrieb gesucht',
    matter: 'Seit dem Ende des letzten Vertrags ist noch kein neuer Ausbildungsbetrieb gefunden.',
    todo: 'Bitte halten Sie fest, welche Betriebe angesprochen sind und was als Nächstes geschieht.',
  },
  betweenContractsLong: {
    subject: 'Lange ohne Ausbildungsbetrieb',
    matter: 'Die Suche nach einem neuen Ausbildungsbetrieb dauert schon lange.',
    todo: 'Bitte beraten Sie gemeinsam, wie die Ausbildung fortgesetzt werden kann.',
  },
  examUnregistered: {
    subject: 'Zur Abschlussprüfung anmelden',
    matter: 'Die Anmeldung zur Abschlussprüfung ist noch nicht eingetragen.',
    todo: 'Bitte klären Sie Anmeldefrist, Zulassung und, wo nötig, einen Nachteilsausgleich.',
  },
  examUnregisteredEscalated: {
    subject: 'Anmeldung zur Abschlussprüfung überfällig',
    matter: 'Die Anmeldung zur Abschlussprüfung ist noch immer nicht eingetragen.',
    todo: 'Bitte sorgen Sie dafür, dass die Anmeldung bei der zuständigen Stelle umgehend geklärt wird.',
  },
  contractEnded: {
    subject: 'Letzter Tag des Ausbildungsvertrags erreicht',
    matter: 'Der Ausbildungsvertrag ist nach seinem vereinbarten Ende abgelaufen.',
    todo: 'Bitte tragen Sie ein, wie es weitergeht: Prüfungsergebnis, Verlängerung oder neuer Vertrag.',
  },
  extensionDemand: {
    subject: 'Verlängerung der Ausbildung verlangen',
    matter:
      'Nach einer nicht bestandenen Abschlussprüfung verlängert sich die Ausbildung nur auf Verlangen bis zur nächsten Wiederholungsprüfung.',
    todo: 'Soll die Ausbildung weitergehen, muss die Verlängerung bis zum Stichtag beim Betrieb verlangt sein, danach unverzüglich.',
  },
  longestExtension: {
    subject: 'Längste Verlängerung der Ausbildung erreicht',
    matter: 'Die Ausbildung kann über den Stichtag hinaus nicht verlängert werden.',
    todo: 'Bitte beraten Sie, wie es bis zur nächsten Prüfung weitergeht, und tragen Sie es ein.',
  },
  meetingUnrecorded: {
    subject: 'Reflexionsgespräch noch nicht dokumentiert',
    matter: 'Zum letzten Reflexionsgespräch ist nicht eingetragen, ob es stattgefunden hat.',
    todo: 'Bitte tragen Sie ein, ob es geführt, versäumt, verlegt oder abgesagt wurde.',
  },
  meetingGivenUp: {
    subject: 'Reflexionsgespräch bleibt ohne Dokumentation',
    matter: 'Zu einem Reflexionsgespräch wurde auch nach einer Erinnerung nichts eingetragen.',
    todo: 'Bitte klären Sie mit der Ausbildungsbegleitung, ob es stattgefunden hat.',
  },
  meetingsMissed: {
    subject: 'Reflexionsgespräche mehrfach versäumt',
    matter: 'Das Reflexionsgespräch ist zweimal hintereinander versäumt worden.',
    todo: 'Bitte beraten Sie mit der Ausbildungsbegleitung, wie der Kontakt wieder gelingt.',
  },
} as const satisfies Record<ReminderTopic, ReminderText>;

/** Carries out a reminder by mail; see `notify` for what it promises and throws. */
export async function remind(means: Means, order: Order<'reminder'>): Promise<Answer> {
  const { topic, to, dueOn } = order.params;
  const { subject, matter, todo } = texts[topic];
  return await notify(means, order, {
    to,
    subject,
    paragraphs: [matter, todo, `Stichtag: ${germanDate(dueOn)}`],
  });
}
