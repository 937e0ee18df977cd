/** Words of reflection meetings. */
import { replyWords, roleWords } from '../../effects/words.ts';
import type { meetingEvents } from '../catalogue/meetings.ts';
import { say } from './field.ts';
import type { WordsFor } from './form.ts';

export const meetingWords = {
  'meeting.scheduled': {
    help: say(
      'Alle Beteiligten sind zum Reflexionsgespräch eingeladen. Das geschieht von selbst.',
      'Everybody has been invited to the reflection meeting. This happens by itself.',
    ),
    fields: {
      meeting: { label: say('Gespräch', 'Meeting'), ref: 'meeting' },
    },
  },
  'meeting.replied': {
    help: say(
      'Jemand hat auf die Einladung geantwortet. Bei Absage, Verspätung oder Bitte um Rückruf erfährt es die Ausbildungsbegleitung.',
      'Somebody answered the invitation. The case worker is told of a no, a delay or a wish for a call.',
    ),
    fields: {
      by: { label: say('Wer antwortet?', 'Who answers?'), values: roleWords },
      reply: { label: say('Antwort', 'Answer'), values: replyWords },
    },
  },
  'meeting.moved': {
    help: say(
      'Das Gespräch wird verlegt. Alle Eingeladenen erhalten den neuen Termin.',
      'The meeting is moved. Everybody invited gets the new time.',
    ),
    fields: { startsAt: { label: say('Neuer Beginn', 'New start') } },
  },
  'meeting.held': {
    help: say(
      'Das Gespräch hat stattgefunden. Das nächste wird nach dem üblichen Abstand angesetzt, wenn Sie nichts anderes angeben.',
      'The meeting took place. The next one follows at the usual distance unless you say otherwise.',
    ),
    fields: {
      attended: {
        label: say('Wer war dabei?', 'Who was there?'),
        help: say(
          'Mindestens teilnehmende Person und Ausbildungsbegleitung; sonst gilt es als versäumt.',
          'At least the participant and the case worker; otherwise it was missed.',
        ),
        values: roleWords,
      },
      agreed: {
        label: say('Was wurde vereinbart?', 'What was agreed?'),
        help: say('In Stichworten.', 'In a few words.'),
        ref: 'note',
      },
      nextOn: {
        label: say('Nächstes Gespräch', 'Next meeting'),
        help: say('Leer lassen für den üblichen Abstand.', 'Leave empty for the usual distance.'),
      },
    },
  },
  'meeting.missed': {
    help: say(
      'Jemand kam nicht, das Gespräch fiel aus. Es wird neu eingeladen; nach zwei Malen hintereinander erfährt es die Teamleitung.',
      'Somebody did not come and it fell through. A new invitation goes out; after two in a row the team lead is told.',
    ),
    fields: { missing: { label: say('Wer fehlte?', 'Who was missing?'), values: roleWords } },
  },
  'meeting.cancelled': {
    help: say(
      'Der Termin wird abgesagt, die Einladung zurückgenommen und ein neuer Termin gesucht.',
      'The meeting is called off, its invitation taken back, and a new time is looked for.',
    ),
  },
} as const satisfies WordsFor<typeof meetingEvents>;
