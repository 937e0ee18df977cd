/** Texts for the deadlines that run beside the phase: meetings, conflicts, terminations, support, people, records. */
import type { NoticeKey } from '../../workflows/effects/effects.ts';
import { entryNumber, month, type ReminderText } from './text.ts';

export const besideTexts = {
  meetingRecord: {
    subject: 'Reflexionsgespräch noch nicht dokumentiert',
    matter: 'Zum letzten Reflexionsgespräch ist nicht eingetragen, ob es stattgefunden hat.',
    todo: 'Bitte tragen Sie ein, ob es geführt, versäumt, verlegt oder abgesagt wurde.',
  },
  meetingUnrecorded: {
    subject: 'Reflexionsgespräch bleibt ohne Dokumentation',
    matter: 'Zu einem Reflexionsgespräch wurde auch nach einer Erinnerung nichts eingetragen.',
    todo: 'Bitte klären Sie mit der Ausbildungsbegleitung, ob es stattgefunden hat.',
  },
  settlementAcceptance: {
    subject: 'Frist zur Anerkennung des Spruchs abgelaufen',
    matter:
      'Die Frist, den Spruch des Schlichtungsausschusses anzuerkennen, ist abgelaufen (§ 111 Abs. 2 ArbGG). Dass beide Seiten ihn anerkannt haben, ist nicht eingetragen.',
    todo: 'Die Ausbildungsbegleitung fragt bitte bei beiden Seiten nach und trägt das Ergebnis ein. Für eine Klage läuft eine eigene Frist: Die Teamleitung sorgt bitte umgehend für rechtlichen Rat.',
  },
  settlementAction: {
    subject: 'Klagefrist nach dem Spruch abgelaufen',
    matter:
      'Die Frist für eine Klage nach dem Spruch des Schlichtungsausschusses ist abgelaufen (§ 111 Abs. 2 ArbGG).',
    todo: 'Die Ausbildungsbegleitung trägt bitte ein, ob eine Seite Klage erhoben hat, und bespricht mit der Teamleitung, wie es weitergeht. Holen Sie im Zweifel rechtlichen Rat ein.',
  },
  terminationNotice: {
    subject: 'Frist für eine Kündigung aus wichtigem Grund abgelaufen',
    matter:
      'Die zwei Wochen, in denen eine Kündigung aus wichtigem Grund der anderen Seite zugehen musste, sind abgelaufen (§ 22 Abs. 4 BBiG). Die Dauer einer Schlichtung ist dabei nicht mitgezählt; das ist im Zweifel rechtlich zu prüfen.',
    todo: 'Die Ausbildungsbegleitung fragt bitte nach, ob eine Kündigung zugegangen ist, und trägt es ein. Ist keine zugegangen, besprechen Sie mit beiden Seiten, wie die Ausbildung weitergeht.',
  },
  terminationAction: {
    subject: 'Frist für eine Klage gegen die Kündigung abgelaufen {item}',
    matter:
      'Die Frist für eine Klage gegen die Kündigung {item} ist abgelaufen (§§ 4, 13 KSchG; BAG 6 AZR 490/14). Wie die Sache ausgegangen ist, ist nicht eingetragen.',
    todo: 'Die Ausbildungsbegleitung trägt bitte ein, ob die Kündigung angenommen, zurückgenommen oder angegriffen wurde. Ist noch etwas offen, sorgt die Teamleitung bitte umgehend für rechtlichen Rat.',
    item: entryNumber,
  },
  givingUpNotice: {
    subject: 'Kündigungsfrist bei Aufgabe der Ausbildung abgelaufen',
    matter:
      'Die Kündigungsfrist von vier Wochen wegen Aufgabe der Ausbildung ist abgelaufen (§ 22 Abs. 2 Nr. 2 BBiG).',
    todo: 'Bitte tragen Sie das Ende des Vertrags ein, oder dass die Ausbildung doch weitergeht. Die Begleitung bleibt bestehen: Besprechen Sie die nächsten Schritte.',
  },
  damagesClaim: {
    subject: 'Frist für Schadensersatz abgelaufen',
    matter:
      'Die drei Monate, in denen nach der vorzeitigen Lösung des Ausbildungsverhältnisses Schadensersatz verlangt werden kann, sind abgelaufen (§ 23 Abs. 2 BBiG).',
    todo: 'Bitte halten Sie fest, ob ein Anspruch geltend gemacht wurde, und holen Sie im Zweifel rechtlichen Rat ein.',
  },
  goalReview: {
    subject: 'Ziel im Förderplan prüfen {item}',
    matter: 'Ein Ziel im Förderplan ist wie vereinbart zu prüfen {item}.',
    todo: 'Bitte besprechen Sie, was erreicht ist, und tragen Sie ein: erreicht, weitergeführt oder aufgegeben.',
    item: entryNumber,
  },
  taskDue: {
    subject: 'Aufgabe fällig {item}',
    matter: 'Eine Aufgabe, die Sie sich vorgenommen haben, ist fällig {item}.',
    todo: 'Bitte erledigen Sie sie und tragen Sie es ein; ist sie nicht mehr nötig, streichen Sie sie.',
    item: entryNumber,
  },
  handoverAnswer: {
    subject: 'Übergabe noch offen',
    matter:
      'Eine vorgeschlagene Übergabe ist noch nicht genehmigt oder noch nicht beantwortet; der letzte Tag dafür ist vorbei.',
    todo: 'Bitte genehmigen Sie die Übergabe, falls das noch aussteht; sonst sprechen Sie mit der Person, die übernehmen soll. Kommt die Übergabe nicht zustande, ziehen Sie sie zurück.',
  },
  deputyBegins: {
    subject: 'Vertretung beginnt',
    matter: 'Vom Stichtag an vertreten Sie die Ausbildungsbegleitung in diesem Vorgang.',
    todo: 'Bitte machen Sie sich mit dem Vorgang vertraut und stellen Sie sich vor, wo etwas ansteht. Erinnerungen gehen bis zum Ende der Vertretung an Sie.',
  },
  deputyEnds: {
    subject: 'Vertretung zu Ende',
    matter: 'Der letzte Tag der Vertretung ist vorbei; Sie sind in diesem Vorgang wieder selbst zuständig.',
    todo: 'Bitte lassen Sie sich berichten, was geschehen ist. Wird weiter eine Vertretung gebraucht, lassen Sie sie neu eintragen.',
  },
  hoursOfferReminder: {
    subject: 'Unterstützungsbudget noch nicht vereinbart',
    matter: 'Zum Angebot an Unterstützungsstunden steht eine Antwort aus.',
    todo: 'Liegt das Angebot bei Ihnen, nehmen Sie es bitte an oder machen Sie ein Gegenangebot. Liegt Ihr Gegenangebot beim Bedarfsträger, fragen Sie bitte dort nach.',
  },
  hoursOfferEscalation: {
    subject: 'Unterstützungsbudget seit längerem offen',
    matter: 'Zum Angebot an Unterstützungsstunden steht auch nach einer Erinnerung eine Antwort aus.',
    todo: 'Bitte klären Sie mit Ausbildungsbegleitung und Bedarfsträger, woran es liegt, und sorgen Sie für eine Einigung.',
  },
  usedHoursDue: {
    subject: 'Verbrauchte Stunden {item} melden',
    matter:
      'Die verbrauchten Unterstützungsstunden {item} sind dem Bedarfsträger bis zum Stichtag zu melden.',
    todo: 'Bitte prüfen Sie, ob alle Kontakte eingetragen sind, melden Sie die Stunden und tragen Sie die Meldung ein; auch null Stunden werden gemeldet.',
    item: month,
  },
  usedHoursReport: {
    subject: 'Stundenmeldung {item} überfällig',
    matter:
      'Die verbrauchten Unterstützungsstunden {item} sind noch nicht als dem Bedarfsträger gemeldet eingetragen; der letzte Tag dafür ist vorbei.',
    todo: 'Bitte klären Sie mit der Ausbildungsbegleitung, woran es liegt, und sorgen Sie dafür, dass die Meldung nachgeholt wird.',
    item: month,
  },
  fundingEnd: {
    subject: 'Bewilligung läuft bald aus {item}',
    matter: 'Eine Bewilligung läuft bald aus, und eine Anschlussbewilligung ist nicht eingetragen {item}.',
    todo: 'Die Teamleitung klärt bitte mit dem Bedarfsträger, ob verlängert wird; die Ausbildungsbegleitung stellt zusammen, was dafür nötig ist, und trägt das Ergebnis ein.',
    item: entryNumber,
  },
  fundingOver: {
    subject: 'Bewilligung ausgelaufen {item}',
    matter:
      'Der letzte Tag einer Bewilligung ist vorbei, und eine Anschlussbewilligung ist nicht eingetragen {item}.',
    todo: 'Die Teamleitung klärt bitte sofort mit dem Bedarfsträger, wie es weitergeht; die Ausbildungsbegleitung trägt das Ergebnis ein: neue Bewilligung oder Ende der Förderung.',
    item: entryNumber,
  },
  minorExamination: {
    subject: 'Ärztliche Erstuntersuchung fehlt',
    matter:
      'Der letzte Tag vor dem vereinbarten Ausbildungsbeginn ist vorbei, und eine gültige ärztliche Erstuntersuchung ist nicht eingetragen (§ 32 JArbSchG).',
    todo: 'Die Ausbildungsbegleitung klärt bitte sofort mit Betrieb und Personensorgeberechtigten, ob die Bescheinigung vorliegt, und trägt sie ein. Fehlt sie, vereinbaren Sie gleich einen Termin und sprechen Sie mit dem Betrieb über den Beginn; die Teamleitung unterstützt bitte.',
  },
  minorFollowUp: {
    subject: 'Ärztliche Nachuntersuchung fehlt',
    matter:
      'Seit dem ersten Ausbildungstag ist ein Jahr vergangen, und die ärztliche Nachuntersuchung ist nicht eingetragen (§ 33 Abs. 1 JArbSchG).',
    todo: 'Die Ausbildungsbegleitung sorgt bitte mit Betrieb und Personensorgeberechtigten für einen baldigen Termin und trägt die Untersuchung ein. Ohne sie droht nach 14 Monaten ein Beschäftigungsverbot (§ 33 Abs. 3 JArbSchG).',
  },
  minorBan: {
    subject: 'Beschäftigungsverbot ohne Nachuntersuchung',
    matter:
      'Seit dem ersten Ausbildungstag sind 14 Monate vergangen, und die ärztliche Nachuntersuchung ist nicht eingetragen. Ohne sie besteht ein Beschäftigungsverbot (§ 33 Abs. 3 JArbSchG).',
    todo: 'Die Ausbildungsbegleitung spricht bitte noch heute mit dem Betrieb, besorgt mit den Personensorgeberechtigten einen Termin und trägt die Untersuchung ein; die Teamleitung unterstützt bitte.',
  },
  majority: {
    subject: 'Volljährigkeit erreicht',
    matter:
      'Die teilnehmende Person ist volljährig geworden (§ 2 BGB) und spricht von nun an für sich selbst.',
    todo: 'Bitte besprechen Sie mit ihr, ob und wie die bisherigen Personensorgeberechtigten noch beteiligt sein sollen, und prüfen Sie die Einwilligungen.',
  },
  recordsErased: {
    subject: 'Unterlagen sind zu löschen',
    matter: 'Die Aufbewahrungsfrist dieses Vorgangs ist abgelaufen.',
    todo: 'Bitte prüfen Sie, ob der Vertrag mit dem Bedarfsträger oder eine Förderung durch den ESF eine längere Aufbewahrung verlangt. Wenn nicht, löschen Sie die Unterlagen; sonst setzen Sie die Löschung aus.',
  },
} as const satisfies { readonly [K in NoticeKey]?: ReminderText };
