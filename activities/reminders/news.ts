/** Texts for what somebody is told of because an entry brought it about. */
import type { NewsTopic } from '../../workflows/effects/words.ts';
import { occasion, type ReminderText } from './text.ts';

export const newsTexts = {
  meetingDeclined: {
    subject: 'Reflexionsgespräch: jemand kommt nicht',
    matter: 'Auf die Einladung zum Reflexionsgespräch hat jemand abgesagt.',
    todo: 'Bitte klären Sie, ob das Gespräch verlegt werden muss, und tragen Sie es ein.',
    date: 'Tag des Gesprächs',
  },
  meetingLate: {
    subject: 'Reflexionsgespräch: jemand verspätet sich',
    matter: 'Auf die Einladung zum Reflexionsgespräch hat jemand geantwortet, dass es später wird.',
    todo: 'Bitte sagen Sie den anderen Bescheid.',
    date: 'Tag des Gesprächs',
  },
  callWanted: {
    subject: 'Bitte um Rückruf vor dem Reflexionsgespräch',
    matter: 'Auf die Einladung zum Reflexionsgespräch hat jemand um einen Anruf gebeten.',
    todo: 'Bitte rufen Sie bald an und halten Sie den Kontakt fest.',
    date: 'Tag des Gesprächs',
  },
  meetingsMissed: {
    subject: 'Reflexionsgespräche mehrfach versäumt',
    matter: 'Das Reflexionsgespräch ist mehrmals hintereinander versäumt worden.',
    todo: 'Bitte beraten Sie mit der Ausbildungsbegleitung, wie der Kontakt wieder gelingt.',
    date: occasion,
  },
  consentMissing: {
    subject: 'Einwilligung fehlt: bitte selbst ansprechen',
    matter:
      'Die teilnehmende Person hat nicht eingewilligt, dass Daten weitergegeben werden. Deshalb haben wir nicht allen Beteiligten geschrieben.',
    todo: 'Bitte sprechen Sie selbst mit ihnen, oder holen Sie die Einwilligung ein und tragen Sie sie ein.',
    date: occasion,
  },
  settlementProposed: {
    subject: 'Spruch des Schlichtungsausschusses',
    matter:
      'Der Schlichtungsausschuss hat einen Spruch gefällt. Beide Seiten können ihn bis zum Stichtag anerkennen (§ 111 Abs. 2 ArbGG). Für eine Klage läuft eine eigene Frist.',
    todo: 'Die Ausbildungsbegleitung bespricht den Spruch bitte bald mit beiden Seiten und trägt ihre Antworten ein; die Teamleitung sorgt bitte für rechtlichen Rat.',
  },
  terminationPossible: {
    subject: 'Kündigung aus wichtigem Grund möglich',
    matter:
      'Ein wichtiger Grund für eine Kündigung ist bekannt geworden. Eine Kündigung muss der anderen Seite spätestens am Stichtag zugehen (§ 22 Abs. 4 BBiG). Läuft eine Schlichtung, steht diese Frist still und der Stichtag gilt nicht; das ist im Zweifel rechtlich zu prüfen.',
    todo: 'Die Ausbildungsbegleitung sucht bitte sofort das Gespräch mit beiden Seiten; die Teamleitung sorgt bitte für rechtlichen Rat. Tragen Sie ein, ob gekündigt oder darauf verzichtet wird.',
  },
  terminationReceived: {
    subject: 'Kündigung zugegangen',
    matter:
      'Eine Kündigung des Ausbildungsvertrags ist zugegangen. Für eine Klage dagegen zählt der Stichtag (§§ 4, 13 KSchG; BAG 6 AZR 490/14).',
    todo: 'Die Ausbildungsbegleitung bespricht bitte sofort mit der auszubildenden Person, ob sie sich wehren will, und fragt bei der zuständigen Stelle nach einem Schlichtungsausschuss; die Teamleitung sorgt bitte für rechtlichen Rat. Die Begleitung endet nicht mit dem Vertrag.',
  },
  trainingGivenUp: {
    subject: 'Kündigung wegen Aufgabe der Ausbildung',
    matter:
      'Die Ausbildung ist gekündigt, weil sie aufgegeben werden soll. Die Kündigungsfrist von vier Wochen endet am Stichtag (§ 22 Abs. 2 Nr. 2 BBiG).',
    todo: 'Die Ausbildungsbegleitung bespricht bitte die Gründe und Wege, die Ausbildung doch fortzusetzen oder anderswo neu zu beginnen, und berät sich mit der Teamleitung.',
  },
  damagesPossible: {
    subject: 'Schadensersatz nach vorzeitiger Lösung möglich',
    matter:
      'Das Ausbildungsverhältnis wurde vorzeitig gelöst. Schadensersatz kann nur bis zum Stichtag verlangt werden (§ 23 Abs. 2 BBiG).',
    todo: 'Die Ausbildungsbegleitung bespricht bitte mit der auszubildenden Person, ob Ansprüche in Frage kommen; die Teamleitung sorgt bei Bedarf für rechtlichen Rat.',
  },
  handoverToApprove: {
    subject: 'Übergabe zu genehmigen',
    matter: 'Dieser Vorgang soll an eine andere Ausbildungsbegleitung übergehen.',
    todo: 'Bitte genehmigen Sie die Übergabe oder ziehen Sie sie zurück. Genehmigt und beantwortet sein soll sie bis zum Stichtag.',
  },
  handoverToAnswer: {
    subject: 'Übernahme einer Begleitung: bitte antworten',
    matter: 'Sie sollen diesen Vorgang als Ausbildungsbegleitung übernehmen.',
    todo: 'Bitte nehmen Sie die Übergabe bis zum Stichtag an oder lehnen Sie sie ab, und tragen Sie es ein.',
  },
  handoverDeclined: {
    subject: 'Übergabe abgelehnt',
    matter:
      'Die vorgeschlagene Übergabe wurde abgelehnt; die bisherige Ausbildungsbegleitung bleibt zuständig.',
    todo: 'Bitte überlegen Sie gemeinsam, Ausbildungsbegleitung und Teamleitung, wer den Vorgang stattdessen übernehmen kann.',
    date: occasion,
  },
  effectStuck: {
    subject: 'Ein Auftrag lässt sich nicht ausführen',
    matter:
      'Zu diesem Vorgang lässt sich ein Auftrag seit längerem nicht ausführen; es wird weiter versucht. Welcher es ist und woran es liegt, steht in der Liste der hängenden Aufträge und in der Temporal-Oberfläche.',
    todo: 'Bitte beheben Sie die Ursache: eine fehlende Adresse, den Mailserver, die Datenbank.',
    date: occasion,
  },
} as const satisfies Record<NewsTopic, ReminderText>;
