/**
 * Scenarios: how participants fare and how a provider works, as data. The figures are assumptions (practice), chosen to be
 * plausible; none was measured. A scenario differs from the typical one in a few of them.
 */

/** From 0, never, to 1, always. */
type Share = number;
/** Events a year, on average. */
type Rate = number;
/** First and last of the lengths that occur. */
type Range = readonly [least: number, most: number];

export const kinds = ['meetings', 'records', 'reports', 'conflicts', 'placement', 'everyday'] as const;
/** What a case worker's time goes into. */
export type Kind = (typeof kinds)[number];

/** What befalls participants. */
export interface Life {
  readonly declined: Share;
  readonly directStart: Share;
  readonly partTime: Share;
  readonly highIntensity: Share;
  readonly neverPlaced: Share;
  readonly placedAfterDays: Range;
  /** Meetings at which the participant does not turn up, beside those missed while absent. */
  readonly noShow: Share;
  readonly absences: Rate;
  readonly absentDays: Range;
  /** In training. */
  readonly conflicts: Rate;
  readonly settledByTalk: Share;
  readonly settledByMediation: Share;
  /** Conflicts that end the contract, unless mediation comes to an end first. */
  readonly breaking: Share;
  readonly patienceDays: Range;
  /** Contracts that end early for other reasons. */
  readonly endsInProbation: Rate;
  readonly endsLater: Rate;
  readonly noNewCompany: Share;
  readonly newCompanyAfterDays: Range;
  readonly leavesPreparation: Rate;
  readonly leavesTraining: Rate;
  readonly examMissed: Share;
  readonly examFailed: Share;
  readonly noJob: Share;
  readonly jobAfterDays: Range;
}

/** How the provider works. */
export interface Office {
  /** Participants enter spread over so many days; a place that falls free is filled again after `vacantDays`. */
  readonly entryDays: number;
  readonly vacantDays: Range;
  /** A case worker's hours a week for participants: without team meetings, training and administration. */
  readonly hoursAWeek: number;
  /** Weeks in which the case worker is away, by leave or illness; nobody stands in. */
  readonly awayWeeks: Share;
  /** Part of a day that may be promised to meetings beforehand. */
  readonly bookable: Share;
  /** A meeting is in time so many days after its due date: an invitation alone takes a week. */
  readonly meetingDays: number;
  readonly minutes: {
    readonly meeting: number;
    readonly noShow: number;
    readonly record: number;
    readonly report: number;
    readonly assessment: number;
    readonly admission: number;
    readonly occupation: number;
    readonly internship: number;
    readonly placement: number;
    readonly contract: number;
    readonly formality: number;
    readonly talk: number;
    readonly mediation: number;
    /** Everyday support, a week. */
    readonly preparing: number;
    readonly training: number;
    readonly followUp: number;
  };
}

export interface Scenario {
  readonly label: { readonly de: string; readonly en: string };
  readonly life: Life;
  readonly office: Office;
}

const typical: Scenario = {
  label: { de: 'üblich', en: 'typical' },
  life: {
    declined: 0.08,
    directStart: 0.25,
    partTime: 0.06,
    highIntensity: 0.15,
    neverPlaced: 0.15,
    placedAfterDays: [70, 200],
    noShow: 0.12,
    absences: 0.8,
    absentDays: [3, 30],
    conflicts: 0.35,
    settledByTalk: 0.5,
    settledByMediation: 0.75,
    breaking: 0.4,
    patienceDays: [10, 45],
    endsInProbation: 0.2,
    endsLater: 0.06,
    noNewCompany: 0.35,
    newCompanyAfterDays: [20, 110],
    leavesPreparation: 0.15,
    leavesTraining: 0.04,
    examMissed: 0.03,
    examFailed: 0.2,
    noJob: 0.2,
    jobAfterDays: [5, 150],
  },
  office: {
    entryDays: 540,
    vacantDays: [7, 45],
    hoursAWeek: 30,
    awayWeeks: 0.14,
    bookable: 0.6,
    meetingDays: 21,
    minutes: {
      meeting: 90,
      noShow: 20,
      record: 30,
      report: 90,
      assessment: 60,
      admission: 60,
      occupation: 90,
      internship: 60,
      placement: 300,
      contract: 90,
      formality: 15,
      talk: 60,
      mediation: 120,
      preparing: 35,
      training: 20,
      followUp: 8,
    },
  },
};

/** More conflicts, more contracts lost, fewer who turn up. */
const troubled: Scenario = {
  label: { de: 'schwieriger Jahrgang', en: 'troubled cohort' },
  life: {
    ...typical.life,
    highIntensity: 0.35,
    noShow: 0.25,
    absences: 1.6,
    conflicts: 0.8,
    settledByTalk: 0.35,
    settledByMediation: 0.6,
    breaking: 0.55,
    endsInProbation: 0.35,
    endsLater: 0.1,
    leavesPreparation: 0.25,
    leavesTraining: 0.07,
    examFailed: 0.3,
  },
  office: typical.office,
};

/** The same participants, case workers who have less time for them. */
const understaffed: Scenario = {
  label: { de: 'knappes Personal', en: 'understaffed' },
  life: typical.life,
  office: { ...typical.office, hoursAWeek: 25, awayWeeks: 0.22 },
};

export const scenarios = { typical, troubled, understaffed } as const satisfies Record<string, Scenario>;
export type ScenarioName = keyof typeof scenarios;
export const scenarioNames = Object.keys(scenarios) as ScenarioName[];
