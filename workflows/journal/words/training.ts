/** Words of contract, school and pauses. */
import { weekdayWords } from '../../effects/words.ts';
import type { trainingEvents } from '../catalogue/training.ts';
import { sameDay } from './common.ts';
import { say } from './field.ts';
import type { WordsFor } from './form.ts';
import { contractEndWords, illness, other, parties } from './values.ts';

export const trainingWords = {
  'contract.signed': {
    help: say(
      'Der Ausbildungsvertrag ist unterschrieben. Es folgen Eintragung bei der Kammer und der erste Ausbildungstag; an beides wird erinnert.',
      'The training contract is signed. Registration at the chamber and the first day come next; you are reminded of both.',
    ),
    fields: {
      start: { label: say('Vertragsbeginn', 'Start of the contract') },
      end: { label: say('Vertragsende', 'End of the contract') },
      probationMonths: {
        label: say('Probezeit in Monaten', 'Probation in months'),
        help: say('Ein bis vier Monate (§20 BBiG).', 'One to four months (§20 BBiG).'),
      },
      signedOn: { label: say('Unterschrieben am', 'Signed on'), help: sameDay },
      registeredOn: {
        label: say('Bei der Kammer eingetragen am', 'Registered at the chamber on'),
        help: say('Leer lassen, wenn noch nicht eingetragen.', 'Leave empty if not registered yet.'),
      },
      partTimePercent: {
        label: say('Teilzeit in Prozent', 'Part-time in percent'),
        help: say(
          'Nur bei Ausbildung in Teilzeit: Anteil an der vollen Zeit (§7a BBiG).',
          'For part-time training only: the share of the full time (§7a BBiG).',
        ),
      },
      conciliationCommittee: {
        label: say(
          'Hat die Kammer einen Schlichtungsausschuss?',
          'Does the chamber have a conciliation committee?',
        ),
        help: say(
          'Gibt es einen, geht er einer Klage voraus (§111 Abs. 2 ArbGG).',
          'If so, it comes before any court (§111(2) ArbGG).',
        ),
      },
      withoutInternship: {
        label: say('Warum ohne Praktikum?', 'Why without an internship?'),
        help: say(
          'Nur wenn es in diesem Betrieb kein Praktikum gab.',
          'Only if there was no internship at this company.',
        ),
        values: {
          knownToCompany: say('dem Betrieb schon bekannt', 'Known to the company already'),
          timeShort: say('zu wenig Zeit', 'Too little time'),
          existingContract: say('Vertrag bestand schon', 'The contract existed already'),
          other,
        },
      },
    },
  },
  'contract.registered': {
    help: say(
      'Die Kammer hat den Vertrag eingetragen (§36 BBiG). Die Erinnerungen daran enden.',
      'The chamber has registered the contract (§36 BBiG). The reminders end.',
    ),
  },
  'contract.endChanged': {
    help: say(
      'Die Kammer hat die Ausbildung verlängert oder gekürzt (§8 BBiG). Alle Termine richten sich nach dem neuen Ende.',
      'The chamber has made the training longer or shorter (§8 BBiG). All dates follow the new end.',
    ),
  },
  'contract.ended': {
    help: say(
      'Der Vertrag endet vor der Zeit, die Begleitung nicht: Jetzt wird ein neuer Betrieb gesucht.',
      'The contract ends early, the journey does not: a new company is now looked for.',
    ),
    fields: {
      by: {
        label: say('Von wem?', 'By whom?'),
        values: { ...parties, both: say('beide Seiten', 'Both sides') },
      },
      reason: {
        label: say('Warum?', 'Why?'),
        values: contractEndWords,
      },
    },
  },
  'training.started': {
    help: say(
      'Der erste Ausbildungstag hat stattgefunden. Ab ihm zählt die Probezeit.',
      'The first day of training has taken place. Probation counts from it.',
    ),
    fields: {
      firstDay: {
        label: say('Erster Ausbildungstag', 'First day of training'),
        help: say(
          'Leer lassen, wenn es der Vertragsbeginn ist.',
          "Leave empty if it is the contract's start.",
        ),
      },
    },
  },
  'school.timesSet': {
    help: say(
      'Wann Berufsschule ist. Auf diese Tage wird zu keinem Gespräch eingeladen.',
      'When there is vocational school. Nobody is invited to a meeting on these days.',
    ),
    fields: {
      weekdays: {
        label: say('Schultage', 'School days'),
        help: say(
          'Keinen wählen, wenn es nur Blockunterricht gibt.',
          'Choose none if there are only block weeks.',
        ),
        values: weekdayWords,
      },
      blocks: {
        label: say('Blockunterricht', 'Block weeks'),
        help: say('Jeder Block mit erstem und letztem Tag.', 'Each block with its first and last day.'),
      },
      'blocks.from': { label: say('Block: erster Tag', 'Block: first day') },
      'blocks.to': { label: say('Block: letzter Tag', 'Block: last day') },
      school: {
        help: say(
          'Ohne Tage und Blöcke gelten die Zeiten, die zu dieser Schule hinterlegt sind.',
          'Without days and blocks the times known of this school hold.',
        ),
      },
    },
  },
  'probation.prolonged': {
    help: say(
      'Die Ausbildung war unterbrochen, und eine längere Probezeit ist vereinbart: höchstens um die Zeit der Unterbrechung (§20 BBiG).',
      'Training was interrupted and a longer probation was agreed: by the time of the interruption at most (§20 BBiG).',
    ),
    fields: { until: { label: say('Letzter Tag der Probezeit', 'Last day of probation') } },
  },
  'leave.started': {
    help: say(
      'Die Elternzeit hat begonnen. Das Vertragsende verschiebt sich von selbst um ihre Dauer (§20 Abs. 1 BEEG).',
      "Parental leave has begun. The contract's end moves by its length (§20(1) BEEG).",
    ),
    fields: {
      from: { label: say('Erster Tag der Elternzeit', 'First day of leave'), help: sameDay },
      until: { label: say('Letzter Tag der Elternzeit', 'Last day of leave') },
    },
  },
  'leave.changed': {
    help: say(
      'Die Elternzeit endet früher oder später als gedacht. Das Vertragsende verschiebt sich mit.',
      "Parental leave ends earlier or later than thought. The contract's end moves along.",
    ),
    fields: { until: { label: say('Neuer letzter Tag der Elternzeit', 'New last day of leave') } },
  },
  'training.interrupted': {
    help: say(
      'Die Ausbildung ruht, aber nicht wegen Elternzeit. Das Vertragsende ändert nur die Kammer auf Antrag (§8 Abs. 2 BBiG).',
      "Training pauses, but not for parental leave. Only the chamber changes the contract's end, on request (§8(2) BBiG).",
    ),
    fields: {
      reason: {
        label: say('Warum?', 'Why?'),
        values: {
          illness,
          maternityProtection: say('Mutterschutz', 'Maternity protection'),
          care: say('Pflege von Angehörigen', 'Care of a relative'),
          other,
        },
      },
    },
  },
  'training.resumed': {
    help: say(
      'Nach einer Unterbrechung geht die Ausbildung weiter.',
      'Training goes on after an interruption.',
    ),
  },
} as const satisfies Partial<WordsFor<typeof trainingEvents>>;
