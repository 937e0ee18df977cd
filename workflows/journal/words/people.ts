/** Words of the people around a journey. */
import type { peopleEvents } from '../catalogue/people.ts';
import { say } from './field.ts';
import type { WordsFor } from './form.ts';
import { consentWords } from './values.ts';

export const peopleWords = {
  'handover.proposed': {
    help: say(
      'Jemand anderes soll die Begleitung übernehmen. Die Teamleitung genehmigt, danach wird die Person gefragt.',
      'Somebody else is to take the journey. The team lead approves, then that person is asked.',
    ),
    fields: { to: { label: say('An wen?', 'To whom?'), ref: 'caseWorker' } },
  },
  'handover.approved': {
    help: say(
      'Die Teamleitung ist einverstanden. Wer übernehmen soll, wird jetzt gefragt.',
      'The team lead agrees. Whoever is to take the journey is asked now.',
    ),
  },
  'handover.accepted': {
    help: say(
      'Die Begleitung wechselt. Wer übernimmt, kommt auch zum nächsten Gespräch.',
      'The case worker changes. The new one also comes to the next meeting.',
    ),
  },
  'handover.declined': {
    help: say(
      'Die Übergabe wird abgelehnt; alles bleibt, wie es ist. Ausbildungsbegleitung und Teamleitung erfahren es.',
      'The handover is declined; everything stays as it is. Case worker and team lead are told.',
    ),
  },
  'handover.withdrawn': {
    help: say('Der Vorschlag wird zurückgenommen.', 'The proposal is taken back.'),
  },
  'deputy.appointed': {
    help: say(
      'Jemand vertritt die Ausbildungsbegleitung für eine bestimmte Zeit und kommt auch zu Gesprächen.',
      'Somebody stands in for the case worker for a time, also at meetings.',
    ),
    fields: { deputy: { label: say('Wer vertritt?', 'Who stands in?'), ref: 'caseWorker' } },
  },
  'deputy.ended': {
    help: say('Die Vertretung endet früher als geplant.', 'The deputy stops earlier than planned.'),
  },
  'consent.given': {
    help: say(
      'Die teilnehmende Person willigt ein, dass Daten weitergegeben werden. Erst dann wird diese Stelle angeschrieben oder eingeladen.',
      'The participant consents to sharing data. Only then is this party written to or invited.',
    ),
    fields: { to: { label: say('An wen?', 'With whom?'), values: consentWords } },
  },
  'consent.withdrawn': {
    help: say(
      'Die Einwilligung gilt nicht mehr. Was zu sagen ist, wird zur Aufgabe für die Ausbildungsbegleitung.',
      'The consent no longer holds. What is to be said becomes a task for the case worker.',
    ),
    fields: { to: { label: say('Für wen?', 'With whom?'), values: consentWords } },
  },
  'minor.examined': {
    help: say(
      'Die Bescheinigung der Erstuntersuchung liegt vor. Beim Beginn darf sie höchstens 14 Monate alt sein (§32 JArbSchG).',
      'The first examination has been shown. At the start it may be 14 months old at most (§32 JArbSchG).',
    ),
    fields: { on: { label: say('Untersucht am', 'Examined on') } },
  },
  'minor.reexamined': {
    help: say(
      'Die Nachuntersuchung ein Jahr nach Beginn ist belegt. Ohne sie darf nach 14 Monaten nicht weiter beschäftigt werden (§33 JArbSchG).',
      'The follow-up a year after the start was shown. Without it employment is banned after 14 months (§33 JArbSchG).',
    ),
    fields: { on: { label: say('Nachuntersucht am', 'Examined again on') } },
  },
  'legalHold.placed': {
    help: say(
      'Die Unterlagen werden bis auf Weiteres nicht gelöscht, etwa wegen eines Rechtsstreits.',
      'Records are not erased for the time being, for example because of a lawsuit.',
    ),
  },
  'legalHold.released': {
    help: say(
      'Die Unterlagen dürfen nach Ablauf der Aufbewahrung wieder gelöscht werden.',
      'Records may be erased again once the time of keeping is over.',
    ),
  },
} as const satisfies WordsFor<typeof peopleEvents>;
