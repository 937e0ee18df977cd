/** Words of the support plan, absences, help and learning support. */
import { roleWords } from '../../effects/words.ts';
import type { supportEvents } from '../catalogue/support.ts';
import { say } from './field.ts';
import type { WordsFor } from './form.ts';
import { absenceWords, contactWords, goalWords, helped } from './values.ts';

export const planWords = {
  'goal.set': {
    help: say(
      'Ein Ziel im Förderplan. Am vereinbarten Tag werden Sie erinnert, es zu prüfen.',
      'A goal in the support plan. You are reminded to review it on the day agreed.',
    ),
    fields: {
      goal: { label: say('Ziel', 'Goal'), ref: 'note' },
      reviewOn: { label: say('Prüfen am', 'Review on') },
    },
  },
  'goal.reviewed': {
    help: say(
      'Was aus dem Ziel geworden ist. Läuft es weiter, nennen Sie den Tag der nächsten Prüfung.',
      'What has become of the goal. If it continues, name the day of the next review.',
    ),
    fields: {
      goal: { label: say('Welches Ziel?', 'Which goal?'), ref: 'goal' },
      result: {
        label: say('Ergebnis', 'Result'),
        values: goalWords,
      },
      reviewOn: {
        label: say('Wieder prüfen am', 'Review again on'),
        help: say('Nur wenn das Ziel fortgeführt wird.', 'Only if the goal continues.'),
      },
    },
  },
  'contact.recorded': {
    help: say(
      'Mit wem Sie gesprochen haben, auch wenn niemand zu erreichen war. Die Minuten zählen zu den Unterstützungsstunden.',
      'Whom you talked to, also if nobody could be reached. The minutes count as support hours.',
    ),
    fields: {
      with: { label: say('Mit wem?', 'With whom?'), values: roleWords },
      how: {
        label: say('Wie?', 'How?'),
        values: contactWords,
      },
      minutes: { help: say('Bei einem vergeblichen Versuch auch 0.', '0 is fine for an attempt in vain.') },
      reached: {
        label: say('Erreicht?', 'Reached?'),
        values: { true: say('erreicht', 'Reached'), false: say('nicht erreicht', 'Not reached') },
      },
    },
  },
  'task.set': {
    help: say(
      'Eine eigene Aufgabe mit Termin. Sie werden an dem Tag erinnert.',
      'A task of your own with a date. You are reminded on that day.',
    ),
    fields: {
      task: { label: say('Was ist zu tun?', 'What is to be done?'), ref: 'note' },
      dueOn: { label: say('Fällig am', 'Due on') },
    },
  },
  'task.done': {
    help: say(
      'Die Aufgabe ist erledigt; die Erinnerung entfällt.',
      'The task is done; its reminder is dropped.',
    ),
    fields: { task: { label: say('Welche Aufgabe?', 'Which task?'), ref: 'task' } },
  },
  'task.dropped': {
    help: say('Die Aufgabe hat sich erübrigt.', 'The task is no longer needed.'),
    fields: { task: { label: say('Welche Aufgabe?', 'Which task?'), ref: 'task' } },
  },
  'absence.began': {
    help: say(
      'Die teilnehmende Person fehlt ab diesem Tag. Die Fehlzeiten stehen später im Entwurf der LuV.',
      'The participant is absent from this day. Absences appear in the draft of the LuV report.',
    ),
    fields: {
      reason: {
        label: say('Grund', 'Reason'),
        values: absenceWords,
      },
    },
  },
  'absence.ended': {
    help: say(
      'Die teilnehmende Person ist wieder da. Der Tag, den Sie angeben, zählt als letzter Fehltag.',
      'The participant is back. The day you give counts as the last day of absence.',
    ),
  },
  'help.asked': {
    help: say(
      'Teilnehmende Person, Betrieb oder Schule bitten um Hilfe. Sie bleibt offen, bis sie beendet ist.',
      'Participant, company or school ask for help. It stays open until it has ended.',
    ),
    fields: {
      topic: {
        label: say('Worum geht es?', 'What is it about?'),
        values: {
          everyday: say('Alltag', 'Everyday matters'),
          school: say('Schule und Lernen', 'School and learning'),
          company: say('Fragen im Betrieb', 'Company matters'),
          conflict: say('Konflikt', 'Conflict'),
          trainingManagement: say(
            'Ausbildungsmanagement (§75 Abs. 7 SGB III)',
            'Training management (§75(7) SGB III)',
          ),
          other: say('anderes Thema', 'Other topic'),
        },
      },
      for: { label: say('Für wen?', 'For whom?'), values: helped },
    },
  },
  'help.started': { help: say('Die erbetene Hilfe hat begonnen.', 'The help asked for has begun.') },
  'help.ended': {
    help: say(
      'Die Hilfe ist abgeschlossen oder wird nicht mehr gebraucht.',
      'The help is over or no longer needed.',
    ),
  },
  'learningSupport.requested': {
    help: say(
      'Es wird Stütz- und Förderunterricht gebraucht. Eine freie Lehrkraft für das Fach wird gesucht und gefragt.',
      'Learning support is needed. A learning supporter with room for the subject is looked for and asked.',
    ),
    fields: { subject: { label: say('Fach', 'Subject'), ref: 'subject' } },
  },
  'learningSupport.started': {
    help: say('Der Unterricht hat begonnen.', 'The lessons have begun.'),
    fields: {
      supporter: { label: say('Stütz- und Förderlehrkraft', 'Learning supporter'), ref: 'supporter' },
    },
  },
  'learningSupport.sessionHeld': {
    help: say(
      'Eine Förderstunde wurde gegeben. Die Minuten zählen zu den Unterstützungsstunden.',
      'A lesson was given. Its minutes count as support hours.',
    ),
  },
  'learningSupport.ended': {
    help: say(
      'Der Unterricht ist zu Ende oder wird nicht mehr gebraucht.',
      'The lessons are over or no longer needed.',
    ),
  },
} as const satisfies Partial<WordsFor<typeof supportEvents>>;
