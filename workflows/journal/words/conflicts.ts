/** Words of conflicts and terminations. */
import { rungWords } from '../../effects/words.ts';
import type { conflictEvents } from '../catalogue/meetings.ts';
import { sameDay } from './common.ts';
import { say } from './field.ts';
import type { WordsFor } from './form.ts';
import { yesOrNo } from './values.ts';

export const conflictWords = {
  'conflict.raised': {
    help: say(
      'Es gibt einen Konflikt. Zuerst sprechen die Beteiligten; bleibt es still, folgt die Vermittlung durch die Ausbildungsbegleitung.',
      'There is a conflict. The parties talk first; if nothing is heard, mediation by the case worker follows.',
    ),
    fields: {
      between: {
        label: say('Zwischen wem?', 'Between whom?'),
        values: {
          participantAndTrainer: say('teilnehmende Person und Ausbilder:in', 'Participant and trainer'),
          participantAndCompany: say('teilnehmende Person und Betrieb', 'Participant and company'),
          participantAndSchool: say('teilnehmende Person und Berufsschule', 'Participant and school'),
          other: say('andere Beteiligte', 'Others'),
        },
      },
    },
  },
  'conflict.mediated': {
    help: say(
      'Das Gespräch der Beteiligten hat nicht gereicht; Sie vermitteln. Nach Ablauf der Frist erfährt es die Teamleitung.',
      'The talk between the parties was not enough; you mediate. When the time is over the team lead is told.',
    ),
  },
  'conflict.adviserCalled': {
    help: say(
      'Die Ausbildungsberatung der Kammer wird hinzugezogen. Das geht nur, wenn die teilnehmende Person einverstanden ist.',
      "The chamber's training adviser is called in. This needs the participant's agreement.",
    ),
    fields: {
      participantAgreed: {
        label: say('Teilnehmende Person ist einverstanden', 'The participant agrees'),
        values: yesOrNo,
      },
    },
  },
  'conflict.conciliationRequested': {
    help: say(
      'Eine Seite hat den Schlichtungsausschuss angerufen. Für einen bestehenden Vertrag geht er der Klage voraus (§111 Abs. 2 ArbGG).',
      'One side has called upon the conciliation committee. For an existing contract it comes before court (§111(2) ArbGG).',
    ),
    fields: { by: { label: say('Wer hat ihn angerufen?', 'Who called upon it?') } },
  },
  'conflict.conciliationEnded': {
    help: say(
      'Die Schlichtung ist ohne Spruch zu Ende. Der Weg zum Gericht ist offen.',
      'Conciliation is over without a proposal. The way to court is open.',
    ),
  },
  'conflict.settlementProposed': {
    help: say(
      'Der Ausschuss hat einen Spruch gefällt. Beide Seiten haben eine Woche zum Anerkennen, zwei Wochen zur Klage (§111 Abs. 2 ArbGG).',
      'The committee has made its proposal. Both sides have a week to accept and two weeks to sue (§111(2) ArbGG).',
    ),
    fields: {
      servedOn: {
        label: say('Zugestellt am', 'Served on'),
        help: say('Mit diesem Tag beginnen die Fristen.', 'The periods begin with this day.'),
      },
      remediesInstructed: {
        label: say('Mit Rechtsmittelbelehrung?', 'With instruction on remedies?'),
        help: say('Ohne sie ist länger Zeit zu klagen.', 'Without it there is more time to sue.'),
      },
    },
  },
  'conflict.settlementAnswered': {
    help: say(
      'Eine Seite hat auf den Spruch geantwortet. Erkennen ihn beide an, ist der Konflikt beigelegt.',
      'One side has answered the proposal. If both accept it, the conflict is settled.',
    ),
    fields: {
      accepted: {
        label: say('Antwort', 'Answer'),
        values: { true: say('anerkannt', 'Accepted'), false: say('abgelehnt', 'Rejected') },
      },
    },
  },
  'conflict.actionFiled': {
    help: say(
      'Eine Seite hat beim Arbeitsgericht geklagt. Die Begleitung geht weiter.',
      'One side has gone to the labour court. The journey goes on.',
    ),
    fields: { by: { label: say('Wer klagt?', 'Who sues?') } },
  },
  'conflict.deescalated': {
    help: say(
      'Der Konflikt hat sich entspannt und geht auf eine niedrigere Stufe zurück.',
      'The conflict has calmed down and goes back to a lower rung.',
    ),
    fields: {
      to: {
        label: say('Auf welche Stufe?', 'To which rung?'),
        values: { talk: rungWords.talk, mediation: rungWords.mediation },
      },
    },
  },
  'conflict.resolved': {
    help: say(
      'Der Konflikt ist beigelegt. Alle Erinnerungen dazu enden.',
      'The conflict is settled. All its reminders end.',
    ),
  },
  'termination.reasonKnown': {
    help: say(
      'Ein wichtiger Grund ist bekannt. Eine Kündigung muss binnen zwei Wochen danach zugehen (§22 Abs. 4 BBiG).',
      'An important reason is known. A termination must reach the other side within two weeks (§22(4) BBiG).',
    ),
    fields: {
      by: { label: say('Wer könnte kündigen?', 'Who could terminate?') },
      knownOn: { label: say('Bekannt seit', 'Known since'), help: sameDay },
    },
  },
  'termination.dropped': {
    help: say(
      'Es wird nicht gekündigt. Die Zwei-Wochen-Frist ist damit erledigt.',
      'Nobody terminates. The two weeks no longer matter.',
    ),
  },
  'termination.received': {
    help: say(
      'Eine Kündigung ist zugegangen. Kündigt der Betrieb, läuft die Frist zur Klage von drei Wochen (§4 KSchG).',
      'A termination was received. If it is the company’s, the three weeks to go to court run (§4 KSchG).',
    ),
    fields: { by: { label: say('Wer hat gekündigt?', 'Who terminated?') } },
  },
  'termination.givingUp': {
    help: say(
      'Die Ausbildung soll aufgegeben werden. Nach der Probezeit gilt eine Frist von vier Wochen (§22 Abs. 2 Nr. 2 BBiG).',
      'Training is to be given up. After probation four weeks of notice apply (§22(2) no. 2 BBiG).',
    ),
  },
  'termination.settled': {
    help: say(
      'Über die Kündigung besteht Klarheit. Erinnerungen an ihre Fristen enden.',
      'It is clear what becomes of the termination. Reminders of its periods end.',
    ),
    fields: {
      how: {
        label: say('Wie ging es aus?', 'How did it end?'),
        values: {
          accepted: say('hingenommen', 'Accepted'),
          withdrawn: say('zurückgenommen', 'Withdrawn'),
          contested: say('angefochten', 'Contested'),
        },
      },
      termination: {
        help: say('Leer lassen, wenn alle erledigt sind.', 'Leave empty if all are settled.'),
      },
    },
  },
} as const satisfies WordsFor<typeof conflictEvents>;
