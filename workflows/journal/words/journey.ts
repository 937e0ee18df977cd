/** Words of the journey's beginning and end, and of what goes on beside its phases. */
import type { journeyEvents } from '../catalogue/journey.ts';
import { sameDay } from './common.ts';
import { say } from './field.ts';
import type { WordsFor } from './form.ts';
import { earlyEndWords, levelWords, other, ownWish } from './values.ts';

export const journeyWords = {
  'intake.referred': {
    help: say(
      'Jemand wurde zugewiesen oder hat sich selbst gemeldet. Damit beginnt die Begleitung, und die Frist zur Entscheidung über die Aufnahme läuft.',
      'Somebody was referred or came by themselves. The journey begins, and the time to decide on the admission runs.',
    ),
    fields: {
      source: {
        label: say('Zugang über', 'Referred by'),
        values: {
          funder: say('Zuweisung durch den Bedarfsträger', 'Referral by a funder'),
          ownContact: say('eigener Kontakt', 'Own contact'),
        },
      },
      funder: { help: say('Wer zuweist, soweit bekannt.', 'Who refers, if known.') },
      caseWorker: {
        label: say('Zuständig für die Aufnahme', 'Looks after the intake'),
        help: say('Wer sich bis zur Aufnahme kümmert.', 'Who looks after the person until the admission.'),
      },
      adultOn: {
        label: say('18. Geburtstag', '18th birthday'),
        help: say('Nur bei Minderjährigen angeben.', 'For minors only.'),
      },
    },
  },
  'intake.eligibilityAssessed': {
    help: say(
      'Ob ein Förderbedarf besteht und was einer Ausbildung im Weg steht. Wird er verneint, ist eine Aufnahme nicht möglich (§74 SGB III).',
      'Whether support is needed, and what stands in the way of training. Without a need there is no admission (§74 SGB III).',
    ),
    fields: {
      eligible: {
        label: say('Besteht Förderbedarf?', 'Is support needed?'),
        help: say(
          'Mehr als eine leichte Hilfe, weniger als eine außerbetriebliche Ausbildung (BaE).',
          'More than light support, less than training outside a company (BaE).',
        ),
      },
      barriers: {
        label: say('Hemmnisse', 'Barriers'),
        help: say('Alles Zutreffende auswählen.', 'Choose all that apply.'),
        values: {
          schooling: say('Schulbildung', 'Schooling'),
          language: say('Sprache', 'Language'),
          learning: say('Lernen', 'Learning'),
          social: say('Sozialverhalten', 'Social behaviour'),
          family: say('Familie', 'Family'),
          health: say('Gesundheit', 'Health'),
          housing: say('Wohnen', 'Housing'),
          debt: say('Schulden', 'Debt'),
          mobility: say('Mobilität', 'Mobility'),
          other: say('Sonstiges', 'Other'),
        },
      },
    },
  },
  'intake.admitted': {
    help: say(
      'Die Person wird aufgenommen und erhält ihre feste Ausbildungsbegleitung. Vorphase, Gespräche und LuV werden ab dem Eintritt gerechnet.',
      'The person is admitted and gets their one case worker. Preparation, meetings and LuV reports are reckoned from the entry.',
    ),
    fields: {
      entryOn: { label: say('Eintritt am', 'Entry on'), help: sameDay },
      directStart: {
        label: say('Direkt in die Ausbildung?', 'Directly into training?'),
        help: say(
          'Ja, wenn schon ein Ausbildungsvertrag besteht; die Vorphase entfällt.',
          'Yes if a training contract exists already; there is no preparation then.',
        ),
      },
      preparationMonths: {
        label: say('Dauer der Vorphase in Monaten', 'Length of preparation in months'),
        help: say('Nur angeben, wenn sie kürzer ist als üblich.', 'Only if it is shorter than usual.'),
      },
      weeklyHours: {
        label: say('Wochenstunden', 'Hours a week'),
        help: say('Vollzeit sind 22 bis 39 Stunden.', 'Full time is 22 to 39 hours.'),
      },
      partTime: { label: say('In Teilzeit?', 'Part-time?') },
    },
  },
  'intake.referredElsewhere': {
    help: say(
      'Etwas anderes passt besser. Die Begleitung wird abgeschlossen; die Teamleitung kann sie wieder aufnehmen.',
      'Something else fits better. The journey closes; the team lead may reopen it.',
    ),
    fields: {
      to: {
        label: say('Wohin?', 'Where to?'),
        values: {
          abh: say(
            'ausbildungsbegleitende Hilfen (abH, bis 2021)',
            'Training-related assistance (abH, until 2021)',
          ),
          eq: say('Einstiegsqualifizierung (EQ)', 'Entry-level qualification (EQ)'),
          bvb: say('berufsvorbereitende Bildungsmaßnahme (BvB)', 'Prevocational education scheme (BvB)'),
          bae: say('außerbetriebliche Ausbildung (BaE)', 'Extra-company training (BaE)'),
          other: say('anderes Angebot', 'Another offer'),
        },
      },
      reason: {
        label: say('Warum?', 'Why?'),
        values: {
          needsLess: say('braucht weniger Unterstützung', 'Needs less support'),
          needsMore: say('braucht mehr Unterstützung', 'Needs more support'),
          needsOther: say('braucht andere Unterstützung', 'Needs other support'),
          ownWish,
          noPlace: say('kein Platz frei', 'No place free'),
          other,
        },
      },
    },
  },
  'intake.declined': {
    help: say(
      'Die Person wird nicht aufgenommen. Die Begleitung wird abgeschlossen; die Teamleitung kann sie wieder aufnehmen.',
      'The person is not admitted. The journey closes; the team lead may reopen it.',
    ),
    fields: {
      reason: {
        label: say('Warum?', 'Why?'),
        values: {
          noNeed: say('kein Förderbedarf', 'No need of support'),
          notEligible: say('Voraussetzungen nicht erfüllt', 'Not eligible'),
          noConsent: say('keine Einwilligung', 'No consent'),
          ownWish,
          other,
        },
      },
    },
  },
  'intensity.set': {
    help: say(
      'Wie viel Begleitung gebraucht wird. Bei hoher Intensität folgen die Reflexionsgespräche dichter aufeinander.',
      'How much support is needed. With a high intensity reflection meetings follow each other more closely.',
    ),
    fields: {
      participant: {
        label: say('Bedarf der teilnehmenden Person', 'Need of the participant'),
        values: levelWords,
      },
      company: {
        label: say('Bedarf des Betriebs', 'Need of the company'),
        help: say('Leer lassen, solange es keinen Betrieb gibt.', 'Leave empty while there is no company.'),
        values: levelWords,
      },
    },
  },
  'job.started': {
    help: say(
      'Nach der Ausbildung wurde eine Arbeit aufgenommen. Die Nachbetreuung endet sechs Monate nach ihrem Beginn, spätestens ein Jahr nach der Ausbildung.',
      'A job was started after training. Follow-up support ends six months after its start, at the latest a year after training.',
    ),
    fields: { firstDay: { label: say('Erster Arbeitstag', 'First day of work'), help: sameDay } },
  },
  'job.ended': {
    help: say(
      'Die Arbeit ist verloren oder aufgegeben. Die Nachbetreuung läuft dann bis zu einem Jahr nach der Ausbildung weiter.',
      'The job was lost or given up. Follow-up support then goes on for up to a year after training.',
    ),
  },
  'followUp.ended': {
    help: say(
      'Die Nachbetreuung ist nicht mehr nötig. Die Begleitung wird regulär beendet, die Zeit der Aufbewahrung beginnt.',
      'Follow-up support is no longer needed. The journey is completed, and the time of keeping its records begins.',
    ),
  },
  'journey.leftEarly': {
    help: say(
      'Die Person scheidet aus der ganzen Begleitung aus. Endet nur der Vertrag, gehört das zu »Ausbildungsvertrag vorzeitig beendet«.',
      'The person leaves the journey for good. If only the contract ends, use "Training contract ended early" instead.',
    ),
    fields: {
      reason: {
        label: say('Warum?', 'Why?'),
        values: earlyEndWords,
      },
    },
  },
  'journey.transferred': {
    help: say(
      'Ein anderer Träger führt die Begleitung weiter. Hier wird sie abgeschlossen; die Unterlagen gehen als Paket an ihn.',
      'Another provider carries on. The journey closes here; its records go there as a bundle.',
    ),
    fields: { to: { label: say('An welchen Träger?', 'To which provider?'), ref: 'provider' } },
  },
  'journey.received': {
    help: say(
      'Die Begleitung kommt von einem anderen Träger und geht hier weiter, wo sie dort stand.',
      'The journey comes from another provider and goes on here where it stood there.',
    ),
    fields: { from: { label: say('Von welchem Träger?', 'From which provider?'), ref: 'provider' } },
  },
  'journey.deceased': {
    help: say(
      'Die Person ist verstorben. Die Begleitung wird abgeschlossen, offene Einladungen werden zurückgenommen.',
      'The person has died. The journey closes, and open invitations are taken back.',
    ),
  },
  'journey.reopened': {
    help: say(
      'Eine abgeschlossene Begleitung geht dort weiter, wo sie stand. Frühere Fristen gelten wieder.',
      'A closed journey goes on where it stood. Its earlier deadlines hold again.',
    ),
    fields: {
      reason: {
        label: say('Warum?', 'Why?'),
        values: {
          closedByMistake: say('versehentlich abgeschlossen', 'Closed by mistake'),
          newChance: say('neuer Anlauf', 'A new chance'),
          appeal: say('Widerspruch hatte Erfolg', 'An appeal succeeded'),
          returned: say('zurückgekehrt', 'Has returned'),
          other,
        },
      },
    },
  },
  'effect.stuck': {
    help: say(
      'Ein Auftrag, etwa eine Einladung, kommt nicht zustande. Der Betrieb der Software erfährt davon.',
      'An order, such as an invitation, cannot be carried out. Those who run the software are told.',
    ),
    fields: {
      effect: { label: say('Auftrag', 'Order'), ref: 'effect' },
    },
  },
} as const satisfies Partial<WordsFor<typeof journeyEvents>>;
