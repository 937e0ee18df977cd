/** Words of the exams. */
import type { trainingEvents } from '../catalogue/training.ts';
import { say } from './field.ts';
import type { WordsFor } from './form.ts';

const contractEnds = say(
  'Bestanden vor dem Vertragsende: Der Vertrag endet mit der Bekanntgabe (§21 Abs. 2 BBiG). Danach beginnt die Nachbetreuung.',
  'Passed before the contract ends: it ends with the announcement (§21(2) BBiG). Follow-up support comes next.',
);

export const examWords = {
  'exam.intermediateTaken': {
    help: say(
      'Die Zwischenprüfung oder Teil 1 der gestreckten Abschlussprüfung ist abgelegt. Teil 1 wird nicht für sich wiederholt (§37 BBiG).',
      'The intermediate exam or part 1 of the final exam was taken. Part 1 is not repeated on its own (§37 BBiG).',
    ),
    fields: {
      part: {
        label: say('Welche Prüfung?', 'Which exam?'),
        values: {
          intermediate: say('Zwischenprüfung', 'Intermediate exam'),
          part1: say('Teil 1 der Abschlussprüfung', 'Part 1 of the final exam'),
        },
      },
    },
  },
  'exam.registered': {
    help: say(
      'Die Anmeldung zur Abschlussprüfung oder ihrer Wiederholung ist heraus. Die Erinnerungen daran enden.',
      'The registration for the final exam or its repeat is out. The reminders end.',
    ),
    fields: { sittingOn: { label: say('Prüfungstermin', 'Day of the exam') } },
  },
  'exam.admitted': {
    help: say('Die Kammer lässt zur Abschlussprüfung zu.', 'The chamber admits to the final exam.'),
    fields: {
      disadvantageCompensation: {
        label: say('Nachteilsausgleich gewährt?', 'Disadvantage compensated?'),
        help: say(
          'Etwa mehr Zeit bei einer Behinderung (§65 BBiG).',
          'Such as more time for a disability (§65 BBiG).',
        ),
      },
    },
  },
  'exam.sat': {
    help: say(
      'Die Abschlussprüfung ist abgelegt, das Ergebnis steht noch aus.',
      'The final exam was sat, the result is still to come.',
    ),
  },
  'exam.missedByIllness': {
    help: say(
      'Wegen Krankheit versäumt. Die Ausbildung kann auf Verlangen bis zur nächsten Prüfung verlängert werden (§21 Abs. 3 BBiG).',
      'Missed by illness. On demand the training runs on until the next exam (§21(3) BBiG).',
    ),
  },
  'exam.passed': { help: contractEnds },
  'exam.failed': {
    help: say(
      'Zwei Wiederholungen sind möglich (§37 BBiG). Verlängert wird nur auf Verlangen, spätestens am letzten Vertragstag (§21 Abs. 3 BBiG).',
      "Two repeats are possible (§37 BBiG). An extension must be demanded by the contract's last day (§21(3) BBiG).",
    ),
  },
  'exam.extensionDemanded': {
    help: say(
      'Die auszubildende Person verlangt die Verlängerung bis zur nächsten Wiederholungsprüfung, höchstens um ein Jahr (§21 Abs. 3 BBiG).',
      'The trainee demands that training runs on until the next repeat exam, for a year at most (§21(3) BBiG).',
    ),
    fields: {
      newEnd: { help: say('Tag der nächsten Wiederholungsprüfung.', 'Day of the next repeat exam.') },
    },
  },
  'exam.bridged': {
    help: say(
      'Zwischen Vertragsende und Wiederholungsprüfung geht die Begleitung ohne Vertrag weiter.',
      'Support goes on without a contract between its end and the repeat exam.',
    ),
    fields: { until: { label: say('Überbrückung bis', 'Bridged until') } },
  },
} as const satisfies Partial<WordsFor<typeof trainingEvents>>;
