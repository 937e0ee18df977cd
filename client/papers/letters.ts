/** Letters about contract and exam, with the journey's data filled in; who sends one reads and signs it first. */
import type { Content } from 'pdfmake';
import type { Addressee, Names } from '../../activities/store/papers.ts';
import { Refusal } from '../../workflows/journal/refusal.ts';
import type { Facts } from '../../workflows/machine/facts.ts';
import type { Day } from '../../workflows/policy/calendar.ts';
import { dateText, facts, orBlank, type Paper, pageOf, signatures, writingRoom } from './page.ts';

export const letterKinds = ['contractRegistration', 'examRegistration', 'extensionDemand'] as const;
export type LetterKind = (typeof letterKinds)[number];

export interface LetterData {
  readonly journey: string;
  readonly facts: Facts;
  readonly names: Names;
  readonly provider: string | undefined;
  readonly madeOn: Day;
}

/**
 * Whether there is anything to write about.
 * @throws Refusal naming the missing fact
 */
export function mayBeWritten(kind: LetterKind, { contract, repeatOpen }: Facts): void {
  if (contract === undefined)
    throw missing('contract', {
      de: 'Es gibt noch keinen Ausbildungsvertrag.',
      en: 'There is no training contract yet.',
    });
  if (kind === 'extensionDemand' && !repeatOpen)
    throw missing('exam', {
      de: 'Verlängerung verlangen kann nur, wer die Prüfung nicht bestanden oder wegen Krankheit versäumt hat (§21 Abs. 3 BBiG).',
      en: 'Only who has failed the exam or missed it by illness can demand an extension (§21(3) BBiG).',
    });
}

const missing = (field: string, text: { de: string; en: string }): Refusal =>
  new Refusal('rule', [{ code: 'nothing-to-write', field, ...text }]);

interface Letter {
  readonly title: string;
  readonly from: (names: Names) => Addressee | undefined;
  readonly to: (names: Names) => Addressee | undefined;
  readonly body: (data: LetterData) => Content[];
}

/** A letter as a paper. */
export function letterPaper(kind: LetterKind, data: LetterData): Paper {
  const { title, from, to, body } = letters[kind];
  const { journey, names, provider, madeOn } = data;
  return pageOf({ title, provider, site: data.facts.site, journey, madeOn }, [
    { text: `${lineOf(from(names))} `, fontSize: 8.5, margin: [0, 12, 0, 6] },
    addressOf(to(names)),
    { text: dateText(madeOn), alignment: 'right', margin: [0, 24, 0, 18] },
    { text: title, fontSize: 12, bold: true, margin: [0, 0, 0, 12] },
    ...body(data),
  ]);
}

const lineOf = (sender: Addressee | undefined): string =>
  `Absender: ${orBlank(sender?.name)}, ${orBlank(sender?.address?.split('\n').join(', '))}`;

const addressOf = (addressee: Addressee | undefined): Content => ({
  stack: [
    orBlank(addressee?.name),
    ...(addressee?.address?.split('\n') ?? [orBlank(undefined), orBlank(undefined)]),
  ].map((text) => ({ text })),
});

const paragraph = (text: string): Content => ({ text, margin: [0, 0, 0, 8] });

const person = ({ participant }: Names): Addressee | undefined =>
  participant === undefined ? undefined : { name: participant };

/** What a contract says. */
function contractRows({ facts: { contract }, names }: LetterData): (readonly [string, string])[] {
  const { partTimePercent } = contract ?? {};
  return [
    ['Auszubildende Person', orBlank(names.participant)],
    ['Geburtsdatum', orBlank(undefined)],
    ['Anschrift', orBlank(undefined)],
    ['Ausbildungsbetrieb', orBlank(names.company?.name)],
    ['Ausbildungsberuf', orBlank(contract?.occupation)],
    ['Ausbildungszeit', `${dateText(contract?.start)} bis ${dateText(contract?.end)}`],
    [
      'Teilzeit (§7a BBiG)',
      partTimePercent === undefined ? 'nein' : `ja, ${partTimePercent} % der vollen Zeit`,
    ],
  ];
}

