/** Texts for the deadlines of the way itself, from intake to the repeat exam. */
import type { NoticeKey } from '../../workflows/effects/effects.ts';
import type { ReminderText } from './text.ts';

export const phaseTexts = {
  intakeDecision: {
    subject: 'Aufnahme noch nicht entschieden',
    matter: 'Über die Aufnahme in die Assistierte Ausbildung ist noch nicht entschieden.',
    todo: 'Bitte entscheiden Sie: aufnehmen, weiterverweisen oder ablehnen, und tragen Sie es ein.',
  },
  intakeEscalation: {
    subject: 'Aufnahme überfällig',
    matter: 'Die Entscheidung über die Aufnahme ist auch nach einer Erinnerung nicht eingetragen.',
    todo: 'Bitte klären Sie mit der Ausbildungsbegleitung, woran es liegt, und sorgen Sie für eine Entscheidung.',
  },
  preparationEndNear: {
    subject: 'Die Vorphase endet bald',
    matter:
      'Die Vorbereitungsphase endet bald, und noch ist keine Ausbildung vereinbart. Ihr letzter Tag ist der Stichtag.',
    todo: 'Bitte prüfen Sie, welche Betriebe in Frage kommen und ob die Vorphase verlängert werden soll.',
  },
  preparationEnd: {
    subject: 'Die Vorphase ist zu Ende',
    matter: 'Die Vorbereitungsphase ist abgelaufen (§ 75a SGB III).',
    todo: 'Bitte tragen Sie ein, wie es weitergeht: Vermittlung, Verlängerung oder Ende.',
  },
  entryQualificationEnd: {
    subject: 'Die Einstiegsqualifizierung ist zu Ende',
    matter: 'Die Einstiegsqualifizierung (EQ, § 54a SGB III) ist nach ihrem vereinbarten Ende abgelaufen.',
    todo: 'Bitte klären Sie mit dem Betrieb, ob eine Ausbildung folgt, und tragen Sie ein, wie es weitergeht.',
  },
  companyInformed: {
    subject: 'Betrieb noch nicht informiert',
    matter:
      'Der Betrieb ist noch nicht eingehend über die Assistierte Ausbildung informiert; der letzte Tag dafür ist vorbei.',
    todo: 'Die Ausbildungsbegleitung holt das Gespräch mit dem Betrieb bitte jetzt nach und trägt es ein; die Teamleitung hilft, wo es hakt.',
  },
  contractRegistration: {
    subject: 'Ausbildungsvertrag noch nicht eingetragen',
    matter:
      'Für den Ausbildungsvertrag ist noch keine Eintragung bei der zuständigen Stelle bekannt. Sie ist unverzüglich zu beantragen (§§ 11, 36 BBiG).',
    todo: 'Bitte fragen Sie beim Betrieb nach, ob die Eintragung beantragt ist, und tragen Sie das Ergebnis ein.',
  },
  contractRegistrationEscalation: {
    subject: 'Eintragung des Ausbildungsvertrags überfällig',
    matter:
      'Der Ausbildungsvertrag ist noch immer nicht als bei der zuständigen Stelle eingetragen vermerkt (§§ 11, 36 BBiG).',
    todo: 'Bitte klären Sie mit Ausbildungsbegleitung, Betrieb und Kammer, woran es liegt.',
  },
  firstDayConfirmation: {
    subject: 'Erster Ausbildungstag nicht bestätigt',
    matter: 'Die Ausbildung sollte begonnen haben; der erste Tag ist nicht bestätigt.',
    todo: 'Bitte fragen Sie nach, ob die Ausbildung angetreten wurde, und tragen Sie es ein.',
  },
  probationReview: {
    subject: 'Probezeit auswerten',
    matter: 'Die Probezeit endet bald. Ihr letzter Tag ist der Stichtag.',
    todo: 'Bitte sprechen Sie mit allen Beteiligten darüber, ob die Ausbildung fortgesetzt wird und was dafür nötig ist.',
  },
  leaveEnd: {
    subject: 'Die Elternzeit ist zu Ende',
    matter: 'Der letzte Tag der Elternzeit (§ 20 Abs. 1 BEEG) ist vorbei.',
    todo: 'Bitte fragen Sie nach, ob die Ausbildung wieder aufgenommen ist und was den Wiedereinstieg erleichtert. Dauert die Elternzeit länger, tragen Sie das neue Ende ein.',
  },
  betweenContractsReminder: {
    subject: 'Neuer Ausbildungsbetrieb gesucht',
    matter: 'Seit dem Ende des letzten Vertrags ist noch kein neuer Ausbildungsbetrieb gefunden.',
    todo: 'Bitte halten Sie fest, welche Betriebe angesprochen sind und was als Nächstes geschieht.',
  },
  betweenContractsEscalation: {
    subject: 'Lange ohne Ausbildungsbetrieb',
    matter: 'Die Suche nach einem neuen Ausbildungsbetrieb dauert schon lange.',
    todo: 'Bitte beraten Sie gemeinsam, wie die Ausbildung fortgesetzt werden kann.',
  },
  examRegistrationReminder: {
    subject: 'Zur Abschlussprüfung anmelden',
    matter:
      'Die Anmeldung zur Abschlussprüfung ist noch nicht eingetragen. Der Ausbildungsvertrag endet am Stichtag; für die Anmeldung gelten die Termine der Kammer.',
    todo: 'Bitte klären Sie Anmeldefrist, Zulassung und, wo nötig, einen Nachteilsausgleich.',
  },
  examRegistrationEscalation: {
    subject: 'Anmeldung zur Abschlussprüfung überfällig',
    matter:
      'Die Anmeldung zur Abschlussprüfung ist noch immer nicht eingetragen. Der Ausbildungsvertrag endet am Stichtag.',
    todo: 'Bitte sorgen Sie dafür, dass die Anmeldung bei der zuständigen Stelle umgehend geklärt wird.',
  },
  contractEnd: {
    subject: 'Letzter Tag des Ausbildungsvertrags erreicht',
    matter: 'Der Ausbildungsvertrag ist nach seinem vereinbarten Ende abgelaufen (§ 21 Abs. 1 BBiG).',
    todo: 'Bitte tragen Sie ein, wie es weitergeht: Prüfungsergebnis, Verlängerung oder neuer Vertrag.',
  },
  extensionDemand: {
    subject: 'Verlängerung der Ausbildung verlangen',
    matter:
      'Nach einer nicht bestandenen Abschlussprüfung verlängert sich die Ausbildung nur auf Verlangen bis zur nächsten Wiederholungsprüfung (§ 21 Abs. 3 BBiG; BAG 6 AZR 519/03). Der letzte Tag des Vertrags ist vorbei, und ein Verlangen ist nicht eingetragen.',
    todo: 'Soll die Ausbildung weitergehen, muss die auszubildende Person die Verlängerung jetzt unverzüglich beim Betrieb verlangen. Bitte unterstützen Sie sie heute noch dabei; ist es schon geschehen, tragen Sie es ein.',
  },
  longestExtension: {
    subject: 'Längste Verlängerung der Ausbildung erreicht',
    matter: 'Die Ausbildung kann über den Stichtag hinaus nicht verlängert werden (§ 21 Abs. 3 BBiG).',
    todo: 'Bitte beraten Sie, wie es bis zur nächsten Prüfung weitergeht, und tragen Sie es ein.',
  },
  bridgingEnd: {
    subject: 'Überbrückung bis zur Wiederholungsprüfung zu Ende',
    matter:
      'Die vereinbarte Unterstützung zwischen Vertragsende und Wiederholungsprüfung (§ 74 SGB III) ist abgelaufen.',
    todo: 'Die Ausbildungsbegleitung trägt bitte ein, wie es weitergeht; soll länger überbrückt werden, klärt die Teamleitung das mit dem Bedarfsträger.',
  },
} as const satisfies { readonly [K in NoticeKey]?: ReminderText };
