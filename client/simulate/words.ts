/** What the tables and charts of a simulation say, in both languages. */
import type { Lang } from '../chart/theme.ts';
import type { Kind } from './scenario.ts';

interface Words {
  readonly title: string;
  readonly assumed: string;
  readonly variant: (policy: string, caseload: number) => string;
  readonly folded: (journeys: number, seconds: number, aSecond: number) => string;
  readonly written: (file: string) => string;
  readonly setting: (places: number, scenario: string, from: string, to: string, seed: number) => string;
  readonly figure: string;
  readonly difference: string;
  readonly workload: string;
  readonly workloadByMonth: string;
  readonly overdueByMonth: string;
  readonly inTimeByKey: string;
  readonly outcomes: string;
  readonly hours: string;
  readonly available: string;
  readonly total: string;
  readonly caseWorkers: string;
  readonly journeys: string;
  readonly held: string;
  readonly missed: string;
  readonly leftOut: string;
  readonly overdue: string;
  readonly waiting: string;
  readonly inTime: string;
  readonly conflicts: string;
  readonly contractsEnded: string;
  readonly begunTraining: string;
  readonly examPassed: string;
  readonly kinds: { readonly [K in Kind]: string };
  readonly stands: { readonly [where: string]: string };
  readonly reasons: { readonly [reason: string]: string };
}

export const words = {
  de: {
    title: 'Was wäre, wenn',
    assumed: 'Ergebnis eines Modells mit angenommenen Raten, keine Vorhersage.',
    variant: (policy, caseload) => `${policy}, ${caseload} je Begleitung`,
    folded: (journeys, seconds, aSecond) =>
      `${journeys} Begleitungen gefaltet in ${seconds} s (${aSecond} je Sekunde).`,
    written: (file) => `Geschrieben nach ${file}.`,
    setting: (places, scenario, from, to, seed) =>
      `${places} Plätze · Szenario »${scenario}« · ${from} bis ${to} · Startzahl ${seed}`,
    figure: 'Größe',
    difference: 'Unterschied',
    workload: 'Arbeit je Vollzeitstelle, Stunden in der Woche',
    workloadByMonth: 'Arbeit im Verlauf, Stunden in der Woche',
    overdueByMonth: 'Überfälliges je Vollzeitstelle am Monatsende',
    inTimeByKey: 'Rechtzeitig erledigt, in Prozent',
    outcomes: 'Wo die Begleitungen am Ende stehen, in Prozent',
    hours: 'h/Woche',
    available: 'Verfügbar',
    total: 'Arbeit zusammen',
    caseWorkers: 'Vollzeitstellen',
    journeys: 'Begleitungen',
    held: 'Gespräche geführt',
    missed: 'Gespräche versäumt',
    leftOut: 'Alltagsbegleitung ausgefallen',
    overdue: 'Überfällige Arbeit je Vollzeitstelle',
    waiting: 'Abgelaufene Fristen je Vollzeitstelle',
    inTime: 'Rechtzeitig erledigt, %',
    conflicts: 'Konflikte',
    contractsEnded: 'Verträge vorzeitig beendet',
    begunTraining: 'Ausbildung begonnen',
    examPassed: 'Prüfung bestanden',
    kinds: {
      meetings: 'Gespräche',
      records: 'Dokumentation',
      reports: 'Berichte (LuV)',
      conflicts: 'Konflikte',
      placement: 'Zugang, Vermittlung, Vertrag',
      everyday: 'Alltagsbegleitung',
    },
    stands: {
      intake: 'Zugang',
      preparation: 'Vorphase',
      placement: 'Vermittlung',
      training: 'Ausbildung',
      exam: 'Prüfung',
      followUp: 'Nachbetreuung',
      completed: 'Regulär beendet',
      finallyFailed: 'Endgültig nicht bestanden',
      declined: 'Nicht aufgenommen',
      leftEarly: 'Vorzeitig ausgeschieden',
    },
    reasons: {
      ownWish: 'eigener Wunsch',
      lackOfParticipation: 'fehlende Mitwirkung',
      moved: 'Umzug',
      noPlacement: 'kein Betrieb gefunden',
    },
  },
  en: {
    title: 'What if',
    assumed: 'The result of a model with assumed rates, not a forecast.',
    variant: (policy, caseload) => `${policy}, ${caseload} to a case worker`,
    folded: (journeys, seconds, aSecond) =>
      `${journeys} journeys folded in ${seconds} s (${aSecond} a second).`,
    written: (file) => `Written to ${file}.`,
    setting: (places, scenario, from, to, seed) =>
      `${places} places · scenario “${scenario}” · ${from} to ${to} · seed ${seed}`,
    figure: 'figure',
    difference: 'difference',
    workload: 'Work of a full case worker, hours a week',
    workloadByMonth: 'Work over time, hours a week',
    overdueByMonth: 'Overdue at the month’s end, for a full case worker',
    inTimeByKey: 'Done in time, percent',
    outcomes: 'Where the journeys stand in the end, percent',
    hours: 'h/week',
    available: 'Available',
    total: 'Work together',
    caseWorkers: 'Full case workers',
    journeys: 'Journeys',
    held: 'Meetings held',
    missed: 'Meetings missed',
    leftOut: 'Everyday support left out',
    overdue: 'Overdue work for a full case worker',
    waiting: 'Periods over for a full case worker',
    inTime: 'Done in time, %',
    conflicts: 'Conflicts',
    contractsEnded: 'Contracts ended early',
    begunTraining: 'Training begun',
    examPassed: 'Exam passed',
    kinds: {
      meetings: 'Meetings',
      records: 'Records',
      reports: 'Reports (LuV)',
      conflicts: 'Conflicts',
      placement: 'Intake, placement, contract',
      everyday: 'Everyday support',
    },
    stands: {
      intake: 'Intake',
      preparation: 'Preparation',
      placement: 'Placement',
      training: 'Training',
      exam: 'Exam',
      followUp: 'Follow-up support',
      completed: 'Completed',
      finallyFailed: 'Finally failed',
      declined: 'Declined',
      leftEarly: 'Left early',
    },
    reasons: {
      ownWish: 'own wish',
      lackOfParticipation: 'lack of participation',
      moved: 'moved away',
      noPlacement: 'no company found',
    },
  },
} as const satisfies Record<Lang, Words>;