const letters = {
  contractRegistration: {
    title: 'Antrag auf Eintragung des Berufsausbildungsverhältnisses (§§11, 36 BBiG)',
    from: ({ company }) => company,
    to: ({ chamber }) => chamber,
    body: (data) => {
      const { contract, adultOn } = data.facts;
      const months = contract === undefined ? undefined : `${contract.probationMonths} Monate`;
      return [
        paragraph('Sehr geehrte Damen und Herren,'),
        paragraph(
          'wir beantragen, den folgenden Berufsausbildungsvertrag in das Verzeichnis der Berufsausbildungsverhältnisse einzutragen.',
        ),
        facts([
          ...contractRows(data),
          ['Probezeit', orBlank(months)],
          ['Vertrag geschlossen am', dateText(contract?.signedOn)],
        ]),
        { text: 'Anlagen', style: 'heading' },
        {
          ul: [
            'Vertragsabfassung nach §11 BBiG mit sachlicher und zeitlicher Gliederung',
            'Nachweis der Eignung der Ausbilderin oder des Ausbilders, soweit nicht schon vorgelegt',
            ...(adultOn === undefined
              ? []
              : ['Bescheinigung über die ärztliche Erstuntersuchung (§32 JArbSchG)']),
          ],
        },
        paragraph('\nBitte senden Sie uns die Bestätigung der Eintragung.'),
        signatures(['für den Ausbildungsbetrieb']),
      ];
    },
  },
  examRegistration: {
    title: 'Anmeldung zur Abschlussprüfung',
    from: ({ company }) => company,
    to: ({ chamber }) => chamber,
    body: (data) => {
      const { sittingOn, examsFailed, intermediateOn, disadvantageCompensation } = data.facts;
      const compensation =
        disadvantageCompensation === undefined
          ? 'ja / nein (Unzutreffendes bitte streichen)'
          : disadvantageCompensation
            ? 'ja'
            : 'nein';
      return [
        paragraph('Sehr geehrte Damen und Herren,'),
        paragraph(
          `hiermit melden wir die folgende Person zur ${examsFailed > 0 ? 'Wiederholung der Abschlussprüfung' : 'Abschlussprüfung'} an.`,
        ),
        facts([
          ...contractRows(data),
          ['Prüfungstermin', dateText(sittingOn)],
          [
            'Zwischenprüfung oder Teil 1',
            intermediateOn === undefined ? orBlank(undefined) : `abgelegt am ${dateText(intermediateOn)}`,
          ],
          ['Frühere Versuche', String(examsFailed)],
          ['Nachteilsausgleich (§65 BBiG)', compensation],
        ]),
        paragraph('Ist ein Nachteilsausgleich beantragt, liegt der Nachweis bei.'),
        signatures(['für den Ausbildungsbetrieb', 'Auszubildende Person']),
      ];
    },
  },
  extensionDemand: {
    title: 'Verlangen der Verlängerung der Ausbildung (§21 Abs. 3 BBiG)',
    from: person,
    to: ({ company }) => company,
    body: (data) => {
      const { contract, adultOn } = data.facts;
      const newEnd = contract && contract.end > contract.originalEnd ? contract.end : undefined;
      return [
        paragraph('Sehr geehrte Damen und Herren,'),
        paragraph(
          `ich habe die Abschlussprüfung nicht bestanden oder konnte an ihr wegen Krankheit nicht teilnehmen. Nach §21 Abs. 3 BBiG verlange ich, mein Ausbildungsverhältnis als ${orBlank(contract?.occupation)} bis zur nächstmöglichen Wiederholungsprüfung zu verlängern, höchstens um ein Jahr.`,
        ),
        facts([
          ['Vertrag vom', dateText(contract?.signedOn)],
          ['Vereinbartes Ende', dateText(contract?.originalEnd)],
          ['Neues Ende', dateText(newEnd)],
        ]),
        paragraph('Bitte bestätigen Sie mir den Eingang dieses Schreibens.'),
        paragraph('Mit freundlichen Grüßen'),
        signatures(
          adultOn === undefined
            ? ['Auszubildende Person']
            : ['Auszubildende Person', 'Personensorgeberechtigte'],
        ),
        writingRoom('Eingang bestätigt: Tag, Unterschrift des Ausbildungsbetriebs', 1),
      ];
    },
  },
} as const satisfies Record<LetterKind, Letter>;
