/** The draft of a report (LuV) as a paper: what the journey tells, names from the store, room for what only people can say. */
import type { Content } from 'pdfmake';
import type { Names } from '../../activities/store/papers.ts';
import { roleWords, rungWords } from '../../workflows/effects/words.ts';
import type { LuvDraft } from '../../workflows/fold/papers/luv.ts';
import type { Span } from '../../workflows/fold/papers/period.ts';
import { absenceWords } from '../../workflows/journal/words/values.ts';
import {
  dateText,
  type Frame,
  facts,
  hoursText,
  orBlank,
  type Paper,
  pageOf,
  section,
  signatures,
  writingRoom,
} from './page.ts';
import { goalWords, internshipWords } from './words.ts';

const number = (count: number): string => String(count);
const spanText = ({ from, to }: { from: string; to?: string | undefined }): string =>
  `${dateText(from)} – ${to === undefined ? 'laufend' : dateText(to)}`;

/** The report as a paper. */
export function luvPaper(draft: LuvDraft, names: Names, provider: string | undefined): Paper {
  const { journey, site, label, year, madeOn } = draft;
  const title = `${label.de}${year === undefined ? '' : ` (${year}. Jahr)`} – Entwurf`;
  const frame: Frame = { title, provider, site, journey, madeOn };
  return pageOf(frame, [
    { text: 'Leistungs- und Verhaltensbeurteilung (LuV)', style: 'title' },
    { text: title, fontSize: 12, margin: [0, 2, 0, 8] },
    head(draft, names),
    ...course(draft, names),
    ...support(draft),
    ...assessment(),
    signatures(['Ausbildungsbegleitung', 'Teamleitung']),
  ]);
}

function head({ journey, period, occupation, status }: LuvDraft, names: Names): Content {
  return facts([
    ['Teilnehmende Person', orBlank(names.participant)],
    ['Kennung', journey],
    ['Bedarfsträger', orBlank(names.funder?.name)],
    ['Ausbildungsbegleitung', orBlank(names.caseWorker)],
    ['Ausbildungsbetrieb', orBlank(names.company?.name)],
    ['Beruf', orBlank(occupation)],
    ['Berichtszeitraum', spanText(period)],
    ['Abzugeben bis', dateText(period.dueOn)],
    ...(status && status.status !== 'drafted' ? [['Abgegeben am', dateText(status.on)] as const] : []),
  ]);
}

function course(
  { phases, attendance, pauses, internships, milestones }: LuvDraft,
  { companies }: Names,
): Content[] {
  return [
    section(
      'Phasen',
      ['Phase', 'Zeit'],
      phases.map(({ label, from, to }) => [
        label.de,
        to === undefined ? `ab ${dateText(from)}` : spanText({ from, to }),
      ]),
      [230, '*'],
    ),
    section(
      'Abwesenheit',
      ['Grund', 'Male', 'Kalendertage', 'Arbeitstage'],
      attendance.map(({ reason, times, days, workingDays }) => [
        absenceWords[reason].de,
        ...[times, days, workingDays].map(number),
      ]),
    ),
    ...(pauses.length === 0
      ? []
      : [
          section(
            'Unterbrechungen der Ausbildung',
            ['Art', 'Zeit'],
            pauses.map(({ kind, from, until, overOn }) => [
              kind === 'parentalLeave' ? 'Elternzeit' : 'andere Unterbrechung',
              overOn === undefined
                ? spanText({ from, to: until })
                : `${dateText(from)}, fortgesetzt ${dateText(overOn)}`,
            ]),
            [230, '*'],
          ),
        ]),
    section(
      'Praktika',
      ['Betrieb', 'Zeit', 'Ergebnis'],
      internships.map(({ company, status, ...time }) => [
        companies[company] ?? company,
        spanText(time),
        internshipWords[status],
      ]),
      [150, 150, '*'],
    ),
    section(
      'Vertrag und Prüfung',
      ['Was', 'Tag'],
      milestones.map(({ label, on }) => [label.de, dateText(on)]),
      [330, '*'],
    ),
  ];
}

function support({
  goals,
  contacts,
  meetings,
  conflicts,
  hours,
  learningSupport,
  period,
}: LuvDraft): Content[] {
  return [
    section(
      'Ziele des Förderplans',
      ['Ziel', 'vereinbart', 'Ergebnis', 'geprüft'],
      goals.map(({ goal, setOn, result, reviewedOn }) => [
        ...[goal, dateText(setOn), goalWords[result].de],
        reviewedOn === undefined ? '–' : dateText(reviewedOn),
      ]),
      ['*', 80, 110, 80],
    ),
    section('Kontakte', ['mit', 'Kontakte', 'davon erreicht', 'Stunden'], contactRows(contacts), [
      '*',
      70,
      90,
      70,
    ]),
    section(
      `Reflexionsgespräche: ${meetings.held.length} geführt, ${meetings.missed} versäumt`,
      ['Tag', 'dabei', 'vereinbart'],
      meetings.held.map(({ on, attended, agreed }) => [
        dateText(on),
        attended.map((role) => roleWords[role].de).join(', '),
        agreed.join(', ') || '–',
      ]),
      [70, '*', 130],
    ),
    section(
      'Konflikte nach der höchsten Stufe (ohne Einzelheiten)',
      ['Stufe', 'Zahl'],
      conflicts.map((one) => [rungWords[one.rung].de, number(one.conflicts)]),
      [330, '*'],
    ),
    hoursSection(hours, period),
    section(
      'Stütz- und Förderunterricht',
      ['Fach', 'angefordert', 'begonnen', 'beendet', 'Förderstunden', 'Stunden'],
      learningSupport.map(({ subject, requestedOn, startedOn, endedOn, lessons, minutes }) => [
        subject,
        ...[requestedOn, startedOn, endedOn].map((day) => (day === undefined ? '–' : dateText(day))),
        ...[number(lessons), hoursText(minutes)],
      ]),
      ['*', 65, 65, 65, 75, 50],
    ),
  ];
}

function contactRows({ with: groups, ...sum }: LuvDraft['contacts']): string[][] {
  if (groups.length === 0) return [];
  const row = (name: string, { contacts, reached, minutes }: typeof sum): string[] => [
    ...[name, number(contacts), number(reached), hoursText(minutes)],
  ];
  return [...groups.map((group) => row(roleWords[group.of].de, group)), row('zusammen', sum)];
}

function hoursSection({ per, allocations, usedMinutes }: LuvDraft['hours'], period: Span): Content {
  const agreed = allocations.map(({ hours, from, to }) => [
    `${per === 'budget' ? 'vereinbart' : 'vereinbart je Monat'}, ${spanText({ from, to })}`,
    `${hours}:00`,
  ]);
  const used = [`verbraucht durch Kontakte und Förderstunden, ${spanText(period)}`, hoursText(usedMinutes)];
  return section('Unterstützungsstunden', ['', 'Stunden'], [...agreed, used], ['*', 80]);
}

const assessment = (): Content[] => [
  { text: 'Einschätzung und Empfehlung', style: 'heading' },
  writingRoom('Leistung (Betrieb, Berufsschule, Förderunterricht)', 3),
  writingRoom('Verhalten, Mitwirkung, Stärken', 3),
  writingRoom('Weiteres Vorgehen und Empfehlung', 3),
];
