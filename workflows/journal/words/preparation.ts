/** Words of preparation, internships and placement. */
import type { journeyEvents } from '../catalogue/journey.ts';
import { say } from './field.ts';
import type { WordsFor } from './form.ts';
import { illness, other } from './values.ts';

export const preparationWords = {
  'preparation.partRecorded': {
    help: say(
      'Für jeden Baustein der Vorphase: ob er gebraucht wird, erledigt ist oder entfällt. Die Reihenfolge ist frei.',
      'For each part of preparation: whether it is needed, done or waived. Any order will do.',
    ),
    fields: {
      part: {
        label: say('Baustein', 'Part'),
        values: {
          competenceAssessment: say('Kompetenzfeststellung', 'Competence assessment'),
          careerOrientation: say('Berufsorientierung', 'Career orientation'),
          applicationTraining: say('Bewerbungstraining', 'Application training'),
          everydaySupport: say('Alltagshilfen', 'Everyday support'),
          childcare: say('Kinderbetreuung', 'Childcare'),
          financialSecurity: say('Sicherung des Lebensunterhalts', 'Financial security'),
          trainingPreparation: say(
            'Vorbereitung auf die Ausbildung',
            'Preparation for the training situation',
          ),
        },
      },
      status: {
        label: say('Stand', 'Status'),
        values: {
          needed: say('wird gebraucht', 'Needed'),
          waived: say('entfällt', 'Waived'),
          done: say('erledigt', 'Done'),
        },
      },
      result: {
        label: say('Ergebnis', 'Result'),
        help: say('Was dabei herauskam, wenn es festzuhalten ist.', 'What came of it, if worth noting.'),
        ref: 'note',
      },
    },
  },
  'preparation.extended': {
    help: say(
      'Noch kein Ausbildungsplatz gefunden: Die Vorphase wird einmal um höchstens zwei Monate verlängert (§75a SGB III).',
      'No training place yet: preparation is extended once, by two months at most (§75a SGB III).',
    ),
    fields: { months: { label: say('Um wie viele Monate?', 'By how many months?') } },
  },
  'occupation.agreed': {
    help: say(
      'Der Beruf, auf den Sie sich verständigt haben. Danach kann die Vermittlung beginnen.',
      'The occupation you have agreed on. Placement may begin afterwards.',
    ),
    fields: { occupation: { label: say('Welcher Beruf?', 'Which occupation?') } },
  },
  'internship.planned': {
    help: say(
      'Ein Praktikum in einem Betrieb, der ausbilden könnte. Ein Vertrag ohne Praktikum braucht später eine Begründung.',
      'An internship at a company that could train the person. A contract without one asks for a reason later.',
    ),
  },
  'internship.started': {
    help: say('Das geplante Praktikum hat begonnen.', 'The planned internship has begun.'),
  },
  'internship.reviewed': {
    help: say(
      'Das Praktikum ist vorbei und besprochen: Passen Betrieb und Person zueinander?',
      'The internship is over and talked through: do company and person fit?',
    ),
    fields: {
      fit: {
        label: say('Passt es?', 'Is it a fit?'),
        values: { true: say('passt', 'Fits'), false: say('passt nicht', 'Does not fit') },
      },
    },
  },
  'internship.brokenOff': {
    help: say(
      'Das Praktikum endet vorzeitig oder kommt nicht zustande.',
      'The internship ends early or does not come about.',
    ),
    fields: {
      reason: {
        label: say('Warum?', 'Why?'),
        values: {
          participant: say('wegen der teilnehmenden Person', 'Because of the participant'),
          company: say('wegen des Betriebs', 'Because of the company'),
          illness,
          other,
        },
      },
    },
  },
  'placement.started': {
    help: say(
      'Jetzt wird ein Ausbildungsplatz gesucht. Vorher muss eine Berufsoption vereinbart sein.',
      'A training place is now looked for. An occupation must have been agreed before.',
    ),
  },
  'placement.offered': {
    help: say(
      'Ein Betrieb bietet einen Ausbildungsplatz an. Ist er noch nicht informiert, erhält er Informationen zur assistierten Ausbildung, ohne Namen.',
      'A company offers a training place. Unless informed already, it is sent an account of assisted training that names nobody.',
    ),
  },
  'placement.offerDeclined': {
    help: say(
      'Aus dem Angebot wird nichts; die Vermittlung geht weiter.',
      'Nothing comes of the offer; placement goes on.',
    ),
    fields: { by: { label: say('Wer hat abgesagt?', 'Who declined?') } },
  },
  'company.informed': {
    help: say(
      'Sie haben mit dem Betrieb alles zur assistierten Ausbildung besprochen. Das geht jedem vermittelten Vertrag voraus.',
      'You have talked assisted training through with the company. This comes before every contract you arrange.',
    ),
  },
  'entryQualification.signed': {
    help: say(
      'Vor der Ausbildung steht eine Einstiegsqualifizierung im Betrieb. An ihr Ende wird erinnert.',
      'An entry-level qualification at the company comes before training. You are told when it ends.',
    ),
  },
  'entryQualification.ended': {
    help: say(
      'Die Einstiegsqualifizierung ist vorbei. Gibt es noch keinen Vertrag, geht die Vermittlung weiter.',
      'The entry-level qualification is over. Without a contract placement goes on.',
    ),
    fields: {
      result: {
        label: say('Wie ging sie aus?', 'How did it end?'),
        values: {
          completed: say('bis zum Ende durchlaufen', 'Completed'),
          brokenOff: say('abgebrochen', 'Broken off'),
        },
      },
    },
  },
} as const satisfies Partial<WordsFor<typeof journeyEvents>>;
