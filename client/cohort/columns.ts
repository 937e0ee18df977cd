/**
 * The columns of a cohort file, in their order: the name that programs use, the German one, what stands in them. Personal
 * ones go to the store and nowhere else.
 */

interface Column {
  readonly de: string;
  readonly personal?: true;
}

const personal = (de: string): Column => ({ de, personal: true });
const plain = (de: string): Column => ({ de });

export const columns = {
  id: plain('Kennung'),
  name: personal('Name'),
  email: personal('E-Mail'),
  phone: personal('Telefon'),
  channel: personal('Kanal'),
  guardian: personal('Sorgeberechtigt'),
  guardianEmail: personal('Sorgeberechtigt E-Mail'),
  guardianPhone: personal('Sorgeberechtigt Telefon'),
  guardian2: personal('Sorgeberechtigt 2'),
  guardian2Email: personal('Sorgeberechtigt 2 E-Mail'),
  guardian2Phone: personal('Sorgeberechtigt 2 Telefon'),
  region: personal('Region'),
  latitude: personal('Breite'),
  longitude: personal('Länge'),
  furthestKm: personal('Höchstens km'),
  needsPartTime: personal('Braucht Teilzeit'),
  needsChildcare: personal('Braucht Kinderbetreuung'),
  policy: plain('Regelfassung'),
  referredOn: plain('Zugang am'),
  source: plain('Zugang über'),
  site: plain('Standort'),
  federalState: plain('Bundesland'),
  funder: plain('Bedarfsträger'),
  intakeWorker: plain('Zugang bei'),
  adultOn: plain('Volljährig am'),
  assessedOn: plain('Förderbedarf festgestellt am'),
  eligible: plain('Förderbedarf'),
  barriers: plain('Hemmnisse'),
  admittedOn: plain('Aufgenommen am'),
  caseWorker: plain('Begleitung'),
  qualified: plain('Sozialpädagogisch qualifiziert'),
  entryOn: plain('Eintritt am'),
  directStart: plain('Direkter Einstieg'),
  preparationMonths: plain('Vorphase Monate'),
  weeklyHours: plain('Wochenstunden'),
  partTime: plain('Teilzeit'),
  guardiansAgreed: plain('Sorgeberechtigte einverstanden'),
  consentCompanyOn: plain('Einwilligung Betrieb am'),
  consentSchoolOn: plain('Einwilligung Schule am'),
  consentChamberOn: plain('Einwilligung Kammer am'),
  examinationShownOn: plain('Erstuntersuchung belegt am'),
  examinedOn: plain('Erstuntersuchung am'),
  reexaminationShownOn: plain('Nachuntersuchung belegt am'),
  reexaminedOn: plain('Nachuntersuchung am'),
  intensityOn: plain('Intensität festgelegt am'),
  intensity: plain('Intensität'),
  companyIntensity: plain('Intensität Betrieb'),
  fundingApprovedOn: plain('Bewilligt am'),
  fundingShare: plain('Förderanteil'),
  fundingFrom: plain('Bewilligt von'),
  fundingTo: plain('Bewilligt bis'),
  retentionYears: plain('Aufbewahrung Jahre'),
  hoursOfferedOn: plain('Stunden angeboten am'),
  hours: plain('Stunden'),
  hoursFrom: plain('Stunden von'),
  hoursTo: plain('Stunden bis'),
  hoursAcceptedOn: plain('Stunden angenommen am'),
  occupationAgreedOn: plain('Berufsoption vereinbart am'),
  agreedOccupation: plain('Berufsoption'),
  extendedOn: plain('Vorphase verlängert am'),
  extensionMonths: plain('Verlängerung Monate'),
  placementOn: plain('Vermittlung seit'),
  companyInformedOn: plain('Betrieb informiert am'),
  company: plain('Betrieb'),
  contractOn: plain('Vertrag eingetreten am'),
  contractSignedOn: plain('Vertrag unterschrieben am'),
  chamber: plain('Kammer'),
  occupation: plain('Ausbildungsberuf'),
  contractStart: plain('Vertragsbeginn'),
  contractEnd: plain('Vertragsende'),
  probationMonths: plain('Probezeit Monate'),
  partTimePercent: plain('Teilzeit Prozent'),
  guardiansSigned: plain('Sorgeberechtigte unterschrieben'),
  conciliationCommittee: plain('Schlichtungsausschuss'),
  withoutInternship: plain('Ohne Praktikum weil'),
  registeredOn: plain('Eingetragen am'),
  firstDayConfirmedOn: plain('Erster Tag bestätigt am'),
  firstDay: plain('Erster Ausbildungstag'),
  schoolTimesOn: plain('Schulzeiten seit'),
  schoolDays: plain('Schultage'),
  schoolBlocks: plain('Schulblöcke'),
  school: plain('Schule'),
  intermediateExamOn: plain('Zwischenprüfung am'),
  intermediateExamPart: plain('Zwischenprüfung Teil'),
  examRegisteredOn: plain('Zur Prüfung angemeldet am'),
  examOn: plain('Prüfung am'),
  examAdmittedOn: plain('Zur Prüfung zugelassen am'),
  disadvantageCompensation: plain('Nachteilsausgleich'),
  lastMeetingOn: plain('Letztes Gespräch am'),
  lastMeetingAttended: plain('Letztes Gespräch mit'),
  nextMeetingOn: plain('Nächstes Gespräch am'),
  examPassedOn: plain('Prüfung bestanden am'),
  jobOn: plain('Arbeit aufgenommen am'),
  jobFirstDay: plain('Erster Arbeitstag'),
  leftEarlyOn: plain('Ausgeschieden am'),
  leftEarlyReason: plain('Ausgeschieden weil'),
  upToDateUntil: plain('Berichte und Stunden erledigt bis'),
  further: plain('Weiteres'),
} as const satisfies Record<string, Column>;

export type ColumnKey = keyof typeof columns;
export const columnKeys = Object.keys(columns) as ColumnKey[];

/** What stands in one line, by column; an empty cell is missing. */
export type Cells = { readonly [K in ColumnKey]?: string };

export const isPersonal = (key: ColumnKey): boolean => 'personal' in columns[key];

const byName = new Map(
  columnKeys.flatMap((key) => [
    [key.toLowerCase(), key],
    [columns[key].de.toLowerCase(), key],
  ]),
);

/** The column of a name in either language. */
export const columnOf = (name: string): ColumnKey | undefined => byName.get(name.trim().toLowerCase());
